import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";
import type { PersonalData } from "../../engine/hashchain/event.js";
import type { Platform } from "../platform.js";

/** A signer as far as the audit trail is concerned: who it is, and the sealed key of their personal data. */
export interface Concerned {
  readonly id: string;
  /** Null: they were erased, and nothing personal of them is written or read any more. */
  readonly personalKey: Uint8Array | null;
}

/** One who has not been erased. */
export interface Known extends Concerned {
  readonly personalKey: Uint8Array;
}

/** Whether there is a key to a signer's personal data. */
export function isKnown(signer: Concerned): signer is Known {
  return signer.personalKey !== null;
}

/**
 * Personal data of events are encrypted (AES-256-GCM) under a key of the signer's own, which is itself sealed.
 * Erasing a signer deletes that one key; the chain, which holds commitments only, stays whole.
 */
const nonceBytes = 12;
const tagBytes = 16;

/** Makes a signer's key. @returns the key, sealed for storage */
export function newPersonalKey(
  platform: Pick<Platform, "random" | "secretBox">,
  signerId: string,
): Uint8Array {
  return platform.secretBox.seal(platform.random.bytes(32), keyContext(signerId));
}

export function sealPersonal(
  platform: Pick<Platform, "random" | "secretBox">,
  signer: Known,
  personal: PersonalData,
): Uint8Array {
  const key = keyOf(platform, signer);
  const nonce = platform.random.bytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(personal), "utf8"), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

/** @throws Error when the bytes were altered or belong to another signer */
export function openPersonal(
  platform: Pick<Platform, "secretBox">,
  signer: Known,
  sealed: Uint8Array,
): PersonalData {
  const key = keyOf(platform, signer);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const text = Buffer.concat([
    decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)),
    decipher.final(),
  ]).toString("utf8");
  return JSON.parse(text) as PersonalData;
}

function keyOf(platform: Pick<Platform, "secretBox">, signer: Known): KeyObject {
  return createSecretKey(platform.secretBox.open(signer.personalKey, keyContext(signer.id)));
}

function keyContext(signerId: string): string {
  return `personal key of signer ${signerId}`;
}
