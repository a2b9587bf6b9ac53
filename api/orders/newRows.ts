import type { Caller } from "../apiKeys/caller.js";
import type { Known } from "../audit/personal.js";
import type { NewDocument } from "../documents/newDocument.js";
import { storedPage } from "../hostedPage/storedPage.js";
import type { ProofFolder } from "../proofFolder/proofFolder.js";
import type { RetentionTerms } from "../retention/terms.js";
import type { NewOrder, NewSigner } from "./newOrder.js";
import type { Order, OrderDocument, Signer } from "./order.js";

/*
 * What is about to be written, as it would be read back: whoever has just written a row need not read it.
 */

/** A new order. @param profileId UUID of its application profile, or null */
export function newOrderRow(
  caller: Caller,
  id: string,
  input: NewOrder,
  profileId: string | null,
  terms: RetentionTerms,
  createdAt: Date,
  expiresAt: Date,
  proofFolder: ProofFolder | null = null,
): Order {
  return {
    id,
    mode: caller.mode,
    title: input.title,
    externalId: input.externalId,
    state: input.draft ? "draft" : "ready",
    awaitsDocuments: false,
    consentText: input.consentText,
    consentClauses: input.consentClauses,
    metadata: input.metadata,
    labels: input.labels,
    profileId,
    templateId: input.templateId,
    message: input.message,
    language: input.language ?? input.signers[0]?.language ?? null,
    senderName: input.sender.name,
    senderEmail: input.sender.email,
    notify: input.notify,
    mailDocuments: input.mailDocuments ?? false,
    proofFolder,
    mustRead: input.mustRead,
    delegation: input.delegation,
    editableIdentity: input.editableIdentity,
    page: input.page && storedPage(input.page),
    signatureModes: input.signatureModes,
    timeZone: input.timeZone,
    otp: input.otp === null ? null : { ...input.otp },
    reminderDays: input.reminders?.days ?? null,
    reminderCount: input.reminders?.count ?? null,
    retainDocuments: terms.documents,
    retainEvidence: terms.evidence,
    archive: terms.archive,
    clockOffsetSeconds: 0,
    createdAt,
    expiresAt,
    callbackUrl: input.callback?.url.split("?")[0] ?? null,
    endedAt: null,
    endReason: null,
    chainLength: 0,
    chainHead: Buffer.alloc(32),
  };
}

/** A new document, whose source is its only revision. @param position its place in the order */
export function newDocumentRow(orderId: string, document: NewDocument, position: number): OrderDocument {
  const { id, kind, name, pages, bytes, sha256, digestAlgorithm } = document;
  return {
    id,
    orderId,
    position,
    kind,
    name,
    pages,
    revision: 0,
    signatures: 0,
    level: null,
    bytes: bytes.length,
    sha256,
    digestAlgorithm,
  };
}

/**
 * A new signer.
 * @param position their place in the order
 * @param witnessed UUID of the signer whose witness they are, or null
 * @param personalKey the sealed key of their personal data in the audit trail
 */
export function newSignerRow(
  orderId: string,
  id: string,
  input: NewSigner,
  position: number,
  witnessed: string | null,
  personalKey: Uint8Array,
): Signer & Known {
  const { placements: _, witnessOf: __, identityDocument: ___, ...given } = input;
  return {
    ...given,
    codeContact: input.codeContact ?? null,
    id,
    orderId,
    position,
    witnessOf: witnessed,
    personalKey,
    state: "waiting",
    linkVersion: 0,
    replacedBy: null,
    invitedAt: null,
    nextReminderAt: null,
    remindersSent: 0,
    openedAt: null,
    handedOutAt: null,
    consentedAt: null,
    signedAt: null,
    approvedAt: null,
    refusedAt: null,
    removedAt: null,
    codesSince: null,
    erasedAt: null,
  };
}
