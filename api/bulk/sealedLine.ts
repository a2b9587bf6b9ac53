import type { Platform } from "../platform.js";
import type { BulkLineRequest } from "./bulkRequests.js";

/** Names and addresses wait in the database sealed, and only until their order is made. */
export function sealLine(
  platform: Pick<Platform, "secretBox">,
  batchId: string,
  line: number,
  input: BulkLineRequest,
): Uint8Array {
  return platform.secretBox.seal(Buffer.from(JSON.stringify(input), "utf8"), context(batchId, line));
}

export function openLine(
  platform: Pick<Platform, "secretBox">,
  batchId: string,
  line: number,
  sealed: Uint8Array,
): BulkLineRequest {
  const opened = platform.secretBox.open(sealed, context(batchId, line));
  return JSON.parse(Buffer.from(opened).toString("utf8")) as BulkLineRequest;
}

function context(batchId: string, line: number): string {
  return `line ${line} of list ${batchId}`;
}
