import type { Caller, Mode } from "../apiKeys/caller.js";
import { readCallback } from "../callbacks/callbackRequest.js";
import { keepCallback } from "../callbacks/keptCallback.js";
import type { NewCallback } from "../callbacks/newCallback.js";
import { Failure } from "../failure/failure.js";
import { checkPage } from "../hostedPage/checkPage.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { getTemplate } from "../templates/listTemplates.js";
import type { WholeTemplate } from "../templates/template.js";
import { checkUrl } from "../webhooks/endpoints/checkUrl.js";
import type { Bulk, BulkLine, BulkSettings } from "./bulk.js";
import type { BulkLineRequest, BulkRequest } from "./bulkRequests.js";
import { insertBulk, type NewBulkLine, readBulk } from "./bulkRows.js";
import type { CsvSource } from "./csvLines.js";
import { unreadable } from "./problem.js";
import { requireColumns } from "./requireColumns.js";
import { sealLine } from "./sealedLine.js";

/** What a list may hold at most. */
const limits = { lines: 1000, bytes: 2_000_000 };

/**
 * Takes a list of orders in: its lines are rows from now on, and each is worked off by itself. Nothing of a line is
 * looked at yet; what is wrong with one is that line's result.
 * @param csv what the list came in, where that was CSV
 * @throws Failure `not_found`, `field_invalid`, `body_too_large`
 */
export async function createBulk<View>(
  platform: Pick<Platform, "database" | "outboundHttp" | "clock" | "random" | "secretBox">,
  caller: Caller,
  templateId: string,
  request: BulkRequest,
  csv: CsvSource | null,
  idempotency: IdempotencyKey | null,
  present: (bulk: Bulk) => View,
): Promise<Outcome<View>> {
  requireBounded(request.lines);
  const { tenantId, mode, apiKeyId } = caller;
  const callback = await callbackIn(platform, mode, request);
  const id = newUuid(platform.clock, platform.random);
  const settings: BulkSettings = {
    ...settingsOf(await getTemplate(platform, caller, templateId), request, csv),
    ...(callback !== undefined && { callback: callback && keepCallback(platform, id, callback) }),
  };
  const lines = request.lines.map((input, index): NewBulkLine => {
    const place = placeOf(request, csv, index);
    const ragged = csv?.ragged.get(index);
    return {
      ...place,
      asked: ragged === undefined ? sealLine(platform, id, place.line, input) : unreadable(ragged),
    };
  });
  return platform.database.withTenant(tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const bulk = { id, mode, templateId, apiKeyId, settings, createdAt: platform.clock.now() };
      await insertBulk(transaction, bulk, lines);
      return present(await readBulk(transaction, id));
    }),
  );
}

/**
 * What a list says of where its orders tell what happens to them; undefined where it says nothing.
 * @throws Failure `field_invalid`
 */
export async function callbackIn(
  platform: Pick<Platform, "outboundHttp">,
  mode: Mode,
  { common }: BulkRequest,
): Promise<NewCallback | null | undefined> {
  const asked = common?.callback;
  if (!asked) return asked;
  const callback = readCallback(asked, "common.callback.");
  await checkUrl(platform, mode, callback.url, "common.callback.url");
  return callback;
}

/** @throws Failure `field_invalid`, `body_too_large` */
export function requireBounded(lines: readonly BulkLineRequest[]): void {
  if (lines.length < 1 || lines.length > limits.lines) {
    throw new Failure("field_invalid", `lines must hold 1 to ${limits.lines} lines.`, {
      param: "lines",
      extensions: { limit: limits.lines },
    });
  }
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(JSON.stringify(line)), 0);
  if (bytes > limits.bytes) {
    throw new Failure("body_too_large", `lines must have at most ${limits.bytes} bytes together.`, {
      param: "lines",
      extensions: { limit: limits.bytes },
    });
  }
}

/** Where a line stands, and what the caller calls its order. */
export function placeOf(
  { lines }: BulkRequest,
  csv: CsvSource | null,
  index: number,
): Pick<BulkLine, "line" | "externalId"> {
  const externalId = lines[index]?.external_id?.slice(0, 200).toWellFormed() ?? null;
  return { line: csv?.numbers[index] ?? index + 1, externalId };
}

/**
 * The template as it is now, and what the lines have in common.
 * @throws Failure `field_invalid` for columns that the template has nothing for, and a page that cannot be
 */
export function settingsOf(
  { template, documents }: WholeTemplate,
  { common = {} }: BulkRequest,
  csv: CsvSource | null,
): BulkSettings {
  if (csv !== null) requireColumns(template.definition, csv.columns);
  checkPage(common.page ?? null, template.mode, "common.page");
  const { expires_at, callback: _, ...rest } = common;
  return {
    version: template.version,
    definition: template.definition,
    documents: documents.map(({ name, kind, position, objectKey, sha256 }) => ({
      name,
      kind,
      position,
      objectKey,
      sha256: Buffer.from(sha256).toString("hex"),
    })),
    common: { ...rest, ...(expires_at && { expires_at: expires_at.toISOString() }) },
    ...(csv !== null && { columns: true }),
  };
}
