import { EngineError } from "../../engine/error.js";
import { decodePng } from "../../engine/image/png.js";
import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { checkPath, type HandedInSteps } from "../proofPath/completePath.js";
import { readSteps } from "../proofPath/readSteps.js";
import { lockSigner, requireMayAct } from "../signers/actingSigner.js";
import type { Visitor } from "../signers/visitor.js";
import { requireAllowedSignature } from "./allowedSignature.js";

/** What a signer, or a caller for them, hands in to sign, besides the code. */
export interface HandedIn extends HandedInSteps {
  readonly typedName: string | null;
  /** The drawn signature: a PNG. */
  readonly image: Uint8Array | null;
  readonly fields: HandedInSteps["fields"] & { readonly image: string; readonly typedName: string };
}

/**
 * Refuses what cannot be signed with, whatever the code: asked before a code is checked, so that a mistake beside it
 * does not use it up.
 * @throws Failure `signature_image_invalid`, `field_invalid`, `not_found`, `signer_not_signing`, those of a signer who may not act, and those of `checkPath`
 */
export async function checkHandedIn(
  platform: Pick<Platform, "database" | "limits" | "clock">,
  tenantId: string,
  orderId: string,
  signerId: string,
  handedIn: HandedIn,
  visitor: Visitor,
  mode?: Mode,
): Promise<void> {
  checkImage(platform, handedIn);
  await platform.database.withTenant(tenantId, async (transaction) => {
    const [acting, steps] = await Promise.all([
      lockSigner(transaction, orderId, signerId, mode),
      readSteps(transaction, signerId),
    ]);
    requireMayAct(acting, platform.clock.now());
    requireSigns(acting.signer);
    requireAllowedSignature(acting.order, handedIn);
    checkPath(acting, steps, handedIn, visitor);
  });
}

/** @throws Failure `signer_not_signing` for an approver */
export function requireSigns({ role }: Pick<Signer, "role">): void {
  if (role !== "approver") return;
  throw new Failure("signer_not_signing", "This signer approves, and does not sign.");
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
