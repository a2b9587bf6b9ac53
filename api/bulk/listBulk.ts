import type { Caller } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import type { Bulk, BulkLine, BulkLineState } from "./bulk.js";
import { listBulkRows, listLineRows, readBulk } from "./bulkRows.js";

/** Reads one list. @throws Failure `not_found` */
export async function getBulk(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  id: string,
): Promise<Bulk> {
  return platform.database.withTenant(tenantId, (transaction) => readBulk(transaction, id, mode));
}

/** Reads a page of lists, newest first. @param before id of the last one of the page before */
export async function listBulks(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  before: string | null,
  limit: number,
): Promise<{ bulks: Bulk[]; hasMore: boolean }> {
  const found = await platform.database.withTenant(tenantId, (transaction) =>
    listBulkRows(transaction, mode, before, limit + 1),
  );
  return { bulks: found.slice(0, limit), hasMore: found.length > limit };
}

/** Reads a page of a list's lines. @param after number of the last line of the page before @throws Failure `not_found` */
export async function listLines(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  id: string,
  after: number,
  state: BulkLineState | null,
  limit: number,
): Promise<{ lines: BulkLine[]; hasMore: boolean }> {
  const found = await platform.database.withTenant(tenantId, async (transaction) => {
    await readBulk(transaction, id, mode);
    return listLineRows(transaction, id, after, state, limit + 1);
  });
  return { lines: found.slice(0, limit), hasMore: found.length > limit };
}
