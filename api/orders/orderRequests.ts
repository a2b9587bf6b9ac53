import { type CallbackRequest, readCallback } from "../callbacks/callbackRequest.js";
import { bytesOfBase64 } from "../documents/base64.js";
import type { DocumentInput } from "../documents/newDocument.js";
import type { Upload } from "../documents/upload.js";
import { Failure } from "../failure/failure.js";
import { type PlacementRequest, readPlacements } from "../placements/placementRequests.js";
import type { IdentityDocumentRequest } from "../signers/identityDocumentRequest.js";
import type { PersonRequest } from "../signers/personRequest.js";
import type { NewOrder, NewSigner } from "./newOrder.js";
import { type OrderRulesRequest, readSettings } from "./orderSettings.js";

/** The body of `POST /v1/orders`. */
export interface CreateOrderRequest extends OrderRulesRequest {
  /**
   * The template that the order is made from: its documents, roles and placements, and its settings where the order
   * has none of its own. Then each signer names a `template_role`, and there are no `documents`.
   * @minLength 30
   * @maxLength 30
   */
  template?: string;
  /** Values of the template's placements, by their `name`; at most 500. */
  values?: Record<string, string>;
  /**
   * What signers are asked to sign, in a few words; needed unless a template says it.
   * @minLength 1
   * @maxLength 200
   * @example "Service agreement"
   */
  title?: string;
  /**
   * The caller's own id of the order.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string;
  /** True: the order takes more documents until it is sent. */
  draft?: boolean;
  /**
   * True: documents at a `url` are fetched after the answer. Until they are there, the order is a draft that awaits them:
   * its signers and their links exist already. Then it is sent, unless `draft` says otherwise; where one cannot be had,
   * or what is placed does not fit it, the order fails, and says why. False: they are fetched before the answer.
   */
  fetch_later?: boolean;
  /**
   * Where this order tells what happens to it, beside webhook endpoints; shown at `/v1/orders/{order}/callback`. Null:
   * nowhere, although the template says where.
   */
  callback?: CallbackRequest | null;
  /** When the order ends if not all have signed; 30 days from now by default, 365 at most. */
  expires_at?: Date;
  /**
   * A ZIP file of your own, base64, of at most 20 MiB and 1000 files: kept with the order's evidence, put into its
   * evidence file, and erased with it.
   */
  proof_folder?: string;
  /** Documents in the body. With `multipart/form-data`, each part `file` is one more document to sign. */
  documents?: DocumentRequest[];
  signers: SignerRequest[];
}

/** A document: `content` or `url`. */
export interface DocumentRequest {
  /**
   * The file's name, as signers see it.
   * @minLength 1
   * @maxLength 200
   * @example "contract.pdf"
   */
  name: string;
  /** `sign` (default), or `info` for one that is only read. */
  kind?: "sign" | "info";
  /** The digest that its signatures are made with; SHA-256 by default. */
  digest_algorithm?: "SHA-256" | "SHA-512";
  /** The PDF, base64. */
  content?: string;
  /**
   * Where to fetch the PDF from: an https URL on the public internet, no redirects.
   * @maxLength 2000
   */
  url?: string;
}

export interface SignerRequest extends PersonRequest {
  /**
   * Where the order is made from a template: the role that this signer has in it. What the template says of role,
   * group, witness and placements stands; language and way of authentication can be given otherwise.
   * @minLength 1
   * @maxLength 64
   */
  template_role?: string;
  /**
   * `signer` by default. An approver agrees without signing, a witness signs beside another signer's signature and
   * after them, a copy only receives the documents in the end.
   */
  role?: "signer" | "approver" | "copy" | "witness";
  /**
   * Signers of one group act in any order; a group's turn comes when all of the one before are done. 1 by default.
   * @isInt
   * @minimum 1
   * @maximum 500
   */
  group?: number;
  /**
   * For a witness: index of the signer, in this list, whose signature they witness.
   * @isInt
   * @minimum 0
   */
  witness_of?: number;
  /**
   * Your own id of the signer.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string;
  /**
   * Where codes are sent: `both` sends one by e-mail and, once it was given, one by SMS; `none` asks for no code.
   * `email` by default.
   */
  authentication?: "email" | "sms" | "both" | "none";
  /**
   * Where codes go instead of the signer's own address or number: e-mail or E.164.
   * @pattern ^(\+[1-9][0-9]{5,14}|[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+)$
   * @maxLength 254
   */
  code_contact?: string;
  /** The document that you know the signer by: kept sealed in the audit trail, and shown nowhere else. */
  identity_document?: IdentityDocumentRequest;
  /**
   * What a message with a code says, with `{OTP}` where the code stands; appended where that is left out.
   * @minLength 1
   * @maxLength 1000
   */
  code_text?: string;
  /** Where the signer signs and what they fill in; one signature in a free place on the last page by default. */
  placements?: PlacementRequest[];
}

