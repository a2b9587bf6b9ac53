import type { Caller } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import { createOrder } from "../orders/createOrder.js";
import type { Platform } from "../platform.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import type { Bulk, BulkProblem } from "./bulk.js";
import type { BulkLineRequest } from "./bulkRequests.js";
import { claimLine, concludeLine, postponeLine, readBulk } from "./bulkRows.js";
import { asProblem, isFinal } from "./problem.js";
import { readLine } from "./readLine.js";
import { openLine } from "./sealedLine.js";
import { commonOf, templateSource } from "./templateSource.js";

/** How long one try may take before another process takes over. */
const leaseSeconds = 60;

/** Another process has worked the line off meanwhile: what this one made is rolled back. */
class AlreadyConcluded extends Error {}

/**
 * The sweeper's part: makes the order of one line of a list. Order and result are written in one transaction, so that
 * no line is made twice, whoever else is at it; a line that can never succeed gets its problem as its result.
 * @param subject UUID of the list, a slash, and the line's number
 * @returns false where there was nothing to do
 */
export async function workBulkLine(platform: Platform, tenantId: string, subject: string): Promise<boolean> {
  const [batchId = "", number = ""] = subject.split("/");
  const line = Number(number);
  const claimed = await platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
    const row = await claimLine(transaction, batchId, line, now, leaseUntil);
    return row && { ...row, bulk: await readBulk(transaction, batchId) };
  });
  if (claimed === null) return false;
  const { bulk, attempts } = claimed;
  let input: BulkLineRequest = {};
  try {
    input = openLine(platform, batchId, line, claimed.input);
    await makeOrder(platform, tenantId, bulk, line, input);
  } catch (error) {
    if (error instanceof AlreadyConcluded) return false;
    if (error instanceof Failure && isFinal(error)) {
      await fail(platform, tenantId, batchId, line, asProblem(error, bulk.settings, input));
      return true;
    }
    await postpone(platform, tenantId, batchId, line, attempts, error);
    throw error;
  }
  return true;
}

async function makeOrder(
  platform: Platform,
  tenantId: string,
  bulk: Bulk,
  line: number,
  input: BulkLineRequest,
): Promise<void> {
  const { templateId, settings, mode, apiKeyId } = bulk;
  const now = platform.clock.now();
  const source = templateSource(platform, templateId, settings, bulk.id);
  const order = readLine(platform.limits, source, commonOf(settings), input, now);
  const caller: Caller = {
    tenantId,
    apiKeyId,
    certificateId: null,
    mode,
    scopes: ["orders:write"],
    paths: [],
    euSesBare: false,
    expiresAt: null,
  };
  await createOrder(
    platform,
    caller,
    order,
    null,
    () => null,
    async (transaction, orderId) => {
      const ours = await concludeLine(transaction, bulk.id, line, { orderId }, now);
      if (!ours) throw new AlreadyConcluded("The line was worked off meanwhile.");
    },
  );
}

async function fail(
  platform: Platform,
  tenantId: string,
  batchId: string,
  line: number,
  problem: BulkProblem,
): Promise<void> {
  await platform.database.withTenant(tenantId, (transaction) =>
    concludeLine(transaction, batchId, line, { problem }, platform.clock.now()),
  );
}

/** Waits longer after each failure. */
async function postpone(
  platform: Platform,
  tenantId: string,
  batchId: string,
  line: number,
  attempts: number,
  error: unknown,
): Promise<void> {
  const until = retryAt(platform.clock.now(), attempts);
  const why = causeOf(error);
  await platform.database.withTenant(tenantId, (transaction) =>
    postponeLine(transaction, batchId, line, until, why),
  );
}
