import type { EventBody, PersonalData } from "./event.js";

/** One event as it is handed out: its body, its hash, and its personal data unless they have been erased. */
export interface ExportedEvent {
  readonly body: EventBody;
  readonly hash: string;
  readonly personal?: PersonalData;
}

/** The audit trail of one order as a file, complete enough to be checked without the service. */
export interface AuditExport {
  readonly format: "paraph-audit/1";
  readonly order: string;
  readonly exported_at: string;
  readonly chain: {
    readonly hash: "SHA-256";
    readonly canonicalization: "RFC 8785";
    readonly length: number;
    /** Hash of the last event. */
    readonly head: string;
  };
  readonly events: readonly ExportedEvent[];
}

/** An audit trail whose events have not been looked at. */
export type UncheckedExport = Omit<AuditExport, "events"> & { readonly events: readonly unknown[] };

/**
 * Whether a value has the form of an audit trail. A member that is not of the format is refused: no hash covers it,
 * so that anybody could have written it there for a reader to believe.
 */
export function isAuditExport(value: unknown): value is UncheckedExport {
  return (
    isRecord(value) &&
    hasOnly(value, ["format", "order", "exported_at", "chain", "events"]) &&
    value["format"] === "paraph-audit/1" &&
    typeof value["order"] === "string" &&
    isRecord(value["chain"]) &&
    hasOnly(value["chain"], ["hash", "canonicalization", "length", "head"]) &&
    value["chain"]["hash"] === "SHA-256" &&
    value["chain"]["canonicalization"] === "RFC 8785" &&
    Number.isSafeInteger(value["chain"]["length"]) &&
    typeof value["chain"]["head"] === "string" &&
    Array.isArray(value["events"])
  );
}

/** Whether a value has the form of an event of a trail. What its body holds besides is covered by its hash. */
export function isExportedEvent(value: unknown): value is ExportedEvent {
  return (
    isRecord(value) &&
    hasOnly(value, ["body", "hash", "personal"]) &&
    typeof value["hash"] === "string" &&
    isRecord(value["body"]) &&
    value["body"]["v"] === 1 &&
    Number.isSafeInteger(value["body"]["seq"]) &&
    typeof value["body"]["time"] === "string" &&
    typeof value["body"]["previous"] === "string" &&
    isRecord(value["body"]["data"]) &&
    (value["personal"] === undefined ||
      (isRecord(value["personal"]) &&
        hasOnly(value["personal"], ["salt", "data"]) &&
        isRecord(value["personal"]["data"])))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(record: Record<string, unknown>, members: readonly string[]): boolean {
  return Object.keys(record).every((member) => members.includes(member));
}
