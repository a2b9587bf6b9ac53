import { createHash } from "node:crypto";
import { signedName } from "../../documents/disposition.js";
import type { Order, OrderDocument } from "../../orders/order.js";
import type { Asked, SourceType } from "./asked.js";
import { euSesDate } from "./date.js";

/** A revision of a document, as far as this dialect tells of it. */
export interface Revision {
  readonly documentId: string;
  readonly revision: number;
  readonly bytes: number;
  /** 32 lower-case hexadecimal digits; null: the bytes are not there any more. */
  readonly md5: string | null;
  readonly createdAt: Date;
}

export interface EuSesFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: "application/pdf";
  readonly extension: "pdf";
  readonly size: number;
  /** Left out when the bytes are not there any more. */
  readonly md5?: string;
  readonly createdAt: string;
}

/** A file as it was given. */
export interface EuSesInputFile extends EuSesFile {
  readonly sourceType: SourceType;
}

/** A file that is not there yet is left out, as it is in the answers that are published. */
export interface EuSesDocument {
  readonly title: string;
  readonly description: string;
  readonly inputDocuments: readonly EuSesInputFile[];
  /** What is signed, as soon as it has been checked. */
  readonly validatedDocument?: EuSesFile;
  /** As soon as all have signed, and it is sealed. */
  readonly signedDocument?: EuSesFile;
}

/**
 * The documents of an order. The dialect knows one document that is signed: it is the first of those that are. Of several,
 * each is signed; the others are had with `?document=`.
 */
export function euSesDocument(
  { title, message, state }: Pick<Order, "title" | "message" | "state">,
  documents: readonly OrderDocument[],
  revisions: readonly Revision[],
  { sourceTypes }: Asked,
): EuSesDocument {
  const found = ({ id }: OrderDocument, number: number) =>
    revisions.find(({ documentId, revision }) => documentId === id && revision === number);
  const inputs = documents.flatMap((document): EuSesInputFile[] => {
    const source = found(document, 0);
    const sourceType = sourceTypes[document.position] ?? "base64";
    return source ? [{ sourceType, ...presentFile(document.name, source) }] : [];
  });
  const toSign = documents.find(({ kind }) => kind === "sign");
  const validated = toSign && state !== "draft" ? found(toSign, 0) : undefined;
  const signed = toSign && state === "completed" ? found(toSign, toSign.revision) : undefined;
  return {
    title,
    description: message ?? "",
    inputDocuments: inputs,
    ...(validated && { validatedDocument: presentFile(toSign!.name, validated) }),
    ...(signed && { signedDocument: presentFile(signedName(toSign!.name), signed) }),
  };
}

function presentFile(name: string, revision: Revision): EuSesFile {
  return {
    id: fileId(revision),
    name,
    mimetype: "application/pdf",
    extension: "pdf",
    size: revision.bytes,
    ...(revision.md5 !== null && { md5: revision.md5 }),
    createdAt: euSesDate(revision.createdAt),
  };
}

/** 24 lower-case hexadecimal digits: files are told apart by them, and never asked for. */
function fileId({ documentId, revision }: Revision): string {
  return createHash("sha256").update(`${documentId}/${revision}`).digest("hex").slice(0, 24);
}
