import { readCallback } from "../callbacks/callbackRequest.js";
import type { NewCallback } from "../callbacks/newCallback.js";
import type { DocumentInput } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import type { NewOrder, NewSigner } from "../orders/newOrder.js";
import { type CreateOrderRequest, readSigner, type SignerRequest } from "../orders/orderRequests.js";
import { readSettings } from "../orders/orderSettings.js";
import type { Box, NewPlace, NewPlacement } from "../placements/newPlacement.js";
import { isInvisible } from "../placements/signatureWidget.js";
import { mergeValues } from "./mergeValues.js";
import type { TemplateDefinition, TemplatePlacement, TemplateRole } from "./template.js";

/** What of a template an order is made of. */
export interface TemplateSource {
  readonly templateId: string;
  readonly definition: TemplateDefinition;
  readonly documents: readonly DocumentInput[];
  /** Where orders tell what happens to them that say nothing else. */
  readonly callback: NewCallback | null;
}

type OrderOfTemplateRequest = Omit<CreateOrderRequest, "template" | "documents">;

const dayMs = 86_400_000;

/**
 * The order that a template and a request make together: what the request says of rules goes before what the template
 * says; what the template says of roles, groups and placements stands.
 * @throws Failure `field_invalid`, `placement_invalid`
 */
export function orderOfTemplate(
  { templateId, definition, documents, callback }: TemplateSource,
  request: OrderOfTemplateRequest,
  now: Date,
): NewOrder {
  const { settings, expiresInDays } = definition;
  const title = request.title ?? definition.title;
  if (title === null) {
    throw new Failure("field_invalid", "title is needed: the template has none.", { param: "title" });
  }
  const values = mergeValues(definition, request.values ?? {});
  return {
    ...readSettings({ ...settings, ...request }),
    title,
    externalId: request.external_id ?? null,
    draft: request.draft ?? false,
    // A template's documents are here.
    fetchLater: false,
    templateId,
    expiresAt:
      request.expires_at ?? (expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * dayMs)),
    callback:
      request.callback === undefined
        ? callback
        : request.callback && readCallback(request.callback, "callback."),
    documents,
    signers: readSigners(definition.roles, request.signers, values),
  };
}

function readSigners(
  roles: readonly TemplateRole[],
  requests: readonly SignerRequest[],
  values: ReadonlyMap<TemplatePlacement, string>,
): NewSigner[] {
  const indexOf = (role: string) => requests.findIndex(({ template_role }) => template_role === role);
  const unknown = requests.findIndex(
    ({ template_role }) => template_role !== undefined && !roles.some(({ name }) => name === template_role),
  );
  if (unknown >= 0) {
    const param = `signers[${unknown}].template_role`;
    const known = roles.map(({ name }) => name).join(", ");
    throw new Failure("field_invalid", `${param} is no role of the template, which has ${known}.`, { param });
  }
  const missing = roles.find(({ name }) => indexOf(name) < 0);
  if (missing !== undefined) {
    const message = `signers must name somebody for the role ${JSON.stringify(missing.name)}.`;
    throw new Failure("field_invalid", message, { param: "signers" });
  }
  return requests.map((request, index) => {
    const param = `signers[${index}]`;
    if (request.template_role === undefined) return readSigner(request, param);
    const role = roles.find(({ name }) => name === request.template_role)!;
    const refuse = (field: string, why: string) =>
      new Failure("field_invalid", `${param}.${field} ${why}.`, { param: `${param}.${field}` });
    if (indexOf(role.name) !== index) throw refuse("template_role", "is that of an earlier signer");
    for (const field of ["role", "group", "witness_of", "placements"] as const) {
      if (request[field] !== undefined) throw refuse(field, "is what the template says");
    }
    return {
      ...readSigner(request, param),
      role: role.role,
      signingGroup: role.signingGroup,
      witnessOf: role.witnessOf === null ? null : indexOf(role.witnessOf),
      language: request.language ?? role.language ?? "en",
      authentication: request.authentication ?? role.authentication,
      placements: role.placements.map((placement) =>
        asNew(placement, values.get(placement) ?? placement.value),
      ),
    };
  });
}

/** As a caller would ask for it who knows the page and the box. */
function asNew(
  { page, box, fieldName, ...placement }: TemplatePlacement,
  value: string | null,
): NewPlacement {
  return { ...placement, value, place: placeOf(page, box, fieldName), appearance: null };
}

function placeOf(page: number, box: Box, fieldName: string | null): NewPlace {
  if (fieldName !== null) return { by: "field", field: fieldName };
  return isInvisible(box) ? { by: "invisible" } : { by: "box", page, box };
}
