import type { Platform } from "../platform.js";

/** What a caller has given back with each request may be a token of theirs: it is kept sealed. @param custom JSON text */
export function sealCustom(
  { secretBox }: Pick<Platform, "secretBox">,
  orderId: string,
  custom: string,
): Buffer {
  return Buffer.from(secretBox.seal(Buffer.from(custom, "utf8"), context(orderId)));
}

/** @returns JSON text; `null` where the callback has none */
export function openCustom(
  { secretBox }: Pick<Platform, "secretBox">,
  orderId: string,
  sealed: Uint8Array | null,
): string {
  if (sealed === null) return "null";
  return Buffer.from(secretBox.open(sealed, context(orderId))).toString("utf8");
}

function context(orderId: string): string {
  return `callback custom ${orderId}`;
}
