import type { DerElement } from "../asn1/derElement.js";
import { oid } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { EngineError } from "../error.js";

const MAX_ATTRIBUTES = 64;
const MAX_VALUES = 64;

/** The attributes of one SET OF Attribute (RFC 5652 5.3). */
export interface Attributes {
  /**
   * The value of an attribute that has to be there, once, with one value of this type (RFC 5652 11).
   * @throws EngineError `signature_invalid`
   */
  single(type: string, identifier: number): DerElement;
  /** As `single`, but null when there is no such attribute. */
  singleOptional(type: string, identifier: number): DerElement | null;
  /** The values of all attributes of a type, in the order they stand. */
  all(type: string): readonly DerElement[];
}

/** @param set the SET OF Attribute under whatever tag it has @throws EngineError `asn1_malformed` */
export function readAttributes(set: DerElement): Attributes {
  const values = new Map<string, DerElement[]>();
  for (const member of DerReader.inside(set.encoded, set.tag, "Attributes").readAll(
    "Attribute",
    MAX_ATTRIBUTES,
  )) {
    const reader = DerReader.inside(member.encoded, tag.sequence, "Attribute");
    const type = reader.read(tag.objectIdentifier, "attrType").oid;
    const own = reader.enter(tag.set, "attrValues").readAll("AttributeValue", MAX_VALUES);
    reader.close("Attribute");
    values.set(type, [...(values.get(type) ?? []), ...own]);
  }
  const singleOptional = (type: string, identifier: number): DerElement | null => {
    const own = values.get(type);
    if (own === undefined) return null;
    const [value] = own;
    if (!value || own.length > 1 || value.tag !== identifier) {
      throw new EngineError(
        "signature_invalid",
        `The signed attribute ${type} has not one value of its type.`,
      );
    }
    return value;
  };
  return {
    singleOptional,
    single(type, identifier) {
      const value = singleOptional(type, identifier);
      if (value === null)
        throw new EngineError("signature_invalid", `The signed attribute ${type} is missing.`);
      return value;
    },
    all: (type) => values.get(type) ?? [],
  };
}

/**
 * The values of one type in a SET OF Attribute, such as `signedAttributes` of a SignedData, or `unsignedAttributes`.
 * @param type dotted object identifier
 * @returns AttributeValue DER each, in the order they stand
 * @throws EngineError `asn1_malformed`
 */
export function attributeValues(attributes: Uint8Array, type: string): Uint8Array[] {
  // Most types that are asked for are in no signature at all.
  const { buffer, byteOffset, length } = attributes;
  if (Buffer.from(buffer, byteOffset, length).indexOf(oid(type)) < 0) return [];
  const set = DerReader.of(attributes).readAny("Attributes");
  return readAttributes(set)
    .all(type)
    .map((value) => value.encoded);
}
