import { type CallbackRequest, readCallback } from "../callbacks/callbackRequest.js";
import { type KeptCallback, keepCallback } from "../callbacks/keptCallback.js";
import { Failure } from "../failure/failure.js";
import { checkNewOrder, type NewOrder, type NewSigner } from "../orders/newOrder.js";
import { readSettings } from "../orders/orderSettings.js";
import type { NewPlacement } from "../placements/newPlacement.js";
import { readPlacements } from "../placements/placementRequests.js";
import type { PlaceableDocument } from "../placements/placesInDocument.js";
import { requireDrawable } from "../placements/requireDrawable.js";
import { resolveOrderPlacements } from "../placements/resolvePlacements.js";
import type { Platform } from "../platform.js";
import type { TemplateDefinition, TemplateRole } from "./template.js";
import type { ChangeTemplateRequest, TemplateRoleRequest } from "./templateRequests.js";

/** Somebody of no name in particular, to try out whether an order can be made. */
const somebody = {
  givenName: "Given",
  surname: "Surname",
  country: "FR",
  email: "somebody@example.org",
  phone: "+33600000000",
};

/** Columns of a list of orders are called after roles: `tenant.email`. */
const roleName = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _-]*$/u;

/** Names that columns have for themselves. */
const reserved = ["values", "metadata"];

/**
 * Reads what a template is to be, and tries it out: its placements are found in its documents now, and every order
 * that it will make has passed these checks.
 * @param id UUID of the template
 * @param documents the template's, opened
 * @param before what it was, where it is changed
 * @throws Failure `field_invalid`, `placement_invalid`
 */
export function readDefinition(
  platform: Pick<Platform, "limits" | "typefaces" | "clock" | "secretBox">,
  id: string,
  request: ChangeTemplateRequest,
  documents: readonly PlaceableDocument[],
  before: TemplateDefinition | null,
): TemplateDefinition {
  const roles =
    request.roles === undefined ? (before?.roles ?? []) : readRoles(platform, request.roles, documents);
  const definition: TemplateDefinition = {
    title: request.title ?? before?.title ?? null,
    expiresInDays: request.expires_in_days ?? before?.expiresInDays ?? null,
    ...readTemplateSettings(platform, id, request, before),
    roles,
  };
  inWordsOfRoles(() => {
    checkNewOrder(platform.limits, sampleOrder(definition, documents));
  });
  return definition;
}

/** Rules and callback are replaced together. @throws Failure `field_invalid` */
function readTemplateSettings(
  platform: Pick<Platform, "secretBox">,
  id: string,
  { settings }: ChangeTemplateRequest,
  before: TemplateDefinition | null,
): Pick<TemplateDefinition, "settings" | "callback"> {
  if (settings === undefined) return { settings: before?.settings ?? {}, callback: before?.callback ?? null };
  const { callback, ...rules } = settings;
  return { settings: rules, callback: callback ? kept(platform, id, callback) : null };
}

function readRoles(
  platform: Pick<Platform, "limits" | "typefaces" | "clock">,
  requests: readonly TemplateRoleRequest[],
  documents: readonly PlaceableDocument[],
): TemplateRole[] {
  const roles = requests.map((request, index) => readRole(request, `roles[${index}]`));
  roles.forEach(({ name }, index) => {
    const param = `roles[${index}].name`;
    if (!roleName.test(name)) {
      const message = `${param} takes letters, digits, blanks, hyphens and underscores.`;
      throw new Failure("field_invalid", message, { param });
    }
    const taken = roles.findIndex((other) => other.name === name) !== index;
    if (taken) throw new Failure("field_invalid", `${param} is that of another role.`, { param });
    if (reserved.includes(name)) {
      throw new Failure("field_invalid", `${param} must not be ${reserved.join(" or ")}.`, { param });
    }
  });
  const { signersPerOrder: limit } = platform.limits;
  if (roles.length > limit) {
    throw new Failure("field_invalid", `roles takes at most ${limit} roles.`, {
      param: "roles",
      extensions: { limit },
    });
  }
  const resolved = resolveOrderPlacements(roles, documents, (index) => `roles[${index}].placements`);
  const signers = roles.map(({ language }) => ({ ...somebody, language: language ?? "en" }));
  requireDrawable(platform, signers, resolved, documents);
  return roles.map((role, index) => ({
    ...role,
    placements: resolved[index]!.map(({ param: _, appearance: __, ...placement }) => placement),
  }));
}

function readRole(
  request: TemplateRoleRequest,
  param: string,
): Omit<TemplateRole, "placements"> & { placements: NewPlacement[] } {
  const role = request.role ?? "signer";
  const placements = readPlacements(request.placements, `${param}.placements`);
  const drawn = placements.findIndex(({ appearance }) => appearance !== null);
  if (drawn >= 0) {
    const at = `${param}.placements[${drawn}].appearance`;
    const why = "is for orders: a template knows nothing of who will sign";
    throw new Failure("placement_invalid", `${at} ${why}.`, { param: at });
  }
  placements.forEach(({ readOnly, required, value, name, kind }, index) => {
    const fillsItself = kind === "name" || kind === "date";
    if (!readOnly || !required || fillsItself || value !== null || name !== null) return;
    const at = `${param}.placements[${index}]`;
    const why = "is read_only and required: it needs a value, or a name to give one by";
    throw new Failure("placement_invalid", `${at} ${why}.`, { param: at });
  });
  return {
    name: request.name,
    role,
    signingGroup: request.group ?? 1,
    witnessOf: request.witness_of ?? null,
    authentication: request.authentication ?? (role === "copy" ? "none" : "email"),
    language: request.language ?? null,
    placements,
  };
}

function kept(platform: Pick<Platform, "secretBox">, id: string, callback: CallbackRequest): KeptCallback {
  return keepCallback(platform, id, readCallback(callback, "settings.callback."));
}

/** An order as the template makes it, for the checks that every order passes. */
function sampleOrder(definition: TemplateDefinition, documents: readonly PlaceableDocument[]): NewOrder {
  const { roles } = definition;
  return {
    ...readSettings(definition.settings),
    title: definition.title ?? "Title",
    externalId: null,
    draft: false,
    fetchLater: false,
    templateId: null,
    expiresAt: null,
    callback: null,
    documents: documents.map(({ kind }) => ({ name: "", kind, content: { url: "" }, param: "" })),
    signers: roles.map(
      (role, index): NewSigner => ({
        ...somebody,
        role: role.role,
        signingGroup: role.signingGroup,
        witnessOf: witnessed(roles, role, index),
        externalId: null,
        templateRole: role.name,
        language: role.language ?? "en",
        authentication: role.authentication,
        codeText: null,
        placements: [],
      }),
    ),
  };
}

/** @throws Failure `field_invalid` when no role has that name */
function witnessed(roles: readonly TemplateRole[], role: TemplateRole, index: number): number | null {
  if (role.witnessOf === null) return null;
  const at = roles.findIndex(({ name }) => name === role.witnessOf);
  if (at >= 0) return at;
  const param = `roles[${index}].witness_of`;
  throw new Failure("field_invalid", `${param} must be the name of a role.`, { param });
}

/** What the checks say of signers is said of roles. */
function inWordsOfRoles(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Failure) || !error.param?.startsWith("signers")) throw error;
    throw new Failure(error.code, error.message.replace(/\bsigners\b/, "roles"), {
      param: error.param.replace("signers", "roles"),
      extensions: error.extensions,
    });
  }
}
