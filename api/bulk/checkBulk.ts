import type { Caller } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { getTemplate } from "../templates/listTemplates.js";
import type { BulkLine, BulkProblem } from "./bulk.js";
import type { BulkRequest } from "./bulkRequests.js";
import { callbackIn, placeOf, requireBounded, settingsOf } from "./createBulk.js";
import type { CsvSource } from "./csvLines.js";
import { asProblem, unreadable } from "./problem.js";
import { readLine } from "./readLine.js";
import { commonOf, templateSource } from "./templateSource.js";

/**
 * Checks a whole list and creates nothing.
 * @param csv what the list came in, where that was CSV
 * @returns the lines that no order would be made of, with what is wrong with them
 * @throws Failure `not_found`, `field_invalid`, `body_too_large`
 */
export async function checkBulk(
  platform: Pick<Platform, "database" | "objectStore" | "outboundHttp" | "limits" | "clock" | "secretBox">,
  caller: Caller,
  templateId: string,
  request: BulkRequest,
  csv: CsvSource | null,
): Promise<BulkLine[]> {
  requireBounded(request.lines);
  await callbackIn(platform, caller.mode, request);
  const settings = settingsOf(await getTemplate(platform, caller, templateId), request, csv);
  const source = templateSource(platform, templateId, settings, null);
  const common = commonOf(settings);
  const now = platform.clock.now();
  return request.lines.flatMap((line, index): BulkLine[] => {
    const failed = (problem: BulkProblem): BulkLine[] => [
      { ...placeOf(request, csv, index), state: "failed", orderId: null, problem },
    ];
    const ragged = csv?.ragged.get(index);
    if (ragged !== undefined) return failed(unreadable(ragged));
    try {
      readLine(platform.limits, source, common, line, now);
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return failed(asProblem(error, settings, line));
    }
  });
}
