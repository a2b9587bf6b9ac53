import { timingSafeEqual } from "node:crypto";
import type { Platform } from "../platform.js";

/** A message that somebody carries for us: a code, or one of an order's other messages. */
export interface MessageReference {
  readonly kind: "code" | "message";
  /** UUID. */
  readonly tenantId: string;
  /** UUID of the row. */
  readonly id: string;
}

const uuidBytes = 16;
const macBytes = 16;
const kinds = { c: "code", m: "message" } as const;

/**
 * What a provider is given with a message and gives back with each report on it: it says which row of which tenant
 * the message is, so that none has to be searched for, and a MAC says that it was us who wrote it.
 * @returns 65 letters, digits, hyphens and underscores
 */
export function deliveryReference(
  platform: Pick<Platform, "secretBox">,
  kind: MessageReference["kind"],
  tenantId: string,
  id: string,
): string {
  const letter = kind === "code" ? "c" : "m";
  const ids = Buffer.concat([bytesOf(tenantId), bytesOf(id)]);
  return letter + Buffer.concat([ids, mac(platform, letter, ids)]).toString("base64url");
}

/** Reads a reference back; null when we did not write it. */
export function readReference(platform: Pick<Platform, "secretBox">, text: string): MessageReference | null {
  const letter = text[0] as keyof typeof kinds;
  if (!/^[cm][\w-]{64}$/.test(text)) return null;
  const bytes = Buffer.from(text.slice(1), "base64url");
  const ids = bytes.subarray(0, 2 * uuidBytes);
  if (!timingSafeEqual(bytes.subarray(2 * uuidBytes), mac(platform, letter, ids))) return null;
  return {
    kind: kinds[letter],
    tenantId: uuidOf(ids.subarray(0, uuidBytes)),
    id: uuidOf(ids.subarray(uuidBytes)),
  };
}

function mac(platform: Pick<Platform, "secretBox">, letter: string, ids: Uint8Array): Buffer {
  const message = Buffer.concat([Buffer.from(letter), ids]);
  return Buffer.from(platform.secretBox.mac(message, "delivery reference")).subarray(0, macBytes);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
