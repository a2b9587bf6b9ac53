import { createHash } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { dropObjects, keepObjects, storeObjects } from "../documents/claims.js";
import { Failure } from "../failure/failure.js";
import { newUuid, publicId } from "../ids/id.js";
import { lockOrder } from "../orders/orderRows.js";
import { moveCode, readCode } from "../otp/codeRows.js";
import { otpPolicy } from "../otp/policy.js";
import type { Platform } from "../platform.js";
import { type ActingSigner, lockActingSigner } from "../signers/actingSigner.js";
import { markSigning, startOrder } from "../signers/signerRows.js";
import type { Visitor } from "../signers/visitor.js";
import { checkImage, type HandedIn, requireConsent } from "./handedIn.js";
import { insertSigning, readSigningOf, type Signing } from "./signingRows.js";

/** How long one try of making the signatures may take before another process takes over. */
export const signingLeaseSeconds = 60;

/** What is handed in to sign, and the code that was verified for it. */
export interface SigningRequest extends HandedIn {
  readonly codeId: string;
}

/** A signing, and whether it is this call that made it and holds its lease. */
export interface RequestedSigning {
  readonly signing: Signing;
  readonly isNew: boolean;
}

type Needs = Pick<Platform, "database" | "objectStore" | "clock" | "random" | "secretBox" | "limits">;

/**
 * Records that a signer signs: the consent, the code used up, and the work to be done, in one transaction. From then
 * on the signature is made, by this process or another. A repeat of the same request finds the same signing.
 * @throws Failure `session_expired`, `consent_mismatch`, `signature_image_invalid`, and those of a signer who may
 * not act
 */
export async function requestSigning(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  request: SigningRequest,
  visitor: Visitor,
  mode?: Mode,
): Promise<RequestedSigning> {
  const earlier = await platform.database.withTenant(tenantId, (transaction) =>
    readSigningOf(transaction, signerId),
  );
  if (earlier?.otpCodeId === request.codeId) return { signing: earlier, isNew: false };
  checkImage(platform, request);
  const id = newUuid(platform.clock, platform.random);
  const imageKey = request.image ? `${tenantId}/orders/${orderId}/signatures/${id}.png` : null;
  const keys = imageKey ? [imageKey] : [];
  try {
    if (imageKey && request.image) {
      await storeObjects(platform, tenantId, [
        { key: imageKey, bytes: request.image, contentType: "image/png" },
      ]);
    }
    return await platform.database.withTenant(tenantId, async (transaction) => {
      const now = platform.clock.now();
      await lockOrder(transaction, orderId, mode);
      // The same request may have come twice at once; whatever this one stored is left to the sweeper.
      const other = await readSigningOf(transaction, signerId);
      if (other?.otpCodeId === request.codeId) return { signing: other, isNew: false };
      const acting = await lockActingSigner(transaction, orderId, signerId, now, mode);
      const consent = requireConsent(acting.order, acting.signer, request);
      const code = await readCode(transaction, request.codeId);
      const until = code?.verifiedAt ? code.verifiedAt.getTime() + otpPolicy.sessionSeconds * 1000 : 0;
      const good = code?.signerId === signerId && until > now.getTime();
      if (!good || !(await moveCode(transaction, request.codeId, "verified", "used"))) {
        throw new Failure("session_expired", "The code is used up or its time is over; have a new one sent.");
      }
      await keepObjects(platform, transaction, keys);
      const signing = {
        id,
        orderId,
        signerId,
        otpCodeId: request.codeId,
        typedName: request.typedName,
        imageKey,
        createdAt: now,
      };
      const leaseUntil = new Date(now.getTime() + signingLeaseSeconds * 1000);
      await insertSigning(transaction, { ...signing, leaseUntil });
      await markSigning(transaction, signerId);
      await startOrder(transaction, acting.order);
      await recordRequest(platform, transaction, acting, request, consent, visitor);
      return { signing: { ...signing, state: "pending", completedAt: null, attempts: 1 }, isNew: true };
    });
  } catch (error) {
    // What cannot be deleted now stays claimed, and the sweeper deletes it.
    await dropObjects(platform, tenantId, keys).catch(() => undefined);
    throw error;
  }
}

async function recordRequest(
  platform: Needs,
  transaction: Transaction,
  { order, signer, documents }: ActingSigner,
  request: SigningRequest,
  consent: string,
  visitor: Visitor,
): Promise<void> {
  const actor = visitor.actor(signer.id);
  await appendEvents(platform, transaction, endOf(order), [
    {
      type: "consent.given",
      actor,
      signer,
      data: { text: consent, sha256: sha256(Buffer.from(consent, "utf8")) },
      personal: visitor.personal(),
    },
    {
      type: "signature.requested",
      actor,
      signer,
      data: {
        documents: documents
          .filter((document) => document.kind === "sign")
          .map((document) => ({
            document: publicId("doc", document.id),
            sha256: Buffer.from(document.sha256).toString("hex"),
            revision: document.revision,
          })),
        otp: publicId("otp", request.codeId),
        drawn: request.image ? sha256(request.image) : null,
      },
      personal: { ...visitor.personal(), typed_name: request.typedName },
    },
  ]);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
