import type { Platform } from "../platform.js";
import { asInput } from "../templates/createFromTemplate.js";
import type { TemplateSource } from "../templates/orderOfTemplate.js";
import type { BulkSettings } from "./bulk.js";
import type { BulkCommonRequest } from "./bulkRequests.js";

/** What the orders of a list are made of. */
export function templateSource(
  platform: Pick<Platform, "objectStore">,
  templateId: string,
  { definition, documents }: BulkSettings,
): TemplateSource {
  return {
    templateId,
    definition,
    documents: documents.map((document) =>
      asInput(platform, { ...document, sha256: Buffer.from(document.sha256, "hex") }),
    ),
  };
}

/** What the lines of a list have in common. */
export function commonOf({ common }: BulkSettings): BulkCommonRequest {
  const { expires_at, ...rest } = common;
  return { ...rest, ...(expires_at !== undefined && { expires_at: new Date(expires_at) }) };
}
