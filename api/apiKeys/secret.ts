import { createHash } from "node:crypto";
import type { Platform } from "../platform.js";
import type { Mode } from "./caller.js";

/**
 * An API key: `paraph_test_` or `paraph_live_` and 43 characters of base64url, 256 random bits. The prefix lets a
 * person see what they hold, and lets scanners of leaked secrets find it.
 */
export function newSecret(platform: Pick<Platform, "random">, mode: Mode): string {
  return `paraph_${mode}_${Buffer.from(platform.random.bytes(32)).toString("base64url")}`;
}

export function isApiKeyForm(text: string): boolean {
  return /^paraph_(test|live)_[A-Za-z0-9_-]{43}$/.test(text);
}

/** What the database keeps. The secret has 256 random bits, so a plain hash cannot be searched backwards. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** What lists show of a key: enough to tell it from others. */
export function visiblePrefix(secret: string): string {
  return secret.slice(0, "paraph_test_".length + 4);
}
