import { createHash } from "node:crypto";
import type { PdfDocument } from "../../engine/pdf/document.js";
import { Failure } from "../failure/failure.js";
import { newUuid } from "../ids/id.js";
import type { DocumentKind, SignatureDigest } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { RemoteDocumentError } from "../ports/remoteDocuments.js";
import { bytesOfBase64 } from "./base64.js";
import { documentTooLarge, takeIn } from "./intake.js";

/**
 * A document as a caller gives it: bytes that came with the request, a URL to fetch them from, or what reads them from
 * where the service keeps them itself.
 */
export interface DocumentInput {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly content:
    | { readonly bytes: Uint8Array }
    | { readonly base64: string }
    | { readonly url: string }
    | { readonly load: () => Promise<Uint8Array> };
  /** Of its signatures; absent: SHA-256. */
  readonly digestAlgorithm?: SignatureDigest;
  /** The field that it came in, for refusals. */
  readonly param: string;
}

/** A document that has been taken in, with the object that is to hold its bytes. */
export interface NewDocument {
  readonly id: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly digestAlgorithm: SignatureDigest;
  readonly pages: number;
  readonly pdf: PdfDocument;
  readonly bytes: Uint8Array;
  /** 32 bytes. */
  readonly sha256: Buffer;
  readonly objectKey: string;
}

type Needs = Pick<Platform, "remoteDocuments" | "limits" | "clock" | "random">;

/** Reads, checks and names a document. @throws Failure */
export async function prepareDocument(
  platform: Needs,
  tenantId: string,
  orderId: string,
  input: DocumentInput,
): Promise<NewDocument> {
  const bytes = await readContent(platform, input);
  const { pages, pdf } = takeIn(platform.limits, bytes, input.param);
  const id = newUuid(platform.clock, platform.random);
  return {
    id,
    name: input.name,
    kind: input.kind,
    digestAlgorithm: input.digestAlgorithm ?? "SHA-256",
    pages,
    pdf,
    bytes,
    sha256: createHash("sha256").update(bytes).digest(),
    objectKey: `${tenantId}/orders/${orderId}/${id}.pdf`,
  };
}

async function readContent(platform: Needs, input: DocumentInput): Promise<Uint8Array> {
  const { content, param } = input;
  if ("bytes" in content) return content.bytes;
  if ("load" in content) return content.load();
  if ("base64" in content) return decodeBase64(platform, content.base64, `${param}.content`);
  try {
    return (await platform.remoteDocuments.fetch(content.url, platform.limits.documentBytes)).bytes;
  } catch (error) {
    if (!(error instanceof RemoteDocumentError)) throw error;
    if (error.code === "too_large") throw documentTooLarge(platform.limits, `${param}.url`);
    throw new Failure("document_fetch_failed", error.message, {
      param: `${param}.url`,
      extensions: { reason: error.code },
      cause: error,
    });
  }
}

/** Base64, line breaks allowed. */
function decodeBase64(platform: Needs, text: string, param: string): Uint8Array {
  const compact = text.replace(/[\r\n\t ]/g, "");
  if (compact.length / 4 > platform.limits.documentBytes / 3 + 1)
    throw documentTooLarge(platform.limits, param);
  const bytes = bytesOfBase64(compact);
  if (bytes === null) throw new Failure("field_invalid", `${param} is not base64.`, { param });
  return bytes;
}

/** A document as the object store takes it. */
export function asObject(document: NewDocument): { key: string; bytes: Uint8Array; contentType: string } {
  return { key: document.objectKey, bytes: document.bytes, contentType: "application/pdf" };
}
