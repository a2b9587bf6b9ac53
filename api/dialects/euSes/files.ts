import { createHash } from "node:crypto";
import type { Order, OrderDocument } from "../../orders/order.js";
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
  readonly md5: string | null;
  readonly createdAt: string;
}

export interface EuSesDocument {
  readonly title: string;
  readonly description: string | null;
  readonly inputDocuments: readonly EuSesFile[];
  /** What is signed, as soon as it has been checked. */
  readonly validatedDocument: EuSesFile | null;
  /** As soon as all have signed, and it is sealed. */
  readonly signedDocument: EuSesFile | null;
}

/** The documents of an order. The dialect knows one document that is signed: it is the first of those that are. */
export function euSesDocument(
  { title, message, state }: Pick<Order, "title" | "message" | "state">,
  documents: readonly OrderDocument[],
  revisions: readonly Revision[],
): EuSesDocument {
  const file = (document: OrderDocument, number: number) => {
    const found = revisions.find(
      ({ documentId, revision }) => documentId === document.id && revision === number,
    );
    return found ? presentFile(document, found) : null;
  };
  const inputs = documents.map((document) => file(document, 0));
  const toSign = documents.find(({ kind }) => kind === "sign");
  return {
    title,
    description: message,
    inputDocuments: inputs.filter((input) => input !== null),
    validatedDocument: toSign && state !== "draft" ? file(toSign, 0) : null,
    signedDocument: toSign && state === "completed" ? file(toSign, toSign.revision) : null,
  };
}

function presentFile({ name }: OrderDocument, revision: Revision): EuSesFile {
  return {
    id: fileId(revision),
    name,
    mimetype: "application/pdf",
    extension: "pdf",
    size: revision.bytes,
    md5: revision.md5,
    createdAt: euSesDate(revision.createdAt),
  };
}

/** 24 lower-case hexadecimal digits: files are told apart by them, and never asked for. */
function fileId({ documentId, revision }: Revision): string {
  return createHash("sha256").update(`${documentId}/${revision}`).digest("hex").slice(0, 24);
}
