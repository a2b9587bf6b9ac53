import { integer, sequence } from "../asn1/derWriter.js";
import { EngineError } from "../error.js";
import { coordinateLength } from "./publicKey.js";

const LENGTHS: readonly number[] = Object.values(coordinateLength).map((length) => 2 * length);

/**
 * The ECDSA-Sig-Value of a signature that comes as r and s, one behind the other, each as long as the curve's order
 * (IEEE P1363): so WebCrypto, PKCS #11 and most smart cards give it. CMS and X.509 want the SEQUENCE.
 * @param raw 64 bytes for P-256, 96 for P-384, 132 for P-521
 * @returns ECDSA-Sig-Value DER (RFC 3279 2.2.3), for completeSignature
 * @throws EngineError `signature_invalid` for any other length, and when r or s is zero
 */
export function ecdsaSignatureToDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const [r, s] = [raw.subarray(0, half), raw.subarray(half)];
  if (!LENGTHS.includes(raw.length) || isZero(r) || isZero(s)) {
    throw new EngineError(
      "signature_invalid",
      `A signature of ${raw.length} bytes is no r and s of P-256, P-384 or P-521.`,
    );
  }
  return sequence(integer(r), integer(s));
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((octet) => octet === 0);
