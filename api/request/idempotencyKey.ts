import { createHash, hash } from "node:crypto";
import type { Request } from "express";
import { Failure } from "../failure/failure.js";
import type { IdempotencyKey } from "../idempotency/once.js";
import { uploadsOf } from "./uploads.js";

/** Documents in base64 would be written out once more only to be digested. */
const longText = 1024;

function digestOfLongText(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || value.length < longText) return value;
  return { length: value.length, sha256: hash("sha256", value, "base64") };
}

/**
 * Reads the `Idempotency-Key` header and takes the request's fingerprint.
 * @returns null when the caller sent none
 * @throws Failure `idempotency_key_invalid`
 */
export function idempotencyKeyOf(request: Request): IdempotencyKey | null {
  const key = request.header("Idempotency-Key");
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Failure("idempotency_key_invalid", "Idempotency-Key takes 1 to 255 visible ASCII characters.", {
      param: "Idempotency-Key",
    });
  }
  const fingerprint = createHash("sha256").update(`${request.method} ${request.path}\n`);
  // In whatever order they were written.
  const parameters = Object.entries(request.query).sort(([one], [other]) => (one < other ? -1 : 1));
  if (parameters.length > 0) fingerprint.update(`${JSON.stringify(parameters)}\n`);
  fingerprint.update(JSON.stringify(request.body ?? null, digestOfLongText));
  // Each file's name and length first: a letter moved from a name to its content makes another request.
  for (const { name, bytes } of uploadsOf(request))
    fingerprint.update(JSON.stringify([name, bytes.length])).update(bytes);
  return { key, fingerprint: fingerprint.digest() };
}
