import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { textFromOctets } from "../asn1/derText.js";
import { EngineError } from "../error.js";

const MAX_ATTRIBUTES = 64;

/**
 * Whether two distinguished names are the same (RFC 5280 7.1): the same attributes in the same order, texts compared
 * without regard to case, to runs of spaces and to the string type that they are written in. Names that are the same
 * octet for octet, as nearly all are, cost nothing more.
 * @param left Name DER @param right Name DER
 */
export function sameName(left: Uint8Array, right: Uint8Array): boolean {
  if (Buffer.compare(left, right) === 0) return true;
  const canonical = canonicalName(left);
  return canonical !== null && canonical === canonicalName(right);
}

/** A name is compared with one candidate after another. */
const remembered = new WeakMap<Uint8Array, string | null>();

/**
 * A text that names which are the same have in common, and no other.
 * @param name Name DER @returns null for what is no Name
 */
export function canonicalName(name: Uint8Array): string | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const canonical = readCanonicalName(name);
  remembered.set(name, canonical);
  return canonical;
}

function readCanonicalName(name: Uint8Array): string | null {
  try {
    const relativeNames = DerReader.inside(name, tag.sequence, "Name").readAll(
      "RelativeDistinguishedName",
      MAX_ATTRIBUTES,
    );
    return JSON.stringify(relativeNames.map((relativeName) => canonicalAttributes(relativeName.encoded)));
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** Type and value of the attributes of a relative name, in an order of their own: it is a SET. */
function canonicalAttributes(relativeName: Uint8Array): string[] {
  const members = DerReader.inside(relativeName, tag.set, "RelativeDistinguishedName");
  return members
    .readAll("AttributeTypeAndValue", MAX_ATTRIBUTES)
    .map((member) => {
      const reader = DerReader.inside(member.encoded, tag.sequence, "AttributeTypeAndValue");
      const type = reader.read(tag.objectIdentifier, "AttributeType").oid;
      const value = reader.readAny("AttributeValue");
      reader.close("AttributeTypeAndValue");
      const text = textFromOctets(value.tag, value.content);
      return text === null
        ? `${type}#${Buffer.from(value.encoded).toString("hex")}`
        : `${type}=${folded(text)}`;
    })
    .sort();
}

/** RFC 4518 2 as far as RFC 5280 7.1 asks for it. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
