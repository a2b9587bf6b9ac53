import { createHash } from "node:crypto";
import { type IdPrefix, publicId } from "../../ids/id.js";

/** Who and what stands in the examples: one order, whose events fit together. */
export const order = example("ord", 1);
export const [lease, inventory] = [example("doc", 2), example("doc", 3)];
export const [ada, grace] = [example("sgr", 4), example("sgr", 5)];
export const apiKey = example("key", 6);
export const endpoint = example("whe", 7);
export const otp = example("otp", 8);
export const message = example("msg", 9);
export const externalId = "lease-2026-117";

/** The id of another thing, by its number. */
export function example(prefix: IdPrefix, number: number): string {
  return publicId(prefix, `01a230d5-1280-7c3e-9f4b-6d2a70e5${number.toString(16).padStart(4, "0")}`);
}

/** A SHA-256, hexadecimal. @param of what */
export function digest(of: string): string {
  return createHash("sha256").update(of).digest("hex");
}
