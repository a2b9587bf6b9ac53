import type { AuditExport } from "../hashchain/auditExport.js";

/** To which words a signer agreed. */
export interface ConsentRecord {
  /** Of the event in the chain that it is taken from. */
  readonly seq: number;
  /** `sgr_…` */
  readonly signer: string;
  /** ISO 8601. */
  readonly given_at: string;
  /** 0: the order's consent text; from 1 on, its further clauses. */
  readonly position: number;
  readonly text: string;
  /** Of the text in UTF-8, hexadecimal. */
  readonly sha256: string;
}

/** `consents.json` */
export interface ConsentRecords {
  readonly format: "paraph-consents/1";
  readonly order: string;
  readonly consents: readonly ConsentRecord[];
}

/** The consents that a chain tells of, and nothing else: whoever has the chain can make the same file. */
export function consentRecords({ order, events }: AuditExport): ConsentRecords {
  const given = events.filter(({ body }) => body.type === "consent.given");
  const consents = given.map(({ body: { seq, signer, time, data } }) => ({
    seq,
    signer: signer ?? "",
    given_at: time,
    position: Number(data["position"]),
    text: String(data["text"]),
    sha256: String(data["sha256"]),
  }));
  return { format: "paraph-consents/1", order, consents };
}
