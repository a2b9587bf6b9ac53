import { createHash } from "node:crypto";
import type { OneTimeCertificate } from "../ca/signerAuthority.js";
import type { Transaction } from "../database/transaction.js";
import type { SignedDocument } from "./makeSignatures.js";
import type { Signing } from "./signingRows.js";

/** Keeps the one-time certificate; its key is gone. */
export async function insertCertificate(
  transaction: Transaction,
  signing: Pick<Signing, "id" | "orderId" | "signerId">,
  issued: OneTimeCertificate,
): Promise<void> {
  await transaction.query(
    `INSERT INTO certificates (tenant_id, order_id, signer_id, signing_id, sha256, certificate, not_before, not_after)
     VALUES (:tenant, :orderId, :signerId, :signingId, :sha256, :certificate, :notBefore, :notAfter)`,
    {
      orderId: signing.orderId,
      signerId: signing.signerId,
      signingId: signing.id,
      sha256: createHash("sha256").update(issued.certificate).digest(),
      certificate: Buffer.from(issued.certificate),
      notBefore: issued.notBefore,
      notAfter: issued.notAfter,
    },
  );
}

/** Adds a revision to each document that was signed, and makes it the newest. @param keys of the objects, by document */
export async function insertSignedRevisions(
  transaction: Transaction,
  signerId: string,
  documents: readonly SignedDocument[],
  keys: ReadonlyMap<string, string>,
  createdAt: Date,
): Promise<void> {
  const rows = documents.map(({ document, revision, bytes, sha256After }) => ({
    document_id: document.id,
    revision,
    object_key: keys.get(document.id)!,
    bytes: bytes.length,
    sha256: Buffer.from(sha256After).toString("hex"),
  }));
  await transaction.query(
    `WITH input AS (
       SELECT * FROM jsonb_to_recordset(:rows::jsonb)
         AS r (document_id uuid, revision integer, object_key text, bytes integer, sha256 text)
     ), added AS (
       INSERT INTO document_revisions (tenant_id, document_id, revision, object_key, bytes, sha256, signer_id,
         created_at, kind, level)
       SELECT :tenant, document_id, revision, object_key, bytes, decode(sha256, 'hex'), 
         :signerId, :createdAt, 'signed', 'B-T' FROM input
     )
     UPDATE documents d SET revision = input.revision, signatures = d.signatures + 1 FROM input
     WHERE d.tenant_id = :tenant AND d.id = ANY(:ids::uuid[]) AND d.id = input.document_id
       AND d.revision = input.revision - 1`,
    { ids: rows.map((row) => row.document_id), rows: JSON.stringify(rows), signerId, createdAt },
  );
}
