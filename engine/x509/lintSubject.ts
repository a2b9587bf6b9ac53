import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { refuse } from "./lintRule.js";
import type { NameAttributeType } from "./name.js";
import type { CertificateProfile } from "./profile.js";
import { readName } from "./readName.js";

/** String type and longest text in characters (RFC 5280 appendix A.1, upper bounds `ub-`; X.520 for the identifier; 256 for the userId). */
const rules: Readonly<Record<NameAttributeType, { readonly tag: number; readonly longest: number }>> = {
  countryName: { tag: tag.printableString, longest: 2 },
  organizationName: { tag: tag.utf8String, longest: 64 },
  organizationIdentifier: { tag: tag.utf8String, longest: 256 },
  givenName: { tag: tag.utf8String, longest: 32_768 },
  surname: { tag: tag.utf8String, longest: 32_768 },
  pseudonym: { tag: tag.utf8String, longest: 128 },
  serialNumber: { tag: tag.printableString, longest: 64 },
  userId: { tag: tag.utf8String, longest: 256 },
  commonName: { tag: tag.utf8String, longest: 64 },
};

const typeByOid = new Map(
  Object.keys(rules).map((type) => [oids[type as NameAttributeType] as string, type as NameAttributeType]),
);

/** Control and format characters that make a name read as another: C0, C1, line breaks, direction overrides. */
const DECEPTIVE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;

/**
 * The subject of a prepared certificate: EN 319 412-2 4.2.4 for a natural person, EN 319 412-3 4.2.1 for an
 * organisation, its profile for a client. @param name Name DER @throws EngineError `certificate_lint_failed`, `asn1_malformed`
 */
export function lintSubject(name: Uint8Array, kind: CertificateProfile["subject"]): void {
  const types = new Set<NameAttributeType>();
  for (const { type: identifier, value } of readName(name)) {
    const type = typeByOid.get(identifier);
    if (type === undefined)
      refuse("subject_attribute_unknown", "profile", `its subject has an attribute ${identifier}`);
    if (types.has(type))
      refuse("subject_attribute_twice", "EN 319 412-2 NAT-4.2.4-3", `its subject has two of ${type}`);
    types.add(type);
    lintText(type, value.tag, value.text);
  }
  if (kind === "naturalPerson") lintNaturalPerson(types);
  else if (kind === "organization") lintOrganization(types);
  else lintClient(types);
}

function lintText(type: NameAttributeType, stringType: number, text: string): void {
  const rule = rules[type];
  if (stringType !== rule.tag)
    refuse("subject_string_type", "RFC 5280 4.1.2.4", `${type} has the wrong string type`);
  const { length } = [...text];
  if (text.trim() === "") refuse("subject_text_blank", "RFC 5280 appendix A.1", `${type} is empty`);
  if (length > rule.longest) {
    refuse(
      "subject_text_long",
      "RFC 5280 appendix A.1",
      `${type} has ${length} characters, more than ${rule.longest}`,
    );
  }
  if (DECEPTIVE.test(text))
    refuse("subject_text_deceptive", "RFC 4518 2.2", `${type} has an invisible control character`);
  if (type === "countryName" && !/^[A-Z]{2}$/.test(text)) {
    refuse("country_code", "EN 319 412-2 4.2.4, ISO 3166-1", "countryName is not two capital letters");
  }
}

function lintNaturalPerson(types: ReadonlySet<NameAttributeType>): void {
  const clause = "EN 319 412-2 NAT-4.2.4-1";
  const named = types.has("givenName") || types.has("surname");
  need(types, ["countryName", "commonName"], clause);
  if (!named && !types.has("pseudonym")) {
    refuse(
      "subject_person_unnamed",
      clause,
      "its subject has neither a givenName or surname nor a pseudonym",
    );
  }
  if (named && types.has("pseudonym")) {
    refuse("subject_person_both", "EN 319 412-2 NAT-4.2.4-4", "its subject has a pseudonym beside a name");
  }
  if (types.has("organizationName") || types.has("organizationIdentifier")) {
    refuse("subject_kind", "EN 319 412-2 4.2.4", "its subject, a natural person, has an organisation");
  }
}

function lintOrganization(types: ReadonlySet<NameAttributeType>): void {
  need(types, ["countryName", "organizationName", "commonName"], "EN 319 412-3 LEG-4.2.1-2");
  if (types.has("givenName") || types.has("surname") || types.has("pseudonym")) {
    refuse("subject_kind", "EN 319 412-3 4.2.1", "its subject, an organisation, has a person's name");
  }
}

function lintClient(types: ReadonlySet<NameAttributeType>): void {
  const clause = "profile clientCertificate";
  need(types, ["organizationName", "userId", "commonName"], clause);
  if (types.size > 3) refuse("subject_kind", clause, "its subject, a client, has more than a client's name");
}

function need(
  types: ReadonlySet<NameAttributeType>,
  wanted: readonly NameAttributeType[],
  clause: string,
): void {
  const missing = wanted.find((type) => !types.has(type));
  if (missing) refuse("subject_attribute_missing", clause, `its subject has no ${missing}`);
}
