import { EngineError } from "../../engine/error.js";
import { decodePng } from "../../engine/image/png.js";
import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Order, Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockSigner } from "../signers/actingSigner.js";
import { consentText } from "./consent.js";

/** What a signer, or a caller for them, hands in to sign, besides the code. */
export interface HandedIn {
  /** Word for word what the signer was shown. */
  readonly consentText: string;
  readonly typedName: string | null;
  /** The drawn signature: a PNG. */
  readonly image: Uint8Array | null;
  /** What the request calls its fields, for refusals. */
  readonly fields: { readonly consentText: string; readonly image: string };
}

/**
 * Refuses what cannot be signed with, whatever the code: asked before a code is checked, so that a mistake beside it
 * does not use it up.
 * @throws Failure `consent_mismatch`, `signature_image_invalid`, `not_found`
 */
export async function checkHandedIn(
  platform: Pick<Platform, "database" | "limits">,
  tenantId: string,
  orderId: string,
  signerId: string,
  handedIn: HandedIn,
  mode?: Mode,
): Promise<void> {
  checkImage(platform, handedIn);
  await platform.database.withTenant(tenantId, async (transaction) => {
    const { order, signer } = await lockSigner(transaction, orderId, signerId, mode);
    requireConsent(order, signer, handedIn);
  });
}

/** @returns the text that was agreed to @throws Failure `consent_mismatch` */
export function requireConsent(order: Order, signer: Signer, handedIn: HandedIn): string {
  const consent = consentText(order.consentText, signer.language);
  if (handedIn.consentText === consent) return consent;
  const param = handedIn.fields.consentText;
  throw new Failure("consent_mismatch", `${param} must be the consent text of the order, word for word.`, {
    param,
  });
}

/** Refuses an image now that could not be drawn later. @throws Failure `signature_image_invalid` */
export function checkImage(platform: Pick<Platform, "limits">, { image, fields }: HandedIn): void {
  if (!image) return;
  const { imageBytes } = platform.limits;
  const refuse = (message: string, cause?: unknown) =>
    new Failure("signature_image_invalid", message, { param: fields.image, cause });
  if (image.length > imageBytes) throw refuse(`The image is larger than ${imageBytes} bytes.`);
  try {
    decodePng(image, { maxSide: 4096, maxPixels: 4_000_000, maxBytes: imageBytes });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw refuse(error.message, error);
  }
}
