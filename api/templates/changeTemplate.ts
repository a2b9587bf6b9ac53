import type { Caller } from "../apiKeys/caller.js";
import { requireSame } from "../documents/fetchDocument.js";
import { takeIn } from "../documents/intake.js";
import { checkPage } from "../hostedPage/checkPage.js";
import type { PlaceableDocument } from "../placements/placesInDocument.js";
import type { Platform } from "../platform.js";
import { checkCallbackUrl } from "./createTemplate.js";
import { readDefinition } from "./readDefinition.js";
import type { TemplateDocument, WholeTemplate } from "./template.js";
import type { ChangeTemplateRequest } from "./templateRequests.js";
import { archiveTemplateRow, readTemplate, readTemplateDocuments, updateTemplate } from "./templateRows.js";

type Needs = Pick<
  Platform,
  "database" | "objectStore" | "outboundHttp" | "limits" | "typefaces" | "clock" | "secretBox"
>;

/**
 * Changes a template; orders that were made from it before stay as they are. Its documents are what it is made of:
 * for others, make another template.
 * @throws Failure `not_found`, `field_invalid`, `placement_invalid`
 */
export async function changeTemplate(
  platform: Needs,
  { tenantId, mode }: Caller,
  id: string,
  request: ChangeTemplateRequest,
): Promise<WholeTemplate> {
  const documents = await platform.database.withTenant(tenantId, async (transaction) => {
    await readTemplate(transaction, id, mode);
    return readTemplateDocuments(transaction, [id]);
  });
  await checkCallbackUrl(platform, mode, request.settings);
  checkPage(request.settings?.page ?? null, mode, "settings.page");
  // They never change, so that they can be read before the template is locked.
  const opened: PlaceableDocument[] = [];
  for (const document of documents) opened.push(await open(platform, document));
  return platform.database.withTenant(tenantId, async (transaction) => {
    const before = await readTemplate(transaction, id, mode, "for update");
    const definition = readDefinition(platform, id, request, opened, before.definition);
    await updateTemplate(transaction, id, request.name ?? before.name, definition, platform.clock.now());
    return { template: await readTemplate(transaction, id, mode), documents };
  });
}

/** Takes a template out of use. @throws Failure `not_found` */
export async function archiveTemplate(
  platform: Pick<Platform, "database" | "clock">,
  { tenantId, mode }: Caller,
  id: string,
): Promise<WholeTemplate> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const template = await readTemplate(transaction, id, mode, "for update");
    const archivedAt = platform.clock.now();
    await archiveTemplateRow(transaction, id, archivedAt);
    return {
      template: { ...template, archivedAt },
      documents: await readTemplateDocuments(transaction, [id]),
    };
  });
}

async function open(platform: Needs, document: TemplateDocument): Promise<PlaceableDocument> {
  const bytes = await readTemplateBytes(platform, document);
  const { pages, pdf } = takeIn(platform.limits, bytes, "documents");
  return { kind: document.kind, pages, pdf };
}

/** The bytes of a template's document, as they were stored. */
export async function readTemplateBytes(
  platform: Pick<Platform, "objectStore">,
  { objectKey, sha256 }: Pick<TemplateDocument, "objectKey" | "sha256">,
): Promise<Uint8Array> {
  const bytes = await platform.objectStore.get(objectKey);
  requireSame(bytes, sha256, objectKey);
  return bytes;
}
