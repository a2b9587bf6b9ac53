import { EngineError } from "../error.js";
import type { PdfDocument } from "./document.js";
import { decodeStream } from "./filters/decodeStream.js";
import { asArray, asDict, type PdfDict, type PdfObject, PdfRef, PdfStream } from "./objects.js";
import { ReadBudget } from "./readBudget.js";

/** More streams than this no documentSecurityStore of a real document has. */
const MAX_STREAMS = 10_000;

/** What a validation of signatures and time-stamps needs beside them, each element DER. */
export interface ValidationData {
  /** Certificate (RFC 5280 4.1). */
  readonly certificates: readonly Uint8Array[];
  /** CertificateList (RFC 5280 5.1). */
  readonly crls: readonly Uint8Array[];
  /** OCSPResponse (RFC 6960 4.2.1). */
  readonly ocspResponses: readonly Uint8Array[];
}

/** What was used to validate one signature (ISO 32000-2 Table 262, EN 319 142-1 5.4.2.3). */
export interface ValidationRelatedInformation extends ValidationData {
  /** SHA-1 of the signature's /Contents in hexadecimal capitals, as it stands. */
  readonly key: string;
}

/** A documentSecurityStore (ISO 32000-2 12.8.4.3, EN 319 142-1 5.4.2.2). */
export interface DocumentSecurityStore extends ValidationData {
  /** Written by others; its streams should be, and often are not, in the lists of the store as well. */
  readonly validationRelatedInformation: readonly ValidationRelatedInformation[];
}

/** The documentSecurityStore's dictionary; undefined where the document has none. */
export function documentSecurityStoreOf(document: PdfDocument): PdfDict | undefined {
  return asDict(document.resolve(document.catalog.get("DSS")));
}

/**
 * Reads the documentSecurityStore of a document. What is no stream in it is passed over; what the streams hold is not
 * looked at.
 * @returns undefined where the document has none
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded` for more than 10,000 streams
 */
export function readDocumentSecurityStore(document: PdfDocument): DocumentSecurityStore | undefined {
  const store = documentSecurityStoreOf(document);
  if (store === undefined) return undefined;
  const streams = new StreamReader(document);
  const information = asDict(document.resolve(store.get("VRI"))) ?? new Map<string, PdfObject>();
  return {
    certificates: streams.listOf(store.get("Certs")),
    crls: streams.listOf(store.get("CRLs")),
    ocspResponses: streams.listOf(store.get("OCSPs")),
    validationRelatedInformation: [...information].map(([key, object]) => {
      const entries = asDict(document.resolve(object));
      return {
        key,
        certificates: streams.listOf(entries?.get("Cert")),
        crls: streams.listOf(entries?.get("CRL")),
        ocspResponses: streams.listOf(entries?.get("OCSP")),
      };
    }),
  };
}

/**
 * As readDocumentSecurityStore, for whoever takes what there is: a document can have come with a store that nobody can
 * read, and its signatures bring validation data of their own.
 * @returns undefined also where it cannot be read
 */
export function readableSecurityStore(document: PdfDocument): DocumentSecurityStore | undefined {
  try {
    return readDocumentSecurityStore(document);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** Decodes streams within the limits of the document, each of them once. */
class StreamReader {
  readonly #decoded = new Map<number, Uint8Array | undefined>();
  readonly #budget: ReadBudget;
  #left = MAX_STREAMS;

  constructor(readonly document: PdfDocument) {
    this.#budget = new ReadBudget(document.limits, document.bytes.length);
  }

  listOf(array: PdfObject | undefined): Uint8Array[] {
    const streams: Uint8Array[] = [];
    for (const element of asArray(this.document.resolve(array)) ?? []) {
      if (this.#left-- === 0) {
        throw new EngineError(
          "pdf_limit_exceeded",
          `The documentSecurityStore of the PDF has more than ${MAX_STREAMS} streams.`,
        );
      }
      const bytes = element instanceof PdfRef ? this.#streamOf(element) : undefined;
      if (bytes !== undefined) streams.push(bytes);
    }
    return streams;
  }

  #streamOf(ref: PdfRef): Uint8Array | undefined {
    const { document } = this;
    if (this.#decoded.has(ref.num)) return this.#decoded.get(ref.num);
    const stream = document.resolve(ref);
    const bytes =
      stream instanceof PdfStream
        ? decodeStream(stream, document.placeOf(ref), this.#budget, (object) => document.resolve(object))
        : undefined;
    this.#decoded.set(ref.num, bytes);
    return bytes;
  }
}
