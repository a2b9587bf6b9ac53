import { type AwaitedDocumentView, presentAwaited } from "../awaitedDocuments/awaitedView.js";
import type { PageSettings, SignatureMode } from "../hostedPage/pageSettings.js";
import { type PageCorrection, pageCorrections } from "../hostedPage/pageTheme.js";
import { publicId } from "../ids/id.js";
import type { OtpSettings } from "../otp/settings.js";
import type { Platform } from "../platform.js";
import { statedProofFolder } from "../proofFolder/proofFolder.js";
import type { Kept } from "../retention/kept.js";
import type {
  DocumentKind,
  IdentityField,
  Order,
  OrderDocument,
  OrderWithParts,
  SignatureLevel,
  Signer,
} from "./order.js";
import { idOf, presentSigner, type SignerView } from "./signerView.js";
import type { OrderState } from "./state.js";
import { waitingFor } from "./waitingFor.js";

/** An order as the API shows it. */
export interface OrderView {
  id: string;
  object: "order";
  mode: "test" | "live";
  state: OrderState;
  /** What the order waits for. */
  waiting_for: WaitingForView;
  title: string;
  external_id: string | null;
  /** The order's own consent text; null: the default text in each signer's language. */
  consent_text: string | null;
  consent_clauses: string[];
  metadata: Record<string, string>;
  labels: string[];
  /** The application profile: the one that was named, or else the default one of then. */
  profile: string | null;
  /** Settings of one-time codes that differ from those of the profile. */
  otp: OtpSettings;
  template: string | null;
  message: string | null;
  /** BCP 47: of the audit trail, and of what else is written about the order as a whole. */
  language: string | null;
  sender: { name: string | null; email: string | null };
  notify: boolean;
  /** Whether the signed documents are mailed to the signers in the end, although `notify` is false. */
  mail_documents: boolean;
  /** What you gave to be kept with the evidence. */
  proof_folder: ProofFolderView | null;
  must_read: boolean;
  allow_delegation: boolean;
  editable_identity: IdentityField[];
  /** How its signers' page is, where it differs from what the profile says. */
  page: PageSettings;
  /** Colours that could not be read as they were chosen, and what is shown in their place where it is light. */
  page_corrections: PageCorrection[];
  /** How its signers may write their names. */
  signature_modes: SignatureMode[];
  /** IANA: the zone that signers are shown times in; null: the order says nothing of it. */
  time_zone: string | null;
  reminders: { days: number; count: number } | null;
  retention: RetentionView;
  created_at: string;
  expires_at: string;
  /** Where it tells what happens to it, without the query; all of it at `/v1/orders/{order}/callback`. */
  callback: string | null;
  /** By how many seconds the time of a test order was moved on. */
  clock_offset_seconds: number;
  /** When the order was completed, refused, cancelled or expired, or failed. */
  ended_at: string | null;
  /** Why it was refused or cancelled, or failed. */
  end_reason: string | null;
  /** The signer who refused. */
  refused_by: string | null;
  documents: DocumentView[];
  /** Documents that were to be fetched once the order was made, until they stand among its documents. */
  awaited_documents: AwaitedDocumentView[];
  signers: SignerView[];
}

/** A ZIP file that is kept with the evidence. */
export interface ProofFolderView {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Files and folders in it. */
  entries: number;
}

/** How long what is left of an order is kept. Times are of the order's own clock, but for those of removals. */
export interface RetentionView {
  /** ISO 8601 duration, counted from the order's end. */
  documents: string;
  evidence: string;
  /** Whether its documents are deposited with its evidence. */
  archive: boolean;
  /** Null as long as the order has not ended. */
  documents_until: string | null;
  evidence_until: string | null;
  /** When the documents were removed; their purge has a receipt. */
  documents_removed_at: string | null;
  /** When the evidence was removed, and all names and addresses with it. */
  evidence_removed_at: string | null;
  /** Whether a legal hold keeps it all, whatever the terms; shown once the order has ended. */
  held: boolean;
}

