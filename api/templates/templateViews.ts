import { type CallbackSettingsView, presentKeptCallback } from "../callbacks/callbackViews.js";
import { publicId } from "../ids/id.js";
import type { OrderRulesRequest } from "../orders/orderSettings.js";
import type { TemplateDefinition, TemplatePlacement, WholeTemplate } from "./template.js";

/** A template as the API shows it. */
export interface TemplateView {
  id: string;
  object: "template";
  mode: "test" | "live";
  name: string;
  /** Counts its changes, from 1. */
  version: number;
  title: string | null;
  expires_in_days: number | null;
  settings: TemplateSettingsView;
  documents: TemplateDocumentView[];
  roles: TemplateRoleView[];
  /** What `values` of an order may hold: the names of its placements. */
  values: TemplateValueView[];
  created_at: string;
  updated_at: string;
  /** When it was taken out of use. */
  archived_at: string | null;
}

export interface TemplateSettingsView extends OrderRulesRequest {
  /** Left out: there is none. */
  callback?: CallbackSettingsView;
}

export interface TemplateDocumentView {
  name: string;
  kind: "sign" | "info";
  pages: number;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

export interface TemplateRoleView {
  name: string;
  role: "signer" | "approver" | "copy" | "witness";
  group: number;
  /** Name of the role whose signature is witnessed. */
  witness_of: string | null;
  authentication: "email" | "sms" | "both" | "none";
  language: string | null;
  placements: TemplatePlacementView[];
}

/** A placement, its page and box found: points from the top left of the page as a reader sees it. */
export interface TemplatePlacementView {
  kind: "signature" | "initials" | "text" | "date" | "checkbox" | "name";
  /** Index of the document. */
  document: number;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The form field of the document that it is. */
  field: string | null;
  name: string | null;
  label: string | null;
  required: boolean;
  read_only: boolean;
  value: string | null;
}

export interface TemplateValueView {
  name: string;
  kind: "initials" | "text" | "date" | "checkbox" | "name";
  /** Name of the role whose placement it is; the first one's, where several have it. */
  role: string;
  label: string | null;
  /** Whether an order cannot be made without it. */
  required: boolean;
}

export function presentTemplate({ template, documents }: WholeTemplate): TemplateView {
  const { definition } = template;
  return {
    id: publicId("tpl", template.id),
    object: "template",
    mode: template.mode,
    name: template.name,
    version: template.version,
    title: definition.title,
    expires_in_days: definition.expiresInDays,
    settings: {
      ...definition.settings,
      ...(definition.callback && { callback: presentKeptCallback(definition.callback) }),
    },
    documents: documents.map(({ name, kind, pages, bytes, sha256 }) => ({
      name,
      kind,
      pages,
      bytes,
      sha256: Buffer.from(sha256).toString("hex"),
    })),
    roles: definition.roles.map((role) => ({
      name: role.name,
      role: role.role,
      group: role.signingGroup,
      witness_of: role.witnessOf,
      authentication: role.authentication,
      language: role.language,
      placements: role.placements.map(presentPlacement),
    })),
    values: valuesOf(definition),
    created_at: template.createdAt.toISOString(),
    updated_at: template.updatedAt.toISOString(),
    archived_at: template.archivedAt?.toISOString() ?? null,
  };
}

function presentPlacement(placement: TemplatePlacement): TemplatePlacementView {
  const { kind, document, page, box, fieldName, name, label, required, readOnly, value } = placement;
  return {
    kind,
    document,
    page,
    ...box,
    field: fieldName,
    name,
    label,
    required,
    read_only: readOnly,
    value,
  };
}

/** The names that values are merged by, each once. */
function valuesOf({ roles }: TemplateDefinition): TemplateValueView[] {
  const values = new Map<string, TemplateValueView>();
  for (const { name: role, placements } of roles) {
    for (const { name, kind, label, required, readOnly, value } of placements) {
      if (name === null || kind === "signature") continue;
      const needed = readOnly && required && value === null && kind !== "name" && kind !== "date";
      const known = values.get(name);
      if (known === undefined) values.set(name, { name, kind, role, label, required: needed });
      else known.required ||= needed;
    }
  }
  return [...values.values()];
}
