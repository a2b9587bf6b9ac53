import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { signingUrl } from "../signers/signingLink.js";
import type {
  Authentication,
  DocumentKind,
  OrderDocument,
  OrderWithParts,
  Signer,
  SignerState,
} from "./order.js";
import type { OrderState } from "./state.js";

/** An order as the API shows it. */
export interface OrderView {
  id: string;
  object: "order";
  mode: "test" | "live";
  state: OrderState;
  title: string;
  external_id: string | null;
  /** The order's own consent text; null: the default text in each signer's language. */
  consent_text: string | null;
  metadata: Record<string, string>;
  created_at: string;
  expires_at: string;
  /** When the order was completed, refused, cancelled or expired. */
  ended_at: string | null;
  /** Why it was refused or cancelled. */
  end_reason: string | null;
  documents: DocumentView[];
  signers: SignerView[];
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
}

export interface SignerView {
  id: string;
  object: "signer";
  role: "signer";
  given_name: string;
  surname: string;
  country: string;
  email: string | null;
  phone: string | null;
  language: string;
  authentication: Authentication;
  state: SignerState;
  opened_at: string | null;
  signed_at: string | null;
  refused_at: string | null;
  /** The signer's own link; whoever has it can read the documents. */
  signing_url: string;
}

/** Turns an order into its view. */
export function presentOrder(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { order, documents, signers }: OrderWithParts,
): OrderView {
  return {
    id: publicId("ord", order.id),
    object: "order",
    mode: order.mode,
    state: order.state,
    title: order.title,
    external_id: order.externalId,
    consent_text: order.consentText,
    metadata: { ...order.metadata },
    created_at: order.createdAt.toISOString(),
    expires_at: order.expiresAt.toISOString(),
    ended_at: order.endedAt?.toISOString() ?? null,
    end_reason: order.endReason,
    documents: documents.map(presentDocument),
    signers: signers.map((signer) => presentSigner(platform, signer)),
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
    signatures: document.revision,
  };
}

function presentSigner(platform: Pick<Platform, "secretBox" | "publicUrl">, signer: Signer): SignerView {
  return {
    id: publicId("sgr", signer.id),
    object: "signer",
    role: signer.role,
    given_name: signer.givenName,
    surname: signer.surname,
    country: signer.country,
    email: signer.email,
    phone: signer.phone,
    language: signer.language,
    authentication: signer.authentication,
    state: signer.state,
    opened_at: signer.openedAt?.toISOString() ?? null,
    signed_at: signer.signedAt?.toISOString() ?? null,
    refused_at: signer.refusedAt?.toISOString() ?? null,
    signing_url: signingUrl(platform, signer.id),
  };
}
