import type { Caller, Mode } from "../apiKeys/caller.js";
import { dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { asObject, type DocumentInput, type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { checkPage } from "../hostedPage/checkPage.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid } from "../ids/id.js";
import type { OrderSettingsRequest } from "../orders/orderSettings.js";
import type { Platform } from "../platform.js";
import { checkUrl } from "../webhooks/endpoints/checkUrl.js";
import { readDefinition } from "./readDefinition.js";
import type { WholeTemplate } from "./template.js";
import type { CreateTemplateRequest } from "./templateRequests.js";
import { insertTemplate, insertTemplateDocuments, readTemplateDocuments } from "./templateRows.js";

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "remoteDocuments"
  | "outboundHttp"
  | "limits"
  | "typefaces"
  | "clock"
  | "random"
  | "secretBox"
>;

/**
 * Keeps a template: its documents are taken in as those of an order are, and its placements are found in them now.
 * @param present turns the template into the answer that a repeat shall get as well
 * @throws Failure
 */
export async function createTemplate<View>(
  platform: Needs,
  caller: Caller,
  request: CreateTemplateRequest,
  inputs: readonly DocumentInput[],
  idempotency: IdempotencyKey | null,
  present: (template: WholeTemplate) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  requireRoom(platform, inputs.length);
  const { tenantId, mode } = caller;
  await checkCallbackUrl(platform, mode, request.settings);
  checkPage(request.settings?.page ?? null, mode, "settings.page");
  const id = newUuid(platform.clock, platform.random);
  const documents: NewDocument[] = [];
  for (const input of inputs) {
    const document = await prepareDocument(platform, tenantId, id, input);
    documents.push({ ...document, objectKey: `${tenantId}/templates/${id}/${document.id}.pdf` });
  }
  const definition = readDefinition(platform, id, request, documents, null);
  const now = platform.clock.now();
  const template = {
    id,
    mode,
    name: request.name,
    version: 1,
    definition,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  const keys = documents.map(({ objectKey }) => objectKey);
  try {
    await storeObjects(platform, tenantId, documents.map(asObject));
    const outcome = await platform.database.withTenant(tenantId, (transaction) =>
      once(platform, transaction, caller, idempotency, async () => {
        await keepObjects(platform, transaction, keys);
        await insertTemplate(transaction, template);
        await insertTemplateDocuments(transaction, id, documents);
        return present({ template, documents: await readTemplateDocuments(transaction, [id]) });
      }),
    );
    if (outcome.replayed) await dropQuietly(platform, tenantId, keys);
    return outcome;
  } catch (error) {
    await dropQuietly(platform, tenantId, keys);
    throw error;
  }
}

/** @throws Failure `field_invalid` where what is told to the template's callback could not be sent */
export async function checkCallbackUrl(
  platform: Pick<Platform, "outboundHttp">,
  mode: Mode,
  settings: OrderSettingsRequest | undefined,
): Promise<void> {
  const url = settings?.callback?.url;
  if (url !== undefined) await checkUrl(platform, mode, url, "settings.callback.url");
}

/** Refused before a document is read. @throws Failure `field_invalid` */
function requireRoom({ limits }: Pick<Platform, "limits">, documents: number): void {
  const limit = limits.documentsPerOrder;
  if (documents <= limit) return;
  throw new Failure("field_invalid", `documents must hold at most ${limit} documents.`, {
    param: "documents",
    extensions: { limit },
  });
}
