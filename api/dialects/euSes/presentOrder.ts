import type { OrderWithParts, Placement, Signer } from "../../orders/order.js";
import type { Platform } from "../../platform.js";
import { signingUrl } from "../../signers/signingLink.js";
import type { Asked } from "./asked.js";
import { euSesDate } from "./date.js";
import { type EuSesDocument, euSesDocument, type Revision } from "./files.js";
import { type EuSesOptions, euSesOptions } from "./options.js";
import { euSesOrderId } from "./orderId.js";
import { type EuSesSignatureView, euSesSignatures } from "./signatures.js";
import { type EuSesState, euSesError, euSesSigners, euSesState } from "./state.js";

/** All that this dialect tells of an order. */
export interface EuSesOrder extends Pick<OrderWithParts, "order" | "documents" | "signers"> {
  /** Those of all signers. */
  readonly placements: readonly Placement[];
  /** The sources of all documents, and the newest revision of those to sign. */
  readonly revisions: readonly Revision[];
  /** Tries at codes that were sent by e-mail, by the signer's UUID. */
  readonly codeTries: ReadonlyMap<string, number>;
  readonly asked: Asked;
}

export interface EuSesOrderView {
  readonly id: string;
  readonly errorNumber: number | null;
  readonly errorMessage: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly certificateType: "EU-SES";
  readonly state: EuSesState;
  readonly signatureType: "pades";
  readonly signers: readonly EuSesSignerView[];
  readonly options: EuSesOptions;
  readonly document: EuSesDocument;
}

/** What a signer does not have is left out: no member of it may be null in the answers that are published. */
export interface EuSesSignerView {
  readonly id: string;
  readonly url: string;
  readonly state: "NEW" | "SIGNED" | "REFUSED";
  readonly name: string;
  readonly surname: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly message?: string;
  readonly authentication: readonly ("email" | "sms")[];
  /** As the caller gave it; `browser`, where it gave none. */
  readonly language: string;
  readonly mobileEditable: boolean;
  readonly emailEditable: boolean;
  readonly signatures: readonly EuSesSignatureView[];
  readonly emailValidation?: EuSesEmailView;
}

export interface EuSesEmailView {
  readonly domain: string;
  readonly host: string;
  /** How often a code that was sent to it was typed. */
  readonly otpAttempts: number;
  /** The service asks no name server about a signer's address: messages come back, or are accepted. */
  readonly mxRecords: readonly never[];
}

/** Turns an order into this dialect's words. Everything it says is given: nothing is asked for here. */
export function presentEuSesOrder(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { order, documents, signers, placements, revisions, codeTries, asked }: EuSesOrder,
): EuSesOrderView {
  const options = euSesOptions(order, asked);
  const error = euSesError(order);
  return {
    id: euSesOrderId(order.id),
    errorNumber: error?.errorNumber ?? null,
    errorMessage: error?.errorMessage ?? null,
    createdAt: euSesDate(order.createdAt),
    updatedAt: euSesDate(updatedAt({ order, signers })),
    certificateType: "EU-SES",
    state: euSesState(order, signers),
    signatureType: "pades",
    signers: euSesSigners(signers).map((signer) => {
      const own = placements.filter(({ signerId }) => signerId === signer.id);
      const signatures = euSesSignatures(documents, own, asked.signatures[signer.position] ?? []);
      return presentSigner(platform, signer, options, signatures, codeTries.get(signer.id) ?? 0, asked);
    }),
    options,
    document: euSesDocument(order, documents, revisions, asked),
  };
}

/** The last time that something happened to it that this dialect tells of. */
function updatedAt({ order, signers }: Pick<OrderWithParts, "order" | "signers">): Date {
  const times = signers.flatMap(({ openedAt, signedAt, approvedAt, refusedAt, removedAt }) => [
    openedAt,
    signedAt,
    approvedAt,
    refusedAt,
    removedAt,
  ]);
  const known = [order.createdAt, order.endedAt, ...times].filter((time) => time !== null);
  return new Date(Math.max(...known.map((time) => time.getTime())));
}

const channels = { email: ["email"], sms: ["sms"], both: ["email", "sms"], none: [] } as const;

function presentSigner(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  signer: Signer,
  { userEditableData }: EuSesOptions,
  signatures: readonly EuSesSignatureView[],
  codeTries: number,
  asked: Asked,
): EuSesSignerView {
  return {
    id: signer.id,
    url: signingUrl(platform, signer),
    state: signer.signedAt || signer.approvedAt ? "SIGNED" : signer.refusedAt ? "REFUSED" : "NEW",
    name: signer.givenName,
    surname: signer.surname,
    ...(signer.email !== null && { email: signer.email }),
    ...(signer.phone !== null && { mobile: signer.phone }),
    ...(signer.codeText !== null && { message: signer.codeText }),
    authentication: channels[signer.authentication],
    language: asked.languages[signer.position] ?? "browser",
    mobileEditable: userEditableData.mobile,
    emailEditable: userEditableData.email,
    signatures,
    ...(signer.email !== null && { emailValidation: presentEmail(signer.email, codeTries) }),
  };
}

function presentEmail(email: string, otpAttempts: number): EuSesEmailView {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return { domain, host: domain, otpAttempts, mxRecords: [] };
}
