import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from "node:crypto";

/** What requests are signed with, both ways at once. */
export interface SigningSecret {
  /** UUID of its row. */
  readonly id: string;
  /** For HMAC-SHA-256. */
  readonly hmacKey: KeyObject;
  /** Ed25519 private key. */
  readonly signingKey: KeyObject;
}

/** Bytes of an HMAC key, and behind it of an Ed25519 seed. Standard Webhooks asks for an HMAC key of 24 to 64. */
export const hmacKeyBytes = 32;
const seedBytes = 32;
export const secretBytes = hmacKeyBytes + seedBytes;

/** PKCS #8 of an Ed25519 private key (RFC 8410 7) up to its seed. */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param bytes 32 of HMAC key, 32 of Ed25519 seed (RFC 8032 5.1.5) */
export function signingSecret(id: string, bytes: Uint8Array): SigningSecret {
  if (bytes.byteLength !== secretBytes) throw new Error(`A webhook secret has ${secretBytes} bytes.`);
  const pkcs8 = Buffer.concat([pkcs8Head, bytes.subarray(hmacKeyBytes)]);
  try {
    return {
      id,
      hmacKey: createSecretKey(bytes.subarray(0, hmacKeyBytes)),
      signingKey: createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }),
    };
  } finally {
    pkcs8.fill(0);
  }
}

/** @returns the 32 bytes of an Ed25519 public key (RFC 8032 5.1.5) */
export function publicKeyOf({ signingKey }: SigningSecret): Uint8Array {
  // A SubjectPublicKeyInfo ends with them (RFC 8410 4).
  return createPublicKey(signingKey).export({ format: "der", type: "spki" }).subarray(-32);
}
