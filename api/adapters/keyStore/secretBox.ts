import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { SecretBox } from "../../ports/keyStore.js";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A box for small secrets under a master secret held in memory.
 *
 * A box is one byte of version (1), 12 of nonce, the ciphertext and 16 of tag: AES-256-GCM (NIST SP 800-38D). Every
 * context has a key of its own (HKDF-SHA-256, RFC 5869), and is authenticated too; so the limit of 2^32 random nonces
 * under one key counts for each context alone. MACs are made under keys that no box is ever made under.
 *
 * @param secret 32 bytes
 */
export function secretBox(secret: Uint8Array): SecretBox {
  if (secret.byteLength !== 32) throw new Error("A master secret has 32 bytes.");
  const prk = extract(secret);
  // As key objects: node takes a key of plain bytes over anew at each use, which costs more than the use itself.
  const keyFor = (use: string): KeyObject => createSecretKey(expand(prk, use));

  return {
    seal(plaintext, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", keyFor(`box ${context}`), nonce);
      cipher.setAAD(Buffer.from(context));
      const body = [cipher.update(plaintext), cipher.final()];
      return new Uint8Array(Buffer.concat([Uint8Array.of(version), nonce, ...body, cipher.getAuthTag()]));
    },

    open(box, context) {
      if (box.byteLength < 1 + nonceBytes + tagBytes || box[0] !== version) {
        throw new Error("This is not a sealed box of a known version.");
      }
      const nonce = box.subarray(1, 1 + nonceBytes);
      const body = box.subarray(1 + nonceBytes, -tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", keyFor(`box ${context}`), nonce, {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(box.subarray(-tagBytes));
      const opened = decipher.update(body);
      try {
        decipher.final();
      } catch (error) {
        throw new Error("This box was altered, or sealed under another secret or context.", { cause: error });
      }
      const plaintext = Uint8Array.from(opened);
      opened.fill(0);
      return plaintext;
    },

    mac(message, purpose) {
      return new Uint8Array(
        createHmac("sha256", keyFor(`mac ${purpose}`))
          .update(message)
          .digest(),
      );
    },
  };
}

/**
 * A key of 32 bytes for one use (HKDF-SHA-256 without salt: the secret is uniformly random already).
 * @param use at most 1,000 bytes of UTF-8
 */
export function deriveKey(secret: Uint8Array, use: string): Uint8Array {
  return expand(extract(secret), use);
}

/** HKDF-Extract without salt (RFC 5869 2.2). */
function extract(secret: Uint8Array): KeyObject {
  return createSecretKey(
    createHmac("sha256", createSecretKey(new Uint8Array(32)))
      .update(secret)
      .digest(),
  );
}

/** HKDF-Expand to the 32 bytes of one block (RFC 5869 2.3). */
function expand(prk: KeyObject, use: string): Uint8Array {
  return createHmac("sha256", prk).update(`paraph 1 ${use}\u0001`, "utf8").digest();
}
