import { timingSafeEqual } from "node:crypto";
import type { Platform } from "../platform.js";

/** An order, as a check page's address names it: UUIDs. */
export interface CheckedOrder {
  readonly tenantId: string;
  readonly orderId: string;
}

const uuidBytes = 16;
const macBytes = 16;
/** 48 bytes have no padding, and every character counts: one order has one address. */
const form = /^[A-Za-z0-9_-]{64}$/;

/** Where whoever holds a paper of the order can look it up. The address is printed, and so it is short and lasts. */
export function checkUrl(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { tenantId, orderId }: CheckedOrder,
): string {
  const ids = Buffer.from((tenantId + orderId).replaceAll("-", ""), "hex");
  const token = Buffer.concat([ids, macOf(platform, ids)]).toString("base64url");
  return `${platform.publicUrl}/check/${token}`;
}

/**
 * Which order a check page's address names.
 * Threat: somebody tries ids. An address that was not made here is told apart by its MAC alone, in constant time, so
 * that no row is looked for and no time says how near it came.
 * @returns null where the service did not make it
 */
export function readCheckToken(platform: Pick<Platform, "secretBox">, token: string): CheckedOrder | null {
  if (!form.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, 2 * uuidBytes);
  if (!timingSafeEqual(bytes.subarray(2 * uuidBytes), macOf(platform, ids))) return null;
  return { tenantId: uuid(ids.subarray(0, uuidBytes)), orderId: uuid(ids.subarray(uuidBytes)) };
}

function macOf(platform: Pick<Platform, "secretBox">, ids: Uint8Array): Uint8Array {
  return platform.secretBox.mac(ids, "check page").subarray(0, macBytes);
}

function uuid(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
