import type { Caller } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import type { WholeTemplate } from "./template.js";
import { listTemplateRows, readTemplate, readTemplateDocuments } from "./templateRows.js";

/** Reads one template in use, with its documents. @throws Failure `not_found` */
export async function getTemplate(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Pick<Caller, "tenantId" | "mode">,
  id: string,
): Promise<WholeTemplate> {
  return platform.database.withTenant(tenantId, async (transaction) => ({
    template: await readTemplate(transaction, id, mode),
    documents: await readTemplateDocuments(transaction, [id]),
  }));
}

/** Reads a page of templates in use, newest first. @param before id of the last one of the page before */
export async function listTemplates(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  before: string | null,
  limit: number,
): Promise<{ templates: WholeTemplate[]; hasMore: boolean }> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const found = await listTemplateRows(transaction, mode, before, limit + 1);
    const page = found.slice(0, limit);
    const documents = await readTemplateDocuments(
      transaction,
      page.map(({ id }) => id),
    );
    const templates = page.map((template) => ({
      template,
      documents: documents.filter(({ templateId }) => templateId === template.id),
    }));
    return { templates, hasMore: found.length > limit };
  });
}
