import type { NewCallback } from "../callbacks/newCallback.js";
import type { DocumentInput } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import type { PageSettings, SignatureMode } from "../hostedPage/pageSettings.js";
import { isTimeZone } from "../messages/times.js";
import { codeAddress } from "../otp/codeAddress.js";
import { channelsOf } from "../otp/history.js";
import type { OtpSettings } from "../otp/settings.js";
import type { NewPlacement } from "../placements/newPlacement.js";
import type { Limits } from "../platform.js";
import { checkTerms, type RequestedTerms } from "../retention/terms.js";
import { isEmail, isPhone } from "../signers/addressForms.js";
import { isCountry } from "../signers/countries.js";
import type { IdentityDocument } from "../signers/identityDocument.js";
import { checkSignerSet } from "../signers/signerSet.js";
import type { Authentication, IdentityField, SignerRole } from "./order.js";

/** An order as a caller asks for it. */
export interface NewOrder {
  /** UUID of version 7, where whoever creates the order has to know it before. */
  readonly id?: string;
  readonly title: string;
  readonly externalId: string | null;
  /** A draft takes more documents until it is sent. */
  readonly draft: boolean;
  /** Documents at URLs are fetched once the order is made; until then it is a draft. */
  readonly fetchLater: boolean;
  readonly consentText: string | null;
  readonly consentClauses: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
  /** Code or public id of an application profile; null: the default one. */
  readonly profile: string | null;
  /** UUID of the template that it is made from. */
  readonly templateId: string | null;
  readonly message: string | null;
  /** BCP 47; null: the first signer's. */
  readonly language: string | null;
  readonly sender: { readonly name: string | null; readonly email: string | null };
  readonly notify: boolean;
  /** As `Order` has it; false where it is left out. */
  readonly mailDocuments?: boolean;
  /** A ZIP file, to be kept with the evidence. */
  readonly proofFolder?: Uint8Array | null;
  readonly mustRead: boolean;
  readonly delegation: boolean;
  readonly editableIdentity: readonly IdentityField[];
  /** Null: as the profile says. */
  readonly page: PageSettings | null;
  readonly signatureModes: readonly SignatureMode[];
  /** IANA name; null: nothing is said of it. */
  readonly timeZone: string | null;
  readonly otp: OtpSettings | null;
  /** Null: as the profile says. */
  readonly reminders: { readonly days: number; readonly count: number } | null;
  readonly retention: RequestedTerms;
  /** Null: 30 days from now. */
  readonly expiresAt: Date | null;
  /** Where it tells what happens to it. */
  readonly callback: NewCallback | null;
  readonly documents: readonly DocumentInput[];
  readonly signers: readonly NewSigner[];
}

export interface NewSigner {
  readonly role: SignerRole;
  readonly signingGroup: number;
  /** For a witness: index of the signer whose signature they witness. */
  readonly witnessOf: number | null;
  readonly externalId: string | null;
  readonly templateRole: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly country: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Where codes go instead of the signer's own address or number. */
  readonly codeContact?: string | null;
  /** What the caller knows them by: it stands sealed in the audit trail, and nowhere else. */
  readonly identityDocument?: IdentityDocument | null;
  readonly language: string;
  readonly authentication: Authentication;
  readonly codeText: string | null;
  readonly placements: readonly NewPlacement[];
}

const dayMs = 86_400_000;
const defaultLifeDays = 30;
const maxLifeDays = 365;

/** When the order ends if nobody ends it before. @throws Failure `field_invalid` */
export function expiryOf(order: NewOrder, now: Date): Date {
  const expiresAt = order.expiresAt ?? new Date(now.getTime() + defaultLifeDays * dayMs);
  requireExpiry(expiresAt, now);
  return expiresAt;
}

