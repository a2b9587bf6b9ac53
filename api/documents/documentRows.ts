import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { NewDocument } from "./newDocument.js";

/** A stored revision of a document. */
export interface Revision {
  readonly documentId: string;
  readonly revision: number;
  /** Of those that are read here: a removed one has none. */
  readonly objectKey: string;
  readonly bytes: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
}

/** Writes documents and their source revisions. @param at place of the first of them in the order, or of each */
export async function insertDocuments(
  transaction: Transaction,
  orderId: string,
  documents: readonly NewDocument[],
  at: number | readonly number[],
  createdAt: Date,
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map((document, index) => ({
    id: document.id,
    position: typeof at === "number" ? at + index : at[index],
    kind: document.kind,
    name: document.name,
    pages: document.pages,
    digest_algorithm: document.digestAlgorithm,
    object_key: document.objectKey,
    bytes: document.bytes.length,
    sha256: document.sha256.toString("hex"),
  }));
  await transaction.query(
    `WITH input AS (
       SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS d (id uuid, position integer, kind text, name text,
         pages integer, digest_algorithm text, object_key text, bytes integer, sha256 text)
     ), added AS (
       INSERT INTO documents (tenant_id, order_id, id, position, kind, name, pages, digest_algorithm)
       SELECT :tenant, :orderId, id, position, kind, name, pages, digest_algorithm FROM input
     )
     INSERT INTO document_revisions (tenant_id, document_id, revision, object_key, bytes, sha256, created_at, kind)
     SELECT :tenant, id, 0, object_key, bytes, decode(sha256, 'hex'), :createdAt, 'source' FROM input`,
    { orderId, rows: JSON.stringify(rows), createdAt },
  );
}

/** The newest revision of each of an order's documents, in their order. @throws Failure `document_removed` */
export async function readLatestRevisions(transaction: Transaction, orderId: string): Promise<Revision[]> {
  const revisions = await transaction.query<Revision>(
    `SELECT r.document_id AS "documentId", r.revision, r.object_key AS "objectKey", r.bytes, r.sha256
     FROM documents d
     JOIN document_revisions r
       ON r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.revision = d.revision
     WHERE d.tenant_id = :tenant AND d.order_id = :orderId
     ORDER BY d.position`,
    { orderId },
  );
  return revisions.map(present);
}

/** A revision, and the name of its document. */
export interface NamedRevision extends Revision {
  readonly name: string;
}

/** A document's source. @throws Failure `not_found`, `document_removed` */
export async function readSource(
  transaction: Transaction,
  orderId: string,
  documentId: string,
): Promise<NamedRevision> {
  const bindings = { orderId, documentId, which: "source" };
  return found(await transaction.one<FoundRevision>(revisionStatement, bindings));
}

/**
 * One revision of a document of an order, in a transaction of its own and one round trip.
 * @throws Failure `not_found`, with a mode also for an order of the other; `document_removed`
 */
export async function findRevision(
  platform: Pick<Platform, "database">,
  tenantId: string,
  orderId: string,
  documentId: string,
  which: "source" | "signed",
  mode?: Mode,
): Promise<NamedRevision> {
  const bindings = { orderId, documentId, which };
  const [row] = await platform.database.query<FoundRevision>(tenantId, revisionStatement, bindings);
  return found(row, mode);
}

type FoundRevision = NamedRevision & { readonly mode: Mode };

const revisionStatement = `
  SELECT o.mode, d.name, d.id AS "documentId", r.revision, r.object_key AS "objectKey", r.bytes, r.sha256
  FROM orders o
  LEFT JOIN documents d ON d.tenant_id = o.tenant_id AND d.order_id = o.id AND d.id = :documentId
  LEFT JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id
    AND r.revision = CASE WHEN :which = 'source' THEN 0 ELSE d.revision END
  WHERE o.tenant_id = :tenant AND o.id = :orderId`;

function found(row: FoundRevision | null | undefined, mode?: Mode): NamedRevision {
  if (!row || (mode !== undefined && row.mode !== mode)) throw notFound("order");
  if (row.documentId === null) throw notFound("document");
  return present(row);
}

/** What retention has removed has no object any more. @throws Failure `document_removed` */
function present<Row extends Revision>(row: Row): Row {
  if (row.objectKey === null) throw documentRemoved();
  return row;
}

/** The answer where somebody asks for the bytes of a document that retention, or its tenant, has removed. */
export function documentRemoved(): Failure {
  return new Failure("document_removed", "The order's documents were removed; the purge has a receipt.");
}
