import { createHash } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";

/**
 * The lane of a callback: one for all callbacks of a tenant and mode to one origin (RFC 6454), because what one of them
 * meets the others would. Orders come and go, and an origin that is away is still remembered.
 * @param url absolute
 * @returns a UUID of version 8 (RFC 9562 5.8): 122 bits of a SHA-256
 */
export function callbackLane(tenantId: string, mode: Mode, url: string): string {
  const { origin } = new URL(url);
  const bytes = createHash("sha256").update(`callback lane\n${tenantId}\n${mode}\n${origin}`).digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex", 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
