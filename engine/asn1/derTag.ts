/** Identifier octets used by X.509, CMS and RFC 3161 (X.690 8.1.2; every number here is below 31, so one octet each). */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Identifier octet of a context-specific constructed tag, `[number]` (X.690 8.1.2.4). @param number 0 to 30 */
export const contextConstructed = (number: number): number => 0xa0 | number;

/** Identifier octet of a context-specific primitive tag, `[number] IMPLICIT` of a primitive type. @param number 0 to 30 */
export const contextPrimitive = (number: number): number => 0x80 | number;