/** @throws Failure `field_invalid` when an order cannot end then */
export function requireExpiry(expiresAt: Date, now: Date): void {
  const life = expiresAt.getTime() - now.getTime();
  if (!(life > 0 && life <= maxLifeDays * dayMs)) {
    throw invalid("expires_at", `expires_at must lie in the future, at most ${maxLifeDays} days from now.`);
  }
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
  checkMetadata(order.metadata);
  checkLabels(order.labels);
  if (order.language !== null) checkLanguage("language", order.language);
  if (order.timeZone !== null && !isTimeZone(order.timeZone)) {
    throw invalid("time_zone", "time_zone must be the IANA name of a time zone, as Europe/Paris.");
  }
  if (order.signatureModes.length === 0) {
    throw invalid("signature_modes", "signature_modes must hold typed, drawn or both.");
  }
  order.consentClauses.forEach((clause, index) => {
    if (clause.trim() === "" || clause.length > 2000) {
      throw invalid(
        `consent_clauses[${index}]`,
        `consent_clauses[${index}] must have 1 to 2000 characters.`,
        2000,
      );
    }
  });
  signers.forEach((signer, index) => {
    checkSigner(signer, `signers[${index}]`);
  });
  checkSignerSet(signers, (index) => `signers[${index}]`);
  const { documents: kept, evidence, archive } = order.retention;
  // What is not named is known with the tenant's settings only.
  checkTerms(
    { documents: kept ?? "P1D", evidence: evidence ?? "P50Y", archive: archive ?? false },
    "retention",
  );
}

/** @throws Failure `field_invalid` */
export function checkMetadata(metadata: Readonly<Record<string, string>>): void {
  if (Object.keys(metadata).length > 50) throw invalid("metadata", "metadata takes at most 50 keys.");
  for (const [key, value] of Object.entries(metadata)) {
    if (key.length < 1 || key.length > 40 || value.length > 500) {
      const param = `metadata.${key.slice(0, 60)}`;
      throw invalid(param, "A metadata key has 1 to 40 characters, its value at most 500.");
    }
  }
}

/** @throws Failure `field_invalid` */
export function checkLabels(labels: readonly string[]): void {
  labels.forEach((label, index) => {
    if (label.trim() === "" || label.length > 60) {
      throw invalid(`labels[${index}]`, `labels[${index}] must have 1 to 60 characters.`, 60);
    }
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

/**
 * Checks what is said of a person who signs.
 * @param at path of the signer in the request; empty: the request is the signer
 * @throws Failure `field_invalid`
 */
export function checkSigner(
  signer: Pick<
    NewSigner,
    "givenName" | "surname" | "country" | "email" | "phone" | "codeContact" | "language" | "authentication"
  >,
  at: string,
): void {
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  checkName(path("given_name"), signer.givenName);
  checkName(path("surname"), signer.surname);
  if (!isCountry(signer.country)) {
    throw invalid(path("country"), `${path("country")} must be a country's code in ISO 3166-1, as in FR.`);
  }
  if (signer.email !== null && !isEmail(signer.email)) {
    throw invalid(path("email"), `${path("email")} must be an e-mail address of at most 254 characters.`);
  }
  if (signer.phone !== null && !isPhone(signer.phone)) {
    throw invalid(
      path("phone"),
      `${path("phone")} must be a number in the form of E.164, as in +33612345678.`,
    );
  }
  const channels = channelsOf(signer.authentication);
  if (channels.includes("email") && codeAddress(signer, "email") === null) {
    throw invalid(path("email"), `${path("email")} is needed, because the code is sent by e-mail.`);
  }
  if (channels.includes("sms") && codeAddress(signer, "sms") === null) {
    throw invalid(path("phone"), `${path("phone")} is needed, because the code is sent by SMS.`);
  }
  checkLanguage(path("language"), signer.language);
}

function checkLanguage(param: string, language: string): void {
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    throw invalid(param, `${param} is not a BCP 47 language tag.`);
  }
}

/** What a reader sees nothing of: blanks, marks of format, fillers. */
const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** A name stands in a certificate and on a page, where all of it must be seen for what it is. */
function checkName(param: string, name: string): void {
  if (
    name.length > 64 ||
    name.replace(unseen, "") === "" ||
    /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u.test(name)
  ) {
    throw invalid(param, `${param} must be a name of at most 64 characters, without control characters.`);
  }
}

function invalid(param: string, message: string, limit?: number): Failure {
  return new Failure("field_invalid", message, {
    param,
    ...(limit !== undefined && { extensions: { limit } }),
  });
}
