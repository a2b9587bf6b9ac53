import type { OrderWithParts, Placement, Signer } from "../../orders/order.js";
import type { Platform } from "../../platform.js";
import { signingUrl } from "../../signers/signingLink.js";
import { euSesDate } from "./date.js";
import { type EuSesDocument, euSesDocument, type Revision } from "./files.js";
import { type EuSesOptions, euSesOptions, type GivenOptions } from "./options.js";
import { euSesOrderId } from "./orderId.js";
import { type EuSesState, euSesError, euSesSigners, euSesState } from "./state.js";

/** All that this dialect tells of an order. */
export interface EuSesOrder extends Pick<OrderWithParts, "order" | "documents" | "signers"> {
  /** Those of all signers. */
  readonly placements: readonly Placement[];
  /** The sources of all documents, and the newest revision of those to sign. */
  readonly revisions: readonly Revision[];
  /** What it was asked with that orders of ours do not have. */
  readonly given?: GivenOptions;
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

export interface EuSesSignerView {
  readonly id: string;
  readonly url: string;
  readonly state: "NEW" | "SIGNED" | "REFUSED";
  readonly name: string;
  readonly surname: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly message: string | null;
  readonly authentication: readonly ("email" | "sms")[];
  readonly language: "browser";
  readonly mobileEditable: boolean;
  readonly emailEditable: boolean;
  readonly signatures: readonly EuSesSignatureView[];
  readonly emailValidation: EuSesEmailView | null;
}

/** Points from the top left of the page, and the form field that it is, if it is one. */
export interface EuSesSignatureView {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly name?: string;
}

export interface EuSesEmailView {
  readonly domain: string;
  readonly host: string;
  readonly otpAttempts: number;
  readonly mxRecords: readonly string[];
}

/** Turns an order into this dialect's words. Everything it says is given: nothing is asked for here. */
export function presentEuSesOrder(
  platform: Pick<Platform, "secretBox" | "publicUrl">,
  { order, documents, signers, placements, revisions, given }: EuSesOrder,
): EuSesOrderView {
  const options = euSesOptions(order, given);
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
    signers: euSesSigners(signers).map((signer) =>
      presentSigner(
        platform,
        signer,
        options,
        placements.filter(({ signerId, kind }) => signerId === signer.id && kind === "signature"),
      ),
    ),
    options,
    document: euSesDocument(order, documents, revisions),
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
  placements: readonly Placement[],
): EuSesSignerView {
  return {
    id: signer.id,
    url: signingUrl(platform, signer),
    state: signer.signedAt || signer.approvedAt ? "SIGNED" : signer.refusedAt ? "REFUSED" : "NEW",
    name: signer.givenName,
    surname: signer.surname,
    email: signer.email,
    mobile: signer.phone,
    message: signer.codeText,
    authentication: channels[signer.authentication],
    language: "browser",
    mobileEditable: userEditableData.mobile,
    emailEditable: userEditableData.email,
    signatures: placements.map(({ page, x, y, fieldName }) => ({
      page,
      x: Math.round(x),
      y: Math.round(y),
      ...(fieldName !== null && { name: fieldName }),
    })),
    emailValidation: signer.email === null ? null : presentEmail(signer.email),
  };
}

/** Nobody looks a domain up, and codes are counted by the audit trail: what is known is the domain. */
function presentEmail(email: string): EuSesEmailView {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return { domain, host: domain, otpAttempts: 0, mxRecords: [] };
}