/** Reads the body of a new order, with the files that came beside it. @throws Failure `field_invalid` */
export function readNewOrder(body: CreateOrderRequest, uploads: readonly Upload[]): NewOrder {
  if (body.title === undefined) throw new Failure("field_invalid", "title is needed.", { param: "title" });
  const ofTemplate = body.values !== undefined ? "values" : templateRoleIn(body.signers);
  if (ofTemplate !== undefined) {
    throw new Failure("field_invalid", `${ofTemplate} goes with a template.`, { param: ofTemplate });
  }
  return {
    ...readSettings(body),
    title: body.title,
    externalId: body.external_id ?? null,
    draft: body.draft ?? false,
    fetchLater: body.fetch_later ?? false,
    templateId: null,
    expiresAt: body.expires_at ?? null,
    callback: body.callback ? readCallback(body.callback, "callback.") : null,
    proofFolder: readProofFolder(body.proof_folder),
    documents: readNewDocuments(body.documents ?? [], uploads),
    signers: body.signers.map((signer, index) => readSigner(signer, `signers[${index}]`)),
  };
}

/** @throws Failure `field_invalid` */
export function readProofFolder(text: string | undefined): Uint8Array | null {
  if (text === undefined) return null;
  const content = bytesOfBase64(text.replace(/[\r\n\t ]/g, ""));
  if (content !== null) return content;
  throw new Failure("field_invalid", "proof_folder is not base64.", { param: "proof_folder" });
}

function templateRoleIn(signers: readonly SignerRequest[]): string | undefined {
  const at = signers.findIndex((signer) => signer.template_role !== undefined);
  return at < 0 ? undefined : `signers[${at}].template_role`;
}

/** Reads documents given in the body, then those given as files. @throws Failure `field_invalid` */
export function readNewDocuments(
  documents: readonly DocumentRequest[],
  uploads: readonly Upload[],
): DocumentInput[] {
  return [
    ...documents.map((document, index): DocumentInput => {
      const param = `documents[${index}]`;
      const { content, url } = document;
      if ((content === undefined) === (url === undefined)) {
        throw new Failure("field_invalid", `${param} needs either content or url.`, { param });
      }
      return {
        name: document.name,
        kind: document.kind ?? "sign",
        ...(document.digest_algorithm && { digestAlgorithm: document.digest_algorithm }),
        content: content !== undefined ? { base64: content } : { url: url! },
        param,
      };
    }),
    ...uploads.map(
      (upload, index): DocumentInput => ({
        // What fits, without half of a surrogate pair at its end.
        name: upload.name.slice(0, 200).replace(/[\ud800-\udbff]$/, "") || `document-${index + 1}.pdf`,
        kind: "sign",
        content: { bytes: upload.bytes },
        param: `file[${index}]`,
      }),
    ),
  ];
}

/** Reads a signer of a request. @param param its path, for refusals @throws Failure `placement_invalid` */
export function readSigner(signer: SignerRequest, param: string): NewSigner {
  const role = signer.role ?? "signer";
  return {
    role,
    signingGroup: signer.group ?? 1,
    witnessOf: signer.witness_of ?? null,
    externalId: signer.external_id ?? null,
    templateRole: signer.template_role ?? null,
    givenName: signer.given_name,
    surname: signer.surname,
    country: signer.country ?? "FR",
    email: signer.email ?? null,
    phone: signer.phone ?? null,
    codeContact: signer.code_contact ?? null,
    identityDocument: signer.identity_document
      ? { type: signer.identity_document.type ?? null, number: signer.identity_document.number }
      : null,
    language: signer.language ?? "en",
    authentication: signer.authentication ?? (role === "copy" ? "none" : "email"),
    codeText: signer.code_text ?? null,
    placements: readPlacements(signer.placements, `${param}.placements`),
  };
}
