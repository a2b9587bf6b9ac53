import { publicId } from "../../ids/id.js";
import type { OrderWithParts, Signer } from "../../orders/order.js";
import type { OrderState } from "../../orders/state.js";
import type { Platform } from "../../platform.js";
import { signingUrl } from "../../signers/signingLink.js";
import { isActing, isDone, isPresent } from "../../signers/signingOrder.js";
import type { SealedAssets } from "./sealedAssets.js";

/** A request for signatures, as its tenant sees it. */
export interface RequestView {
  request: {
    id: string;
    ref: string | null;
    title: string;
    status: OrderState;
    created_at: string;
    expires_at: string;
    completed_at: string | null;
    /** Why it was cancelled or refused, or has failed. */
    reason: string | null;
    progress: { total: number; signed: number; percentage: number };
  };
  signers: SignerView[];
  /** What is kept of the sealed document; null until it is sealed. */
  assets: SealedAssets | null;
}

export interface SignerView {
  id: string;
  role: string;
  name: string;
  email: string | null;
  has_signed: boolean;
  signed_at: string | null;
  signatureUrl: string;
}

/** Turns an order into this dialect's words. */
export function presentRequest(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { order, signers }: OrderWithParts,
  assets: SealedAssets | null,
): RequestView {
  const members = signers.filter(({ role, state }) => isActing(role) && isPresent(state));
  const signed = members.filter(({ state }) => isDone(state)).length;
  return {
    request: {
      id: publicId("ord", order.id),
      ref: order.externalId,
      title: order.title,
      status: order.state,
      created_at: order.createdAt.toISOString(),
      expires_at: order.expiresAt.toISOString(),
      completed_at: order.state === "completed" ? (order.endedAt?.toISOString() ?? null) : null,
      reason: order.endReason,
      progress: {
        total: members.length,
        signed,
        percentage: members.length === 0 ? 0 : Math.round((100 * signed) / members.length),
      },
    },
    signers: members.map((signer) => presentSigner(platform, signer)),
    assets,
  };
}

function presentSigner(platform: Pick<Platform, "secretBox" | "publicUrl">, signer: Signer): SignerView {
  return {
    id: publicId("sgr", signer.id),
    // What the caller has called it; of orders made elsewhere, what the signer does.
    role: signer.externalId ?? signer.role,
    name: `${signer.givenName} ${signer.surname}`,
    email: signer.email,
    has_signed: isDone(signer.state),
    signed_at: signer.signedAt?.toISOString() ?? null,
    signatureUrl: signingUrl(platform, signer),
  };
}
