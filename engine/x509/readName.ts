import type { DerElement } from "../asn1/derElement.js";
import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";

const MAX_ATTRIBUTES = 64;

export interface NameAttribute {
  /** Dotted object identifier. */
  readonly type: string;
  readonly value: DerElement;
}

/**
 * The attributes of a distinguished name, in order; a relative name of several gives several.
 * @param der a Name: RDNSequence (RFC 5280 4.1.2.4)
 * @throws EngineError `asn1_malformed`, also for more than 64 of them
 */
export function readName(der: Uint8Array): NameAttribute[] {
  const attributes: NameAttribute[] = [];
  for (const relativeName of DerReader.inside(der, tag.sequence, "Name").readAll(
    "RelativeDistinguishedName",
    MAX_ATTRIBUTES,
  )) {
    const members = DerReader.inside(relativeName.encoded, tag.set, "RelativeDistinguishedName");
    for (const member of members.readAll("AttributeTypeAndValue", MAX_ATTRIBUTES)) {
      const reader = DerReader.inside(member.encoded, tag.sequence, "AttributeTypeAndValue");
      const type = reader.read(tag.objectIdentifier, "AttributeType").oid;
      attributes.push({ type, value: reader.readAny("AttributeValue") });
      reader.close("AttributeTypeAndValue");
    }
  }
  return attributes;
}
