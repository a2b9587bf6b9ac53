import { createHash } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { claimObjects, dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { readLatestRevisions } from "../documents/documentRows.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import { readOrderPlacements } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { type CompletedPath, completePath } from "../proofPath/completePath.js";
import { readPath } from "../proofPath/pathRows.js";
import { type ActingSigner, lockSigner, requireMayAct } from "../signers/actingSigner.js";
import type { SignerSession } from "../signers/session.js";
import { markSigning, startOrder } from "../signers/signerRows.js";
import type { Visitor } from "../signers/visitor.js";
import { requireAllowedSignature } from "./allowedSignature.js";
import { checkImage, type HandedIn, requireSigns } from "./handedIn.js";
import { makePlan, type SigningPlan } from "./signingPlan.js";
import { insertSigning, readSigningOf, type Signing } from "./signingRows.js";

/** How long one try of making the signatures may take before another process takes over. */
export const signingLeaseSeconds = 60;

/** What is handed in to sign, and the session that the codes gave. */
export interface SigningRequest extends HandedIn {
  readonly session: SignerSession;
}

/** How a signing is recorded. */
export interface SigningTerms {
  /** Only orders of this mode; absent: of both. */
  readonly mode?: Mode;
  /** True: it is made by a worker, from now on, and not by this call. */
  readonly later?: boolean;
  /** What else is written in the transaction that records it; a repeat writes nothing. */
  readonly alongside?: (transaction: Transaction, order: Order) => Promise<unknown>;
}

/** A signing that was recorded. */
export interface RequestedSigning {
  readonly signing: Signing;
  /** What it is made of, where this call recorded it and holds its lease; null: a repeat, or it is made later. */
  readonly plan: SigningPlan | null;
}

type Needs = Pick<Platform, "database" | "objectStore" | "clock" | "random" | "secretBox" | "limits">;

/**
 * Records that a signer signs: the consent, the codes used up, and the work to be done, in one transaction. From then
 * on the signature is made, by this process or another. A repeat of the same request finds the same signing.
 * @throws Failure `signature_image_invalid`, `field_invalid` for a kind of signature that the order does not allow, those of a signer who may not act, and those of `completePath`
 */
export async function requestSigning(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  request: SigningRequest,
  visitor: Visitor,
  { mode, later = false, alongside }: SigningTerms = {},
): Promise<RequestedSigning> {
  const { image } = request;
  checkImage(platform, request);
  const id = newUuid(platform.clock, platform.random);
  const imageKey = image ? `${tenantId}/orders/${orderId}/signatures/${id}.png` : null;
  const keys = imageKey ? [imageKey] : [];
  try {
    if (imageKey && image) {
      const [earlier, claimedUntil] = await platform.database.withTenant(tenantId, (transaction) =>
        Promise.all([readSigningOf(transaction, signerId), claimObjects(platform, transaction, keys)]),
      );
      if (isRepeat(earlier, request)) {
        await dropQuietly(platform, tenantId, keys);
        return { signing: earlier, plan: null };
      }
      const drawn = { key: imageKey, bytes: image, contentType: "image/png" };
      await storeObjects(platform, tenantId, [drawn], claimedUntil);
    }
    return await platform.database.withTenant(tenantId, async (transaction) => {
      const now = platform.clock.now();
      // Run in this order: what is read here is read under the lock.
      const [acting, other, path, revisions, placements] = await Promise.all([
        lockSigner(transaction, orderId, signerId, mode),
        readSigningOf(transaction, signerId),
        readPath(transaction, signerId),
        readLatestRevisions(transaction, orderId),
        readOrderPlacements(transaction, orderId),
      ]);
      // The same request may have come twice at once; whatever this one stored is left to the sweeper.
      if (isRepeat(other, request)) return { signing: other, plan: null };
      requireMayAct(acting, now);
      requireSigns(acting.signer);
      requireAllowedSignature(acting.order, request);
      const steps = { path, placements: placements.filter((placement) => placement.signerId === signerId) };
      const completed = completePath(transaction, acting, steps, request.session, request, visitor, now);
      const signing: Signing = {
        id,
        orderId,
        signerId,
        otpCodeId: completed.codeIds.at(-1) ?? null,
        state: "pending",
        typedName: request.typedName,
        imageKey,
        createdAt: now,
        completedAt: null,
        attempts: later ? 0 : 1,
      };
      const leaseUntil = later ? now : new Date(now.getTime() + signingLeaseSeconds * 1000);
      if (later) transaction.announce("signings");
      const [plan] = await Promise.all([
        later ? null : makePlan(platform, transaction, signing, { ...acting, revisions, placements }),
        completed.recorded,
        // Before the event, of which what is written here may be told.
        alongside?.(transaction, acting.order),
        keepObjects(platform, transaction, keys),
        insertSigning(transaction, { ...signing, leaseUntil }),
        markSigning(transaction, signerId),
        startOrder(transaction, acting.order),
        appendEvents(platform, transaction, endOf(acting.order), [
          ...completed.events,
          signatureRequested(acting, request, completed, visitor),
        ]),
      ]);
      return { signing, plan };
    });
  } catch (error) {
    await dropQuietly(platform, tenantId, keys);
    throw error;
  }
}

/** Whether a signing was requested with the same code; where none is asked for, the signer's one signing is it. */
function isRepeat(earlier: Signing | null, { session }: SigningRequest): earlier is Signing {
  return earlier !== null && earlier.otpCodeId === (session.codeIds.at(-1) ?? null);
}

/** The line of the trail that says: sign was pressed, for these documents as they are now. */
function signatureRequested(
  { signer, documents }: ActingSigner,
  request: SigningRequest,
  { codeIds, method }: CompletedPath,
  visitor: Visitor,
): NewEvent {
  return {
    type: "signature.requested",
    actor: visitor.actor(signer.id),
    signer,
    data: {
      documents: documents
        .filter((document) => document.kind === "sign")
        .map((document) => ({
          document: publicId("doc", document.id),
          sha256: Buffer.from(document.sha256).toString("hex"),
          revision: document.revision,
        })),
      authentication: method,
      codes: codeIds.map((id) => publicId("otp", id)),
      drawn: request.image ? sha256(request.image) : null,
    },
    personal: { ...visitor.personal(), typed_name: request.typedName },
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
