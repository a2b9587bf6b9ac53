import type { Platform } from "../../platform.js";
import type { SecretBox } from "../../ports/keyStore.js";
import { type SigningSecret, signingSecret } from "./signingSecret.js";

/** Secrets that this process keeps opened. To open one costs as much as to sign twice with it. */
const mostOpened = 10_000;

/** By box, so that what one opens is never given out for another's; then by the row's id, the longest unused first. */
const opened = new WeakMap<SecretBox, Map<string, SigningSecret>>();

/** A row of `webhook_secrets`, as far as signing needs it. */
export interface SealedSecret {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** Opens a secret, or finds it opened. A row's secret never changes. */
export function openSecret({ secretBox }: Pick<Platform, "secretBox">, row: SealedSecret): SigningSecret {
  const kept = opened.get(secretBox) ?? new Map<string, SigningSecret>();
  opened.set(secretBox, kept);
  let found = kept.get(row.id);
  if (found === undefined) {
    const bytes = openBytes({ secretBox }, row);
    found = signingSecret(row.id, bytes);
    bytes.fill(0);
  } else {
    kept.delete(row.id);
  }
  kept.set(row.id, found);
  if (kept.size > mostOpened) kept.delete(kept.keys().next().value!);
  return found;
}

/** @returns the 64 bytes of a secret */
export function openBytes({ secretBox }: Pick<Platform, "secretBox">, row: SealedSecret): Uint8Array {
  return secretBox.open(row.secret, secretContext(row.id));
}

/** What a secret is sealed under: its row, so that one's cannot stand in for another's. */
export function secretContext(id: string): string {
  return `webhook secret ${id}`;
}
