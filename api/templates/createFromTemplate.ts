import type { Caller } from "../apiKeys/caller.js";
import { openKeptCallback } from "../callbacks/keptCallback.js";
import type { NewCallback } from "../callbacks/newCallback.js";
import type { DocumentInput } from "../documents/newDocument.js";
import type { Upload } from "../documents/upload.js";
import { Failure } from "../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome } from "../idempotency/once.js";
import { parsePublicId } from "../ids/id.js";
import { createOrder } from "../orders/createOrder.js";
import type { OrderWithParts } from "../orders/order.js";
import type { CreateOrderRequest } from "../orders/orderRequests.js";
import type { Platform } from "../platform.js";
import { readTemplateBytes } from "./changeTemplate.js";
import { getTemplate } from "./listTemplates.js";
import { orderOfTemplate } from "./orderOfTemplate.js";
import type { Template, TemplateDocument } from "./template.js";

/**
 * Creates an order from a template, in one call. The order gets objects of its own, so that what becomes of one never
 * harms the other.
 * @throws Failure
 */
export async function createFromTemplate<View>(
  platform: Platform,
  caller: Caller,
  body: CreateOrderRequest,
  uploads: readonly Upload[],
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  // Before the template is looked for, which may be out of use when a request is repeated.
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  if (body.documents !== undefined || uploads.length > 0) {
    throw new Failure("field_invalid", "documents are those of the template; give none.", {
      param: "documents",
    });
  }
  const id = parsePublicId("tpl", body.template ?? "");
  if (id === null) throw noTemplate();
  const { template, documents } = await getTemplate(platform, caller, id).catch(asField);
  const source = {
    templateId: id,
    definition: template.definition,
    documents: documents.map((document) => asInput(platform, document)),
    callback: callbackOf(platform, template),
  };
  const input = orderOfTemplate(source, body, platform.clock.now());
  return createOrder(platform, caller, input, idempotency, present);
}

/** Where the orders of a template tell what happens to them. */
export function callbackOf(
  platform: Pick<Platform, "secretBox">,
  { id, definition }: Pick<Template, "id" | "definition">,
): NewCallback | null {
  return definition.callback ? openKeptCallback(platform, id, definition.callback) : null;
}

/** What the path of another call says does not exist is a field of this one. */
function asField(error: unknown): never {
  throw error instanceof Failure && error.code === "not_found" ? noTemplate() : error;
}

function noTemplate(): Failure {
  return new Failure("field_invalid", "template names no template of this mode that is in use.", {
    param: "template",
  });
}

/** A template's document as an order takes it in: read when the order is made, and not before. */
export function asInput(
  platform: Pick<Platform, "objectStore">,
  document: Pick<TemplateDocument, "name" | "kind" | "position" | "objectKey" | "sha256">,
): DocumentInput {
  const { name, kind, position } = document;
  const content = { load: () => readTemplateBytes(platform, document) };
  return { name, kind, content, param: `template.documents[${position}]` };
}
