import { openKeptCallback } from "../callbacks/keptCallback.js";
import type { Platform } from "../platform.js";
import { asInput, callbackOf } from "../templates/createFromTemplate.js";
import type { TemplateSource } from "../templates/orderOfTemplate.js";
import type { BulkSettings } from "./bulk.js";
import type { BulkCommonRequest } from "./bulkRequests.js";

/** What the orders of a list are made of. @param bulkId UUID; null: the list is only looked at */
export function templateSource(
  platform: Pick<Platform, "objectStore" | "secretBox">,
  templateId: string,
  { definition, documents, callback }: BulkSettings,
  bulkId: string | null,
): TemplateSource {
  const own = bulkId !== null && callback !== undefined;
  return {
    templateId,
    definition,
    documents: documents.map((document) =>
      asInput(platform, { ...document, sha256: Buffer.from(document.sha256, "hex") }),
    ),
    callback: own
      ? callback && openKeptCallback(platform, bulkId, callback)
      : callbackOf(platform, { id: templateId, definition }),
  };
}

/** What the lines of a list have in common. */
export function commonOf({ common }: BulkSettings): BulkCommonRequest {
  const { expires_at, ...rest } = common;
  return { ...rest, ...(expires_at !== undefined && { expires_at: new Date(expires_at) }) };
}
