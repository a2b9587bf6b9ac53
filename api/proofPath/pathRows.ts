import type { Transaction, Writer } from "../database/transaction.js";
import type { Signer } from "../orders/order.js";
import type { Clause } from "./clauses.js";
import { joined, type PageRange } from "./pageRanges.js";

/** Whose rows: what was recorded for an earlier link of the signer counts no more. */
export type PathOwner = Pick<Signer, "id" | "orderId" | "linkVersion">;

/** What a signer has been shown and has agreed to, as it counts. */
export interface RecordedPath {
  /** How many pages of the order's documents. */
  readonly pages: number;
  /** Positions of clauses. */
  readonly clauses: readonly number[];
}

/** What was recorded of a signer. */
export interface StoredPath {
  readonly pages: number;
  /** Words that were agreed to: whether they are those in force is another question. */
  readonly consents: readonly Pick<Clause, "position" | "sha256">[];
}

/**
 * What of it counts: whoever agreed to a clause in one language has not agreed to its words in another, which they are
 * shown after their language was corrected.
 * @param clauses those in force
 */
export function inForce({ pages, consents }: StoredPath, clauses: readonly Clause[]): RecordedPath {
  const agreed = new Set(consents.map(({ position, sha256 }) => `${position} ${sha256}`));
  const counted = clauses.filter(({ position, sha256 }) => agreed.has(`${position} ${sha256}`));
  return { pages, clauses: counted.map(({ position }) => position) };
}

/** Reads how far a signer has come by their link of now. Bounded by the order's pages and clauses. */
export async function readPath(transaction: Transaction, signerId: string): Promise<StoredPath> {
  const row = await transaction.one<StoredPath>(
    `SELECT
       (SELECT coalesce(sum(v.last_page - v.first_page + 1), 0) FROM page_views v
        WHERE v.tenant_id = :tenant AND v.signer_id = s.id AND v.link_version = s.link_version) AS pages,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('position', c.position, 'sha256', encode(c.sha256, 'hex'))), '[]')
        FROM consents c
        WHERE c.tenant_id = :tenant AND c.signer_id = s.id AND c.link_version = s.link_version) AS consents
     FROM signers s WHERE s.tenant_id = :tenant AND s.id = :signerId`,
    { signerId },
  );
  return row!;
}

/** The pages that a signer has been shown by their link of now, as ranges, by document's id. */
export async function readPageRanges(
  transaction: Transaction,
  signerId: string,
): Promise<Map<string, PageRange[]>> {
  const rows = await transaction.query<PageRange & { documentId: string }>(
    `SELECT v.document_id AS "documentId", v.first_page AS first, v.last_page AS last
     FROM signers s
     JOIN page_views v ON v.tenant_id = s.tenant_id AND v.signer_id = s.id AND v.link_version = s.link_version
     WHERE s.tenant_id = :tenant AND s.id = :signerId`,
    { signerId },
  );
  const byDocument = Map.groupBy(rows, ({ documentId }) => documentId);
  return new Map([...byDocument].map(([documentId, ranges]) => [documentId, joined(ranges)]));
}

/** Records pages that had not been recorded before. The caller holds the lock on the order, so that none is twice. */
export async function insertPageViews(
  transaction: Writer,
  signer: PathOwner,
  documentId: string,
  pages: readonly PageRange[],
  shownAt: Date,
): Promise<void> {
  await transaction.query(
    `INSERT INTO page_views (tenant_id, order_id, signer_id, link_version, document_id, first_page, last_page, shown_at)
     SELECT :tenant, :orderId, :signerId, :linkVersion, :documentId, first, last, :shownAt
     FROM unnest(:first::integer[], :last::integer[]) AS pages (first, last)`,
    {
      ...ownerOf(signer),
      documentId,
      shownAt,
      first: pages.map(({ first }) => first),
      last: pages.map(({ last }) => last),
    },
  );
}

/** Records clauses that had not been agreed to before. */
export async function insertConsents(
  transaction: Writer,
  signer: PathOwner,
  clauses: readonly Clause[],
  givenAt: Date,
): Promise<void> {
  await transaction.query(
    `INSERT INTO consents (tenant_id, order_id, signer_id, link_version, position, clause, sha256, given_at)
     SELECT :tenant, :orderId, :signerId, :linkVersion, c.position, c.text, decode(c.sha256, 'hex'), :givenAt
     FROM jsonb_to_recordset(:clauses::jsonb) AS c (position integer, text text, sha256 text)
     ON CONFLICT DO NOTHING`,
    { ...ownerOf(signer), clauses: JSON.stringify(clauses), givenAt },
  );
}

/** Notes when the last of a signer's clauses was agreed to. */
export async function markConsented(transaction: Writer, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET consented_at = :at
     WHERE tenant_id = :tenant AND id = :signerId`,
    { signerId, at },
  );
}

function ownerOf(signer: PathOwner) {
  return { orderId: signer.orderId, signerId: signer.id, linkVersion: signer.linkVersion };
}
