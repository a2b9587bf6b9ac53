import { oid } from "../asn1/derObjectIdentifier.js";
import { explicit, implicit, integer, octetString, sequence, setOf } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { bmpString } from "./bmpString.js";
import type { PasswordEncrypted } from "./passwordEncryption.js";

/** PKCS12Attribute (RFC 7292 4.2): friendlyName and localKeyId (RFC 2985 5.5) tie a certificate to its key. */
export function bagAttributes(friendlyName: string, localKeyId: Uint8Array): Uint8Array {
  return setOf([
    sequence(oid(oids.friendlyName), setOf([bmpString(friendlyName)])),
    sequence(oid(oids.localKeyId), setOf([octetString(localKeyId)])),
  ]);
}

/** A SafeBag with an encrypted private key: EncryptedPrivateKeyInfo of PKCS #8 (RFC 7292 4.2.2, RFC 5958 3). */
export function shroudedKeyBag(
  { algorithm, ciphertext }: PasswordEncrypted,
  attributes: Uint8Array,
): Uint8Array {
  const encryptedKey = sequence(algorithm, octetString(ciphertext));
  return sequence(oid(oids.pkcs8ShroudedKeyBag), explicit(0, encryptedKey), attributes);
}

/** A SafeBag with an X.509 certificate (RFC 7292 4.2.3). @param attributes null: none, as of an authority's */
export function certificateBag(certificate: Uint8Array, attributes: Uint8Array | null): Uint8Array {
  const bag = sequence(oid(oids.x509Certificate), explicit(0, octetString(certificate)));
  return sequence(oid(oids.certBag), explicit(0, bag), ...(attributes === null ? [] : [attributes]));
}

/** ContentInfo of type data (RFC 5652 4). */
export const dataContent = (content: Uint8Array): Uint8Array =>
  sequence(oid(oids.data), explicit(0, octetString(content)));

/** ContentInfo of type encryptedData, version 0 (RFC 5652 8). */
export function encryptedContent({ algorithm, ciphertext }: PasswordEncrypted): Uint8Array {
  const content = sequence(oid(oids.data), algorithm, implicit(0, octetString(ciphertext)));
  return sequence(oid(oids.encryptedData), explicit(0, sequence(integer(0), content)));
}
