import type { NewOrder } from "../../../orders/newOrder.js";
import type { Limits } from "../../../platform.js";
import type { Fields } from "../../reading/fields.js";
import type { Asked } from "../asked.js";
import { euSesErrors } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";
import { readEuSesCallback } from "./readCallback.js";
import { readInputDocuments } from "./readDocuments.js";
import { readOptions } from "./readOptions.js";
import { readSigners } from "./readSigners.js";

/** `POST /EU-SES`, read. */
export interface OrderRequest {
  readonly order: NewOrder;
  readonly asked: Asked;
  /** MD5 of each document that came with the request; null: it is to be fetched. */
  readonly digests: readonly (string | null)[];
}

const titleCharacters = 200;
const descriptionCharacters = 2000;

/**
 * Reads the body of a new order. Nobody is written to: the caller hands out the links that it is answered with.
 * @param body as `unwrapped` gives it
 * @throws EuSesFailure
 */
export function readOrderRequest(limits: Limits, body: Fields): OrderRequest {
  const signers = readSigners(body, limits.signersPerOrder);
  const documents = readInputDocuments(body, limits.documentsPerOrder);
  const callback = readEuSesCallback(body);
  const options = readOptions(body);
  const title = body.text("title", titleCharacters);
  const message = body.text("description", descriptionCharacters);
  body.choice("certificateType", ["EU-SES"]);
  requirePades(body);
  body.refuseOthers();
  const order: NewOrder = {
    title: title ?? titleOf(documents.map(({ input }) => input.name)),
    externalId: null,
    draft: false,
    consentText: null,
    consentClauses: [],
    metadata: {},
    labels: [],
    profile: null,
    templateId: null,
    message,
    language: null,
    sender: { name: null, email: null },
    notify: false,
    mustRead: options.mustRead,
    delegation: false,
    editableIdentity: options.editableIdentity,
    page: options.page,
    signatureModes: options.signatureModes,
    timeZone: options.timeZone,
    otp: null,
    reminders: null,
    retention: { documents: null, evidence: null, archive: null },
    expiresAt: null,
    callback,
    fetchLater: options.asyncDocumentsValidation,
    documents: documents.map(({ input }) => input),
    signers: signers.map(({ signer }) => signer),
  };
  const asked: Asked = {
    asyncDocumentsValidation: options.asyncDocumentsValidation,
    asyncSignature: options.asyncSignature,
    languages: signers.map(({ language }) => language),
    signatures: signers.map(({ signatures }) => signatures),
    sourceTypes: documents.map(({ sourceType }) => sourceType),
  };
  return { order, asked, digests: documents.map(({ md5 }) => md5) };
}

/** @throws EuSesFailure 622: in this dialect nothing else is made */
function requirePades(body: Fields): void {
  const signatureType = body.raw("signatureType") ?? "";
  if (signatureType === "" || signatureType === "pades") return;
  throw new EuSesFailure(euSesErrors.invalidSignatureType, "invalid signatureType");
}

/** A title is not asked for: what signers are shown is the first file's name. */
function titleOf([name = ""]: readonly string[]): string {
  const title = name.replace(/\.pdf$/i, "");
  return title.trim() === "" || /^document(-1)?$/.test(title) ? "Document" : title;
}
