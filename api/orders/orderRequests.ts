import type { DocumentInput } from "../documents/newDocument.js";
import type { Upload } from "../documents/upload.js";
import { Failure } from "../failure/failure.js";
import type { NewOrder, NewSigner } from "./newOrder.js";

/** The body of `POST /v1/orders`. */
export interface CreateOrderRequest {
  /**
   * What signers are asked to sign, in a few words.
   * @minLength 1
   * @maxLength 200
   * @example "Service agreement"
   */
  title: string;
  /**
   * The caller's own id of the order.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string;
  /** True: the order takes more documents until it is sent. */
  draft?: boolean;
  /**
   * What a signer agrees to, word for word; left out, a default text in the signer's language.
   * @minLength 1
   * @maxLength 5000
   */
  consent_text?: string;
  /** When the order ends if not all have signed; 30 days from now by default, 365 at most. */
  expires_at?: Date;
  /** Up to 50 keys of 40 characters, with values of 500. */
  metadata?: Record<string, string>;
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
  /** The PDF, base64. */
  content?: string;
  /**
   * Where to fetch the PDF from: an https URL on the public internet, no redirects.
   * @maxLength 2000
   */
  url?: string;
}

/** The body of `POST /v1/orders/{order}/documents`. */
export interface AddDocumentsRequest {
  documents?: DocumentRequest[];
}

export interface SignerRequest {
  /**
   * @minLength 1
   * @maxLength 64
   * @example "Ada"
   */
  given_name: string;
  /**
   * @minLength 1
   * @maxLength 64
   * @example "Lovelace"
   */
  surname: string;
  /**
   * Needed where codes are sent by e-mail.
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   * @example "ada@example.org"
   */
  email?: string;
  /**
   * E.164; needed where codes are sent by SMS.
   * @pattern ^\+[1-9][0-9]{5,14}$
   * @example "+33612345678"
   */
  phone?: string;
  /**
   * ISO 3166-1 alpha-2, for the certificate; `FR` by default.
   * @pattern ^[A-Z]{2}$
   */
  country?: string;
  /**
   * BCP 47, for messages and the page; `en` by default.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
  /** Where the code is sent; `email` by default. */
  authentication?: "email" | "sms";
  /** Where the signature is drawn; in a free place on the last page by default. */
  placements?: PlacementRequest[];
}

/** A box on a page, in points from the top left corner as a reader sees the page. */
export interface PlacementRequest {
  /**
   * Index of the document in the order, from 0; files of a multipart request come after those of the body.
   * @isInt
   * @minimum 0
   */
  document?: number;
  /**
   * Counted from 1.
   * @isInt
   * @minimum 1
   */
  page: number;
  /** @minimum 0 */
  x: number;
  /** @minimum 0 */
  y: number;
  /**
   * @minimum 20
   * @maximum 2000
   */
  width: number;
  /**
   * @minimum 10
   * @maximum 2000
   */
  height: number;
}

/** Reads the body of a new order, with the files that came beside it. @throws Failure `field_invalid` */
export function readNewOrder(body: CreateOrderRequest, uploads: readonly Upload[]): NewOrder {
  return {
    title: body.title,
    externalId: body.external_id ?? null,
    draft: body.draft ?? false,
    consentText: body.consent_text ?? null,
    metadata: body.metadata ?? {},
    expiresAt: body.expires_at ?? null,
    documents: readNewDocuments(body.documents ?? [], uploads),
    signers: body.signers.map(readSigner),
  };
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

function readSigner(signer: SignerRequest): NewSigner {
  return {
    givenName: signer.given_name,
    surname: signer.surname,
    country: signer.country ?? "FR",
    email: signer.email ?? null,
    phone: signer.phone ?? null,
    language: signer.language ?? "en",
    authentication: signer.authentication ?? "email",
    placements: (signer.placements ?? []).map(({ document, page, x, y, width, height }) => ({
      document: document ?? 0,
      page,
      x,
      y,
      width,
      height,
    })),
  };
}
