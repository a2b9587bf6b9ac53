import type { AuditExport } from "../hashchain/auditExport.js";
import type { EventBody } from "../hashchain/event.js";

/** A document was given to a signer to read. */
export interface HandedOutRecord {
  /** Of the event in the chain that it is taken from. */
  readonly seq: number;
  /** `sgr_…` */
  readonly signer: string;
  /** ISO 8601. */
  readonly at: string;
  readonly data: EventBody["data"];
}

/** Pages of a document were shown to a signer to their end. */
export interface PagesShownRecord {
  readonly seq: number;
  readonly signer: string;
  readonly shown_at: string;
  /** `doc_…` */
  readonly document: string;
  /** `1-3, 7` */
  readonly pages: string;
  /** How many the document has. */
  readonly of: number;
  /** Where the order must be read: when the ticket of each page was given. */
  readonly tickets_issued?: readonly string[];
}

/** `pages.json` */
export interface PageRecords {
  readonly format: "paraph-pages/1";
  readonly order: string;
  readonly handed_out: readonly HandedOutRecord[];
  readonly shown: readonly PagesShownRecord[];
}

/** What a chain tells of documents given and pages shown, and nothing else: whoever has the chain can make the same file. */
export function pageRecords({ order, events }: AuditExport): PageRecords {
  const bodies = events.map(({ body }) => body);
  const ofType = (type: string) => bodies.filter((body) => body.type === type);
  return {
    format: "paraph-pages/1",
    order,
    handed_out: ofType("documents.handed_out").map(({ seq, signer, time, data }) => ({
      seq,
      signer: signer ?? "",
      at: time,
      data,
    })),
    shown: ofType("pages.shown").map(({ seq, signer, time, data }) => ({
      seq,
      signer: signer ?? "",
      shown_at: time,
      document: String(data["document"]),
      pages: String(data["pages"]),
      of: Number(data["of"]),
      ...(Array.isArray(data["tickets_issued"]) && { tickets_issued: data["tickets_issued"].map(String) }),
    })),
  };
}
