import { readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { everybodyDone } from "../signers/signingOrder.js";
import type { Visitor } from "../signers/visitor.js";
import { performSigning, resumeSigning } from "./performSigning.js";
import { requestSigning, type SigningRequest, type SigningTerms } from "./requestSigning.js";
import { readSigning } from "./signingRows.js";

/** How far a signer's signing has come. */
export interface SigningResult {
  /** `signing`: recorded and still being made; nothing is left for the signer to do. */
  readonly status: "signed" | "signing" | "abandoned";
  readonly signedAt: Date | null;
  readonly allSigned: boolean;
}

/**
 * Signs: records the request, then makes the signatures at once. Should that fail, the signing stays recorded and is
 * made later, and the answer says so; so it does where it is to be made later.
 * @throws Failure, all of them before anything was recorded
 */
export async function sign(
  platform: Platform,
  tenantId: string,
  orderId: string,
  signerId: string,
  request: SigningRequest,
  visitor: Visitor,
  terms: SigningTerms = {},
): Promise<SigningResult> {
  const { signing, plan } = await requestSigning(
    platform,
    tenantId,
    orderId,
    signerId,
    request,
    visitor,
    terms,
  );
  // A repeat makes nothing that another process is just making: it takes over only where the lease has run out.
  // What fails is logged, and tried again by the sweeper: the signer has done their part.
  const signed = plan
    ? await performSigning(platform, tenantId, signing.id, plan, request.image).catch(() => null)
    : terms.later
      ? null
      : await resumeSigning(platform, tenantId, signing.id).catch(() => null);
  if (signed) return { status: "signed", signedAt: signed.at, allSigned: signed.allDone };
  return platform.database.withTenant(tenantId, async (transaction) => {
    const after = await readSigning(transaction, signing.id);
    const signers = await readSigners(transaction, [orderId]);
    return {
      status: after?.state === "done" ? "signed" : after?.state === "abandoned" ? "abandoned" : "signing",
      signedAt: after?.state === "done" ? after.completedAt : null,
      allSigned: everybodyDone(signers),
    };
  });
}
