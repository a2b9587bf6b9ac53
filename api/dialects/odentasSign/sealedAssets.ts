import { createHash } from "node:crypto";
import { parseSignedData } from "../../../engine/cms/parseSignedData.js";
import {
  lastDocumentTimestamp,
  readSignedRevisions,
  type SignedRevision,
} from "../../../engine/pades/signedRevisions.js";
import { openPdf } from "../../../engine/pdf/document.js";
import { readTimestampToken } from "../../../engine/tsp/readToken.js";
import type { Caller } from "../../apiKeys/caller.js";
import { fetchDocument } from "../../documents/fetchDocument.js";
import { Failure } from "../../failure/failure.js";
import type { OrderWithParts } from "../../orders/order.js";
import type { Platform } from "../../platform.js";

/** What this dialect records of a sealed document. */
export interface SealedAssets {
  /** SHA-256, hexadecimal, of the sealed PDF and of the last time-stamp token in it (DER). */
  pdf_sha256: string;
  tsr_sha256: string | null;
  sealed_at: string;
  /** Of the last signature, as `ecdsa-sha256`. */
  algorithm: string | null;
  /** Whose key sealed it: commonName of the time-stamping unit. */
  key_id: string | null;
  tsa_policy_oid: string | null;
  /** Hexadecimal. */
  tsa_serial: string | null;
  retain_until: string;
}

/** Reads what is told of the first document that was signed. @returns null while it is not sealed, or is not kept any more */
export async function readSealedAssets(
  platform: Pick<Platform, "database" | "objectStore">,
  caller: Caller,
  { order, documents, kept }: OrderWithParts,
): Promise<SealedAssets | null> {
  const document = documents.find(({ kind }) => kind === "sign");
  if (order.state !== "completed" || !document || !kept || order.endedAt === null) return null;
  const file = await fetchDocument(platform, caller.tenantId, order.id, document.id, "signed").catch(
    (error: unknown) => {
      if (error instanceof Failure && error.code === "document_removed") return null;
      throw error;
    },
  );
  if (file === null) return null;
  const revisions = readSignedRevisions(openPdf(file.bytes));
  const last = lastDocumentTimestamp(revisions);
  const stamp = last && last.defect === null ? readTimestampToken(last.contents) : null;
  return {
    pdf_sha256: Buffer.from(file.sha256).toString("hex"),
    tsr_sha256: last ? createHash("sha256").update(last.contents).digest("hex") : null,
    sealed_at: order.endedAt.toISOString(),
    algorithm: algorithmOf(revisions),
    key_id: stamp?.unit ?? null,
    tsa_policy_oid: stamp?.policy ?? null,
    tsa_serial: stamp ? Buffer.from(stamp.serialNumber).toString("hex").replace(/^00/, "") : null,
    retain_until: kept.evidenceUntil.toISOString(),
  };
}

function algorithmOf(revisions: readonly SignedRevision[]): string | null {
  const last = revisions.filter(({ isDocumentTimestamp, defect }) => !isDocumentTimestamp && !defect).at(-1);
  return last ? (parseSignedData(last.contents).signatureScheme?.name ?? null) : null;
}
