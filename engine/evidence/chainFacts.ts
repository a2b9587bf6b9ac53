import type { AuditExport, ExportedEvent } from "../hashchain/auditExport.js";

/** A revision of a document, as the chain tells of it. */
export interface RecordedRevision {
  readonly type: "document.signed" | "document.sealed";
  readonly seq: number;
  readonly bytes: number;
  readonly before: string;
  readonly after: string;
  /** Undefined where the event does not say; null for a document that nobody signed. */
  readonly level: unknown;
  /** Who signed; null for a seal. */
  readonly signer: string | null;
}

/** What the chain tells of one document. */
export interface RecordedDocument {
  /** Null without a `document.added`. */
  readonly source: { readonly bytes: number; readonly sha256: string } | null;
  readonly revisions: readonly RecordedRevision[];
}

/** What a chain says that can be held against the files beside it. */
export interface ChainFacts {
  readonly documents: ReadonlyMap<string, RecordedDocument>;
  /** SHA-256 of issued certificates, hexadecimal, and to whom. */
  readonly certificates: ReadonlyMap<string, string>;
}

/** Reads documents and certificates out of a chain. What is not of the expected form is left out, and so matches nothing. */
export function chainFactsOf({ events }: AuditExport): ChainFacts {
  const sources = new Map<string, { bytes: number; sha256: string }>();
  const revisions = new Map<string, RecordedRevision[]>();
  const certificates = new Map<string, string>();
  for (const { body } of events) {
    const { data } = body;
    const document = text(data["document"]);
    if (body.type === "document.added") {
      sources.set(document, { bytes: Number(data["bytes"]), sha256: text(data["sha256"]) });
    } else if (body.type === "document.signed" || body.type === "document.sealed") {
      const known = revisions.get(document) ?? [];
      revisions.set(document, [...known, revisionOf(body, body.type)]);
    } else if (body.type === "certificate.issued") {
      certificates.set(text(data["sha256"]), body.signer ?? "");
    }
  }
  const ids = new Set([...sources.keys(), ...revisions.keys()]);
  const documents = [...ids].map((id): [string, RecordedDocument] => {
    return [id, { source: sources.get(id) ?? null, revisions: revisions.get(id) ?? [] }];
  });
  return { documents: new Map(documents), certificates };
}

function revisionOf(
  { seq, data, signer }: ExportedEvent["body"],
  type: RecordedRevision["type"],
): RecordedRevision {
  return {
    type,
    seq,
    bytes: Number(data["bytes"]),
    before: text(data["sha256_before"]),
    after: text(data["sha256_after"]),
    level: data["level"],
    signer: signer ?? null,
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
