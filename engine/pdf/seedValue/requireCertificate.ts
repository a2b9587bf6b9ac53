import { DerReader } from "../../asn1/derReader.js";
import { tag } from "../../asn1/derTag.js";
import { oids } from "../../asn1/oids.js";
import { type Certificate, parseCertificate } from "../../x509/parseCertificate.js";
import { certificatePoliciesOf, type Extensions, extensionsOf } from "../../x509/readExtensions.js";
import { readName } from "../../x509/readName.js";
import { sameName } from "../../x509/sameName.js";
import { isCertificateSignedBy } from "../../x509/signedBy.js";
import type { CertificateSeedValue } from "./certificateSeedValue.js";
import { unmet } from "./unmet.js";

/** Bits of KeyUsage (RFC 5280 4.2.1.3), from digitalSignature to decipherOnly. */
const KEY_USAGE_BITS = 9;

/** Attribute names as directories write them (RFC 4519), by their object identifiers; in lower case. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  cn: oids.commonName,
  sn: oids.surname,
  serialnumber: oids.serialNumber,
  c: oids.countryName,
  l: "2.5.4.7",
  st: "2.5.4.8",
  o: oids.organizationName,
  ou: "2.5.4.11",
  title: "2.5.4.12",
  givenname: oids.givenName,
  pseudonym: oids.pseudonym,
  e: "1.2.840.113549.1.9.1",
  email: "1.2.840.113549.1.9.1",
};

/**
 * Makes sure that the signer's certificate is one that the field's author wants (ISO 32000-2 Table 238). Only required
 * constraints are looked at, and an empty one constrains nothing.
 * @param certificates DER: the signer's first, then its issuers
 * @throws EngineError `pdf_seed_value_unmet`, `asn1_malformed`
 */
export function requireCertificate(
  fieldName: string,
  wanted: CertificateSeedValue,
  certificates: readonly Uint8Array[],
): void {
  const { required, subjects, issuers, policies, subjectNames, keyUsages } = wanted;
  const [signerDer = new Uint8Array(0), ...chain] = certificates;
  const signer = parseCertificate(signerDer);
  const extensions = extensionsOf(signer);
  const demand = (constraint: typeof required extends ReadonlySet<infer C> ? C : never, list: unknown[]) =>
    required.has(constraint) && list.length > 0;
  if (demand("subject", [...subjects]) && !subjects.some((der) => isSame(der, signerDer))) {
    throw unmet(fieldName, "one of the signers' certificates that it lists");
  }
  if (demand("issuer", [...issuers]) && !issuers.some((der) => isInChain(der, signer, chain))) {
    throw unmet(fieldName, "a certificate from one of the issuers that it lists");
  }
  if (
    demand("policy", [...policies]) &&
    !certificatePoliciesOf(extensions).some((policy) => policies.includes(policy))
  ) {
    throw unmet(fieldName, `a certificate of one of the policies ${policies.slice(0, 8).join(", ")}`);
  }
  if (demand("subjectName", [...subjectNames]) && !subjectNames.some((name) => hasAttributes(signer, name))) {
    throw unmet(fieldName, "a certificate for one of the subjects that it names");
  }
  const usage = keyUsageOf(extensions);
  if (demand("keyUsage", [...keyUsages]) && !keyUsages.some((pattern) => fits(usage, pattern))) {
    throw unmet(fieldName, `a certificate whose key usage is ${keyUsages.slice(0, 8).join(" or ")}`);
  }
}

/** Whether this issuer is among the certificates given, or issued the last of them. */
function isInChain(issuer: Uint8Array, signer: Certificate, chain: readonly Uint8Array[]): boolean {
  if (isSame(issuer, signer.der) || chain.some((der) => isSame(issuer, der))) return true;
  const last = chain.length > 0 ? parseCertificate(chain.at(-1)!) : signer;
  const candidate = parseCertificate(issuer);
  return sameName(last.issuer, candidate.subject) && isCertificateSignedBy(last, candidate);
}

function hasAttributes(signer: Certificate, wanted: ReadonlyMap<string, string>): boolean {
  const attributes = readName(signer.subject);
  return [...wanted].every(([name, text]) => {
    const type = ATTRIBUTES[name.toLowerCase()] ?? name;
    return attributes.some((attribute) => attribute.type === type && attribute.value.text === text);
  });
}

/** Without the extension a key may do anything (RFC 5280 4.2.1.3), so that no bit can be held against it. */
function keyUsageOf(extensions: Extensions): readonly boolean[] | undefined {
  const extension = extensions.get(oids.keyUsage);
  if (extension === undefined) return undefined;
  const set = DerReader.of(extension.value).read(tag.bitString, "KeyUsage").namedBits;
  return Array.from({ length: KEY_USAGE_BITS }, (_, bit) => set.includes(bit));
}

function fits(usage: readonly boolean[] | undefined, pattern: string): boolean {
  return [...pattern].every((wanted, bit) => {
    if (wanted !== "0" && wanted !== "1") return true;
    return usage === undefined ? wanted === "1" : (usage[bit] ?? false) === (wanted === "1");
  });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
