import type { DerElement } from "../asn1/derElement.js";
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
  /** The first value of the first attribute of a type; null when there is none. */
  first(type: string): DerElement | null;
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
    first: (type) => values.get(type)?.[0] ?? null,
  };
}
