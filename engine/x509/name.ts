import { oid } from "../asn1/derObjectIdentifier.js";
import { printableString, sequence, setOf, utf8String } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";

/** Attributes of a distinguished name that we write, most general first. */
export type NameAttributeType =
  | "countryName"
  | "organizationName"
  | "organizationIdentifier"
  | "givenName"
  | "surname"
  | "pseudonym"
  | "serialNumber"
  | "userId"
  | "commonName";

/** A natural person (ETSI EN 319 412-2 4.2.4): a country, a name or else a pseudonym, and how they are commonly called. */
export interface NaturalPerson {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly givenName?: string;
  readonly surname?: string;
  /** Instead of givenName and surname, never beside them. */
  readonly pseudonym?: string;
  readonly commonName: string;
  /** Tells two people of one name apart; PrintableString. */
  readonly serialNumber?: string;
}

/** An organisation that runs an authority or a time-stamping unit (EN 319 412-2 4.2.3.1, EN 319 412-3 4.2.1). */
export interface AuthorityIdentity {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly organization: string;
  /** EN 319 412-1 5.1.4, e.g. `VATFR-12345678901`. */
  readonly organizationIdentifier?: string;
  readonly commonName: string;
}

/** A program that calls in an organisation's name. */
export interface ClientIdentity {
  readonly organization: string;
  /** Unique for its authority. */
  readonly userId: string;
  readonly commonName: string;
}

/** Types whose string is a PrintableString by RFC 5280 appendix A; every other one is a UTF8String (4.1.2.4). */
const PRINTABLE: ReadonlySet<NameAttributeType> = new Set(["countryName", "serialNumber"]);

/**
 * Name: one attribute a relative name, in the order given (RFC 5280 4.1.2.4).
 * Lengths and contents are for lint to judge, once the certificate stands.
 * @throws EngineError `asn1_malformed` when a text does not fit its string type
 */
export function distinguishedName(attributes: readonly (readonly [NameAttributeType, string])[]): Uint8Array {
  return sequence(
    ...attributes.map(([type, text]) =>
      setOf([sequence(oid(oids[type]), PRINTABLE.has(type) ? printableString(text) : utf8String(text))]),
    ),
  );
}

/** Name DER of a natural person. @throws EngineError `asn1_malformed` */
export function naturalPersonName(person: NaturalPerson): Uint8Array {
  return distinguishedName([
    ["countryName", person.country],
    ...optional("givenName", person.givenName),
    ...optional("surname", person.surname),
    ...optional("pseudonym", person.pseudonym),
    ...optional("serialNumber", person.serialNumber),
    ["commonName", person.commonName],
  ]);
}

/** Name DER of an authority or a time-stamping unit. @throws EngineError `asn1_malformed` */
export function authorityName(identity: AuthorityIdentity): Uint8Array {
  return distinguishedName([
    ["countryName", identity.country],
    ["organizationName", identity.organization],
    ...optional("organizationIdentifier", identity.organizationIdentifier),
    ["commonName", identity.commonName],
  ]);
}

/** Name DER of a client. @throws EngineError `asn1_malformed` */
export function clientName({ organization, userId, commonName }: ClientIdentity): Uint8Array {
  return distinguishedName([
    ["organizationName", organization],
    ["userId", userId],
    ["commonName", commonName],
  ]);
}

function optional(type: NameAttributeType, text: string | undefined): [NameAttributeType, string][] {
  return text === undefined ? [] : [[type, text]];
}
