import { createHash } from "node:crypto";
import { publicId } from "../ids/id.js";
import type { OrderDocument, Signer } from "../orders/order.js";
import { readDocuments, readOrder, readPlacements, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import { maskAddress } from "../otp/code.js";
import type { Platform } from "../platform.js";
import { consentText } from "../signing/consent.js";
import { tenantName } from "../tenants/tenant.js";
import type { LinkHolder } from "./openLink.js";
import type { PositionView, StatusView } from "./sessionViews.js";

/** Who the signer is, which order it is, how far it has come, and who else signs. @throws Failure `not_found` */
export async function readStatus(
  platform: Pick<Platform, "database" | "clock">,
  { tenantId, orderId, signerId }: LinkHolder,
): Promise<StatusView> {
  const found = await platform.database.withTenant(tenantId, async (transaction) => ({
    order: await readOrder(transaction, orderId),
    signers: await readSigners(transaction, [orderId]),
    documents: await readDocuments(transaction, [orderId]),
    sender: await tenantName(transaction),
  }));
  const { order, signers, documents, sender } = found;
  const signer = signers.find((candidate) => candidate.id === signerId)!;
  const signed = signers.filter((candidate) => candidate.state === "signed").length;
  const over = isRunning(order.state) && order.expiresAt <= platform.clock.now();
  const consent = consentText(order.consentText, signer.language);
  return {
    signer: {
      id: publicId("sgr", signer.id),
      role: signer.role,
      name: fullName(signer),
      email: signer.email,
      has_signed: signer.state === "signed",
      signed_at: signer.signedAt?.toISOString() ?? null,
      state: signer.state,
    },
    request: {
      id: publicId("ord", order.id),
      ref: order.externalId,
      title: order.title,
      status: over ? "expired" : order.state,
      created_at: order.createdAt.toISOString(),
      expires_at: order.expiresAt.toISOString(),
      sender,
      progress: {
        total: signers.length,
        signed,
        percentage: Math.round((100 * signed) / signers.length),
      },
    },
    other_signers: signers
      .filter((other) => other.id !== signer.id)
      .map((other) => ({ role: other.role, name: fullName(other), has_signed: other.state === "signed" })),
    authentication: {
      method: signer.authentication,
      masked_to: maskAddress((signer.authentication === "email" ? signer.email : signer.phone) ?? ""),
    },
    consent: { text: consent, sha256: createHash("sha256").update(consent, "utf8").digest("hex") },
    documents: documents.map((document) => ({
      id: publicId("doc", document.id),
      name: document.name,
      kind: document.kind,
      pages: document.pages,
      bytes: document.bytes,
      sha256: Buffer.from(document.sha256).toString("hex"),
    })),
  };
}

/** Where this signer signs, as far as the order says so; elsewhere the signature finds a free place by itself. */
export async function readPositions(
  platform: Pick<Platform, "database">,
  { tenantId, signerId }: LinkHolder,
): Promise<PositionView[]> {
  const placements = await platform.database.withTenant(tenantId, (transaction) =>
    readPlacements(transaction, signerId),
  );
  return placements.map((placement) => ({
    document_id: publicId("doc", placement.documentId),
    role: "signer",
    page: placement.page,
    x: placement.x,
    y: placement.y,
    w: placement.width,
    h: placement.height,
    kind: "signature",
    label: "",
  }));
}

/** The documents of a signer's order. */
export async function readSessionDocuments(
  platform: Pick<Platform, "database">,
  { tenantId, orderId }: LinkHolder,
): Promise<OrderDocument[]> {
  return platform.database.withTenant(tenantId, (transaction) => readDocuments(transaction, [orderId]));
}

function fullName(signer: Signer): string {
  return `${signer.givenName} ${signer.surname}`;
}
