import { publicId } from "../ids/id.js";
import type { DocumentReader } from "./documentReader.js";
import { type EvidenceFile, mediaTypeOf } from "./evidenceFile.js";
import type { EvidenceDocument, EvidenceRevision, EvidenceSource } from "./evidenceSource.js";
import type { StatedDocument, StatedRevision } from "./evidenceStatement.js";
import { fileStem } from "./fileName.js";

/** Name of a document's files in the container, without folder and ending: `01-contract`. */
export function documentStem(index: number, name: string): string {
  return `${String(index + 1).padStart(2, "0")}-${fileStem(name)}`;
}

/** How an order's documents stand in its evidence. */
interface DocumentFiles {
  readonly files: readonly EvidenceFile[];
  readonly stated: readonly StatedDocument[];
}

/**
 * The documents as files of the container, or their hashes alone.
 * @param included whether they go into it, as far as they are there
 * @param lost ids of documents that the store has no more
 */
export function documentFiles(
  { documents, documentsRemovedAt }: Pick<EvidenceSource, "documents" | "documentsRemovedAt">,
  reader: DocumentReader,
  included: boolean,
  lost: ReadonlySet<string>,
): DocumentFiles {
  const files: EvidenceFile[] = [];
  const place = (document: EvidenceDocument, revision: EvidenceRevision, name: string): StatedRevision => {
    const { bytes, sha256, objectKey } = revision;
    const isIn = included && objectKey !== null && !lost.has(document.id);
    if (isIn) {
      files.push({
        name,
        mediaType: mediaTypeOf(name),
        size: bytes,
        sha256,
        read: () => reader.read(revision),
      });
    }
    return { file: isIn ? name : null, bytes, sha256: Buffer.from(sha256).toString("hex") };
  };
  const stated = documents.map((document, index) => {
    const stem = `documents/${documentStem(index, document.name)}`;
    const { id, name, kind, source, signed } = document;
    return {
      id: publicId("doc", id),
      name,
      kind,
      source: place(document, source, `${stem}.pdf`),
      signed: signed && { ...place(document, signed, `${stem}-signed.pdf`), level: signed.level },
      removed_at: source.objectKey === null ? (documentsRemovedAt?.toISOString() ?? null) : null,
      lost: lost.has(id),
    };
  });
  return { files, stated };
}
