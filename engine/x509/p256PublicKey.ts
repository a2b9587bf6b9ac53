import { oid } from "../asn1/derObjectIdentifier.js";
import { bitString, sequence } from "../asn1/derWriter.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";

/** FIPS 186-5 / SP 800-186 3.2.1.3: y^2 = x^3 - 3x + b (mod p). */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** All of a P-256 SubjectPublicKeyInfo but the coordinates: the point uncompressed, the curve by name (RFC 5480 2). */
const COORDINATES = 64;
const template = sequence(
  sequence(oid(oids.ecPublicKey), oid(oids.secp256r1)),
  bitString(Uint8Array.of(0x04, ...new Uint8Array(COORDINATES))),
);
const prefix = template.subarray(0, template.length - COORDINATES);

/**
 * The SubjectPublicKeyInfo of a key that node:crypto has just made, from its JWK (RFC 7518 6.2.1), which costs less
 * than half of what its DER export costs.
 * @param jwk coordinates in base64url, 32 bytes each
 * @throws EngineError `asn1_malformed` when they are not
 */
export function p256SubjectPublicKeyInfo(jwk: { readonly x?: string; readonly y?: string }): Uint8Array {
  const subjectPublicKeyInfo = new Uint8Array(template.length);
  subjectPublicKeyInfo.set(prefix);
  let at = prefix.length;
  for (const text of [jwk.x, jwk.y]) {
    const bytes = Buffer.from(text ?? "", "base64url");
    if (bytes.length !== COORDINATES / 2)
      throw malformed("A coordinate of the P-256 key has not 32 bytes", at);
    subjectPublicKeyInfo.set(bytes, at);
    at += bytes.length;
  }
  return subjectPublicKeyInfo;
}

/** Whether a SubjectPublicKeyInfo names P-256 and has an uncompressed point; not whether the point is on the curve. */
export const isP256 = (subjectPublicKeyInfo: Uint8Array): boolean =>
  subjectPublicKeyInfo.length === template.length &&
  Buffer.compare(subjectPublicKeyInfo.subarray(0, prefix.length), prefix) === 0;

/**
 * What is wrong with a P-256 public key, without asking a provider to load it.
 *
 * A point off the curve is an invalid-curve attack, or a broken key generator; the point at infinity has no
 * uncompressed form. The curve's cofactor is 1, so every point on it is in the right group.
 * @param subjectPublicKeyInfo DER
 * @returns null when it is a point on the curve
 */
export function p256Defect(subjectPublicKeyInfo: Uint8Array): string | null {
  if (!isP256(subjectPublicKeyInfo)) return "is no P-256 key with an uncompressed point";
  const x = coordinate(subjectPublicKeyInfo, prefix.length);
  const y = coordinate(subjectPublicKeyInfo, prefix.length + COORDINATES / 2);
  if (x >= P || y >= P) return "has a coordinate that is not below the prime";
  return (y * y - x * x * x + 3n * x - B) % P === 0n ? null : "is not on the curve";
}

function coordinate(bytes: Uint8Array, at: number): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, COORDINATES / 2);
  let value = 0n;
  for (let offset = 0; offset < COORDINATES / 2; offset += 8)
    value = (value << 64n) | view.getBigUint64(offset);
  return value;
}
