import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { p256SubjectPublicKeyInfo } from "../../engine/x509/p256PublicKey.js";

/**
 * A key for one act of signing: ECDSA P-256, made in this process, never exported, never written anywhere.
 *
 * `destroy` drops the only reference to it. OpenSSL overwrites the private scalar when it frees the key, which is
 * when the collector finds that nothing refers to it any more; a test proves that nothing does.
 */
export class OneTimeKey {
  #privateKey: KeyObject | null;
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = privateKey;
    this.subjectPublicKeyInfo = p256SubjectPublicKeyInfo(publicKey.export({ format: "jwk" }));
  }

  /** Signs a message with ECDSA and a digest of it. @returns the signature, DER (RFC 3279 2.2.3) */
  sign(message: Uint8Array, digest: "sha256" | "sha512" = "sha256"): Uint8Array {
    if (this.#privateKey === null) throw new Error("This one-time key is destroyed.");
    return sign(digest, message, this.#privateKey);
  }

  destroy(): void {
    this.#privateKey = null;
  }
}
