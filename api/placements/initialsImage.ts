import { createHash } from "node:crypto";
import { EngineError } from "../../engine/error.js";
import { decodePng } from "../../engine/image/png.js";
import { Failure } from "../failure/failure.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { readImage } from "../signing/signatureImage.js";
import { placementLimits } from "./limits.js";

/** Drawn initials: kept as an object, named in a placement's value, which is never shown. */
export interface InitialsImage {
  /** What stands in the placement's value. */
  readonly value: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

const prefix = "image:";

/** Whether a value that a signer sent is a drawing. */
export function isDrawing(given: string): boolean {
  return given.startsWith("data:image/png;base64,");
}

/** Whether a placement's value stands for a drawing. */
export function isImageValue(value: string): boolean {
  return value.startsWith(prefix);
}

/** Key of the object that a value stands for. */
export function imageKey(tenantId: string, orderId: string, value: string): string {
  return `${tenantId}/orders/${orderId}/initials/${value.slice(prefix.length)}`;
}

/**
 * Takes drawn initials in. The value holds their digest, so that what a code is bound to changes with the drawing.
 * @param given a data URL of a PNG
 * @throws Failure `signature_image_invalid`
 */
export function takeInitials(
  platform: Pick<Platform, "clock" | "random">,
  tenantId: string,
  orderId: string,
  given: string,
  param: string,
): InitialsImage {
  const bytes = readImage(given, param) ?? new Uint8Array(0);
  const { initialsImageBytes } = placementLimits;
  const refuse = (message: string, cause?: unknown) =>
    new Failure("signature_image_invalid", message, { param, cause });
  if (bytes.length > initialsImageBytes) throw refuse(`${param} is larger than ${initialsImageBytes} bytes.`);
  try {
    decodePng(bytes, { maxSide: 2000, maxPixels: 1_000_000, maxBytes: initialsImageBytes });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw refuse(error.message, error);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const value = `${prefix}${newUuid(platform.clock, platform.random)}-${sha256}.png`;
  return { value, key: imageKey(tenantId, orderId, value), bytes };
}

/** Reads the drawn initials of a signer's placements. @returns PNG by the value that stands for it */
export async function readInitials(
  platform: Pick<Platform, "objectStore">,
  tenantId: string,
  orderId: string,
  placements: readonly { readonly value: string | null }[],
): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const { value } of placements) {
    if (value === null || !isImageValue(value) || images.has(value)) continue;
    images.set(value, await platform.objectStore.get(imageKey(tenantId, orderId, value)));
  }
  return images;
}
