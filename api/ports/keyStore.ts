import type { KeyObject } from "node:crypto";

/** Long-lived keys: the authorities' and the time-stamping unit's. The private half never leaves the store. */
export interface KeyStore {
  /**
   * The public half of a key, made on first use. Two processes that ask at once get the same key.
   * @param keyId what the key is for, e.g. `live/root`; `a-z 0-9 - /`
   */
  publicKey(keyId: string): Promise<KeyObject>;
  /**
   * A signer for a key: ECDSA P-256 with SHA-256, over the whole message, DER-encoded signature (RFC 3279 2.2.3).
   * Asked for once and kept; signing itself does no I/O where the key is held in this process.
   */
  signer(keyId: string): Promise<MessageSigner>;
}

/** Signs a message (not its digest). May be synchronous; await it anyway. */
export type MessageSigner = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Encrypts small secrets for storage (AES-256-GCM under a key that is not in the database). */
export interface SecretBox {
  /** @param context bound to the ciphertext; opening under another context fails */
  seal(plaintext: Uint8Array, context: string): Uint8Array;
  /** @throws Error when the box was altered, or sealed under another key or context */
  open(box: Uint8Array, context: string): Uint8Array;
  /** HMAC-SHA-256 under a key derived for this purpose: peppers, link tokens. */
  mac(message: Uint8Array, purpose: string): Uint8Array;
}