/** Where an order stands. */
export interface WaitingForView {
  /**
   * `documents`: those that are being fetched; `signers`: those named here; `sealing`: everybody is done, and the
   * documents are being sealed; `nothing`: it is a draft, or it has ended.
   */
  what: "documents" | "signers" | "sealing" | "nothing";
  /** Ids of the signers whose turn it is; empty unless it waits for signers. */
  signers: string[];
}

export interface DocumentView {
  id: string;
  object: "document";
  name: string;
  kind: DocumentKind;
  pages: number;
  /** Size of the source, in bytes. */
  bytes: number;
  /** SHA-256 of the source, hexadecimal. */
  sha256: string;
  /** Number of signatures that the document carries. */
  signatures: number;
  /** The digest that they are made with. */
  digest_algorithm: "SHA-256" | "SHA-512";
  /** PAdES level of these signatures: B-T when one is made, B-LTA when the order is sealed; null while there are none. */
  level: SignatureLevel | null;
}

/** Turns an order into its view. */
export function presentOrder(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { order, documents, awaited, signers, kept }: OrderWithParts,
): OrderView {
  return {
    id: publicId("ord", order.id),
    object: "order",
    mode: order.mode,
    state: order.state,
    waiting_for: presentWaitingFor(order, signers),
    title: order.title,
    external_id: order.externalId,
    consent_text: order.consentText,
    consent_clauses: [...order.consentClauses],
    metadata: { ...order.metadata },
    labels: [...order.labels],
    profile: order.profileId && publicId("prf", order.profileId),
    otp: { ...order.otp },
    template: order.templateId && publicId("tpl", order.templateId),
    message: order.message,
    language: order.language,
    sender: { name: order.senderName, email: order.senderEmail },
    notify: order.notify,
    mail_documents: order.mailDocuments,
    proof_folder: order.proofFolder && statedProofFolder(order.proofFolder),
    must_read: order.mustRead,
    allow_delegation: order.delegation,
    editable_identity: [...order.editableIdentity],
    page: { ...order.page },
    page_corrections: pageCorrections(order.page?.colors),
    signature_modes: [...order.signatureModes],
    time_zone: order.timeZone,
    reminders:
      order.reminderDays === null || order.reminderCount === null
        ? null
        : { days: order.reminderDays, count: order.reminderCount },
    retention: presentRetention(order, kept),
    created_at: order.createdAt.toISOString(),
    expires_at: order.expiresAt.toISOString(),
    callback: order.callbackUrl,
    clock_offset_seconds: order.clockOffsetSeconds,
    ended_at: order.endedAt?.toISOString() ?? null,
    end_reason: order.endReason,
    refused_by: idOf(signers.find(({ state }) => state === "refused")),
    documents: documents.map(presentDocument),
    awaited_documents: awaited.map(presentAwaited),
    signers: signers.map((signer) => presentSigner(platform, order, signers, signer)),
  };
}

/** Turns where an order stands into its view. */
export function presentWaitingFor(
  order: Pick<Order, "state" | "awaitsDocuments">,
  signers: readonly Signer[],
): WaitingForView {
  const waiting = waitingFor(order, signers);
  return {
    what: waiting.what,
    signers: waiting.what === "signers" ? waiting.signers.map((id) => publicId("sgr", id)) : [],
  };
}

function presentRetention(order: Order, kept: Kept | null): RetentionView {
  return {
    documents: order.retainDocuments,
    evidence: order.retainEvidence,
    archive: order.archive,
    documents_until: kept?.documentsUntil.toISOString() ?? null,
    evidence_until: kept?.evidenceUntil.toISOString() ?? null,
    documents_removed_at: kept?.documentsRemovedAt?.toISOString() ?? null,
    evidence_removed_at: kept?.evidenceRemovedAt?.toISOString() ?? null,
    held: kept?.held ?? false,
  };
}

function presentDocument(document: OrderDocument): DocumentView {
  return {
    id: publicId("doc", document.id),
    object: "document",
    name: document.name,
    kind: document.kind,
    pages: document.pages,
    bytes: document.bytes,
    sha256: Buffer.from(document.sha256).toString("hex"),
    signatures: document.signatures,
    digest_algorithm: document.digestAlgorithm,
    level: document.level,
  };
}
