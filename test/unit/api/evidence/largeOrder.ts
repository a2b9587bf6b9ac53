import { createHash, randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvidenceDocument, EvidenceRevision } from "../../../../api/evidence/evidenceSource.js";
import { sign } from "../../../../engine/pades/sign.js";
import { newAuthorities } from "../../../support/authorities.js";
import { largeDocument } from "../../engine/pades/largeDocument.js";

type KeptRevision = Omit<EvidenceRevision, "sha256"> & { readonly sha256: string };
interface KeptDocument {
  readonly source: KeptRevision;
  readonly signed: KeptRevision;
}

/** Writes a document of so many bytes into a directory, as it was given and as it was signed. */
export async function writeLargeDocument(directory: string, bytes: number): Promise<void> {
  const authorities = await newAuthorities();
  const keep = async (objectKey: string, revision: number, pdf: Uint8Array): Promise<KeptRevision> => {
    await writeFile(join(directory, objectKey), pdf);
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    return { objectKey, revision, bytes: pdf.length, sha256, level: null };
  };
  const source = largeDocument(bytes);
  const signed = await sign(source, {
    level: "B-T",
    ...(await authorities.oneTimeSigner()),
    timestamp: authorities.issueTimestamp,
    timestampTokenBytes: authorities.timestampTokenBytes,
    signingDate: new Date(),
  });
  const kept: KeptDocument = {
    source: await keep("source.pdf", 0, source),
    signed: await keep("signed.pdf", 1, signed),
  };
  await writeFile(join(directory, "document.json"), JSON.stringify(kept));
}

/** An order with that document so many times. */
export async function largeOrder(directory: string, count: number): Promise<EvidenceDocument[]> {
  const { source, signed } = JSON.parse(
    await readFile(join(directory, "document.json"), "utf8"),
  ) as KeptDocument;
  const read = ({ sha256, ...rest }: KeptRevision): EvidenceRevision => ({
    ...rest,
    sha256: Buffer.from(sha256, "hex"),
  });
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `document-${index + 1}.pdf`,
    kind: "sign",
    source: read(source),
    signed: read(signed),
  }));
}
