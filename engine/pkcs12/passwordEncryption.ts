import { createCipheriv, pbkdf2 } from "node:crypto";
import { oid } from "../asn1/derObjectIdentifier.js";
import { concat, integer, nullValue, octetString, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";

/** A password, and what makes guessing it slow. */
export interface PasswordUse {
  readonly password: string;
  /** How often the derivation is repeated, 1 or more. */
  readonly iterations: number;
}

/** What has to be random each time that a password encrypts something. */
export interface EncryptionRandom {
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** 16 bytes. */
  readonly initializationVector: Uint8Array;
}

export interface PasswordEncrypted {
  /** AlgorithmIdentifier DER of PBES2 with its parameters (RFC 8018 A.4). */
  readonly algorithm: Uint8Array;
  readonly ciphertext: Uint8Array;
}

const KEY_BYTES = 32;
/** The default pseudo-random function is HMAC with SHA-1, so this one is said (RFC 8018 A.2). */
const HMAC_SHA256 = sequence(oid(oids.hmacWithSha256), nullValue());

/**
 * Encrypts with a password: PBES2 (RFC 8018 6.2) of PBKDF2 with HMAC-SHA-256 and AES-256 in CBC mode. The password's
 * octets are its UTF-8 (RFC 8018 3), without the terminator that RFC 7292 appendix B adds for its own derivation.
 */
export async function encryptWithPassword(
  plaintext: Uint8Array,
  { password, iterations }: PasswordUse,
  { salt, initializationVector }: EncryptionRandom,
): Promise<PasswordEncrypted> {
  const key = await derive(password, salt, iterations);
  const cipher = createCipheriv("aes-256-cbc", key, initializationVector);
  const ciphertext = concat(cipher.update(plaintext), cipher.final());
  key.fill(0);
  const derivation = sequence(octetString(salt), integer(iterations), integer(KEY_BYTES), HMAC_SHA256);
  const algorithm = sequence(
    oid(oids.pbes2),
    sequence(
      sequence(oid(oids.pbkdf2), derivation),
      sequence(oid(oids.aes256Cbc), octetString(initializationVector)),
    ),
  );
  return { algorithm, ciphertext };
}

/** Off the calling thread: it is meant to be slow. */
function derive(password: string, salt: Uint8Array, iterations: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    pbkdf2(Buffer.from(password, "utf8"), salt, iterations, KEY_BYTES, "sha256", (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
