import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import type { NotificationType } from "../outbox/notificationTypes.js";
import type { JsonSchema } from "./jsonSchema.js";

/** The groups of the catalogue, in the order in which an order meets them, and what each is about. */
export const eventGroups = {
  order: "An order from its creation to its end.",
  document: "Documents: taken in, handed out, shown, signed, sealed.",
  signer: "Signers: who they are, and what they do.",
  message: "Letters and text messages to signers and senders.",
  code: "One-time codes, from being asked for to being accepted.",
  consent: "What signers agree to.",
  evidence: "The file that proves an order.",
  retention: "How long all of it is kept, what was deleted, and what was held.",
  billing: "What is counted for the bill.",
  key: "API keys, and the client certificates that act for them.",
  access: "Who is let in, and from where.",
  endpoint: "Webhook endpoints themselves.",
  test: "What there is in test mode only.",
} as const;

export type EventGroup = keyof typeof eventGroups;

export type ActorKind = "api_key" | "signer" | "system";

/** What stands in a line of an audit trail beside its details. */
export interface LineRules {
  /** Who can have caused it; the first is the example's. */
  readonly actors: readonly [ActorKind, ...ActorKind[]];
  /** Whether it concerns a signer: the line then names them. */
  readonly signer: "always" | "sometimes" | "never";
}

/** What the catalogue says of one type. */
export interface CatalogueEntry {
  readonly group: EventGroup;
  /** One sentence: when it happens. */
  readonly description: string;
  /** Of a line of an audit trail; null: it is none, and has data of its own. */
  readonly line: LineRules | null;
  /** Of `data.details` where it is a line of a trail, else of `data`. */
  readonly details: JsonSchema;
  /** Of the same. */
  readonly example: Readonly<Record<string, Json>>;
}

/** Entries of one group by their types. */
export function group<T extends NotificationType>(
  name: EventGroup,
  entries: Readonly<Record<T, Omit<CatalogueEntry, "group">>>,
): Readonly<Record<T, CatalogueEntry>> {
  const members = Object.entries<Omit<CatalogueEntry, "group">>(entries);
  return Object.fromEntries(members.map(([type, entry]) => [type, { group: name, ...entry }])) as Record<
    T,
    CatalogueEntry
  >;
}

export const byKey: LineRules = { actors: ["api_key"], signer: "never" };
export const byKeyOfSigner: LineRules = { actors: ["api_key"], signer: "always" };
/** The signer does it, or the tenant's own pages do it for them. */
export const bySigner: LineRules = { actors: ["signer", "api_key"], signer: "always" };
/** Only by the signer's own link. */
export const byLink: LineRules = { actors: ["signer"], signer: "always" };
export const bySystem: LineRules = { actors: ["system"], signer: "never" };
export const bySystemOfSigner: LineRules = { actors: ["system"], signer: "always" };
