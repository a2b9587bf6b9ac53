import type { DocumentInput } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import type { Limits } from "../platform.js";
import type { Authentication } from "./order.js";

/** An order as a caller asks for it. */
export interface NewOrder {
  readonly title: string;
  readonly externalId: string | null;
  /** A draft takes more documents until it is sent. */
  readonly draft: boolean;
  readonly consentText: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Null: 30 days from now. */
  readonly expiresAt: Date | null;
  readonly documents: readonly DocumentInput[];
  readonly signers: readonly NewSigner[];
}

export interface NewSigner {
  readonly givenName: string;
  readonly surname: string;
  readonly country: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly authentication: Authentication;
  readonly placements: readonly NewPlacement[];
}

/** Where a signer signs: points from the top left of the page as a reader sees it. */
export interface NewPlacement {
  /** Index into the order's documents. */
  readonly document: number;
  /** Counted from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const dayMs = 86_400_000;
const defaultLifeDays = 30;
const maxLifeDays = 365;

/** When the order ends if nobody ends it before. @throws Failure `field_invalid` */
export function expiryOf(order: NewOrder, now: Date): Date {
  const expiresAt = order.expiresAt ?? new Date(now.getTime() + defaultLifeDays * dayMs);
  const life = expiresAt.getTime() - now.getTime();
  if (!(life > 0 && life <= maxLifeDays * dayMs)) {
    throw invalid("expires_at", `expires_at must lie in the future, at most ${maxLifeDays} days from now.`);
  }
  return expiresAt;
}

/** Checks what the form of each field alone does not say. @throws Failure `field_invalid`, `placement_invalid` */
export function checkNewOrder(limits: Limits, order: NewOrder): void {
  const { documents, signers } = order;
  if (signers.length < 1 || signers.length > limits.signersPerOrder) {
    throw invalid(
      "signers",
      `signers must hold 1 to ${limits.signersPerOrder} signers.`,
      limits.signersPerOrder,
    );
  }
  if (documents.length > limits.documentsPerOrder) {
    const { documentsPerOrder } = limits;
    throw invalid(
      "documents",
      `documents must hold at most ${documentsPerOrder} documents.`,
      documentsPerOrder,
    );
  }
  if (!order.draft) requireDocumentToSign(documents.map((document) => document.kind));
  if (Object.keys(order.metadata).length > 50) throw invalid("metadata", "metadata takes at most 50 keys.");
  for (const [key, value] of Object.entries(order.metadata)) {
    if (key.length < 1 || key.length > 40 || value.length > 500) {
      throw invalid(`metadata.${key}`, "A metadata key has 1 to 40 characters, its value at most 500.");
    }
  }
  signers.forEach((signer, index) => {
    checkSigner(signer, index, order);
  });
}

/** @throws Failure `field_invalid` when there is nothing to sign */
export function requireDocumentToSign(kinds: readonly string[]): void {
  if (!kinds.includes("sign")) {
    throw invalid(
      "documents",
      "An order needs at least one document of the kind sign; create a draft to add it later.",
    );
  }
}

function checkSigner(signer: NewSigner, index: number, order: NewOrder): void {
  const at = `signers[${index}]`;
  checkName(`${at}.given_name`, signer.givenName);
  checkName(`${at}.surname`, signer.surname);
  if (signer.authentication === "email" && signer.email === null) {
    throw invalid(`${at}.email`, `${at}.email is needed, because the code is sent by e-mail.`);
  }
  if (signer.authentication === "sms" && signer.phone === null) {
    throw invalid(`${at}.phone`, `${at}.phone is needed, because the code is sent by SMS.`);
  }
  try {
    Intl.getCanonicalLocales(signer.language);
  } catch {
    throw invalid(`${at}.language`, `${at}.language is not a BCP 47 language tag.`);
  }
  const seen = new Set<number>();
  signer.placements.forEach((placement, place) => {
    const param = `${at}.placements[${place}]`;
    const document = order.documents[placement.document];
    if (document?.kind !== "sign") {
      throw new Failure("placement_invalid", `${param}.document is not the index of a document to sign.`, {
        param,
      });
    }
    if (seen.has(placement.document)) {
      throw new Failure("placement_invalid", `${param}: a signer has one signature in each document.`, {
        param,
      });
    }
    seen.add(placement.document);
  });
}

/** A name stands in a certificate, which takes no blank text and nothing that cannot be seen. */
function checkName(param: string, name: string): void {
  if (name.trim() === "" || /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(name)) {
    throw invalid(param, `${param} must be a name, without control characters.`);
  }
}

function invalid(param: string, message: string, limit?: number): Failure {
  return new Failure("field_invalid", message, {
    param,
    ...(limit !== undefined && { extensions: { limit } }),
  });
}
