import type { AuditExport, ExportedEvent } from "../../../../engine/hashchain/auditExport.js";
import type { Json } from "../../../../engine/hashchain/canonicalJson.js";
import { type EventBody, emptyChainHead, eventHash } from "../../../../engine/hashchain/event.js";

export const ORDER = "ord_01m80000000000000000000000";

/** A chain of events as the service writes it. */
export class SampleChain {
  readonly #events: ExportedEvent[] = [];

  constructor() {
    this.add("order.created", { mode: "live", title: "Contract" });
  }

  add(type: string, data: { readonly [key: string]: Json }, signer?: string): void {
    const seq = this.#events.length + 1;
    const body: EventBody = {
      v: 1,
      seq,
      order: ORDER,
      type,
      time: new Date(Date.now() - 60_000 + seq).toISOString(),
      actor: { kind: "system" },
      ...(signer !== undefined && { signer }),
      data,
      previous: this.#events.at(-1)?.hash ?? emptyChainHead,
    };
    this.#events.push({ body, hash: eventHash(body) });
  }

  exported(): AuditExport {
    this.add("order.completed", {});
    const events = this.#events;
    const chain = {
      hash: "SHA-256",
      canonicalization: "RFC 8785",
      length: events.length,
      head: events.at(-1)!.hash,
    } as const;
    return { format: "paraph-audit/1", order: ORDER, exported_at: new Date().toISOString(), chain, events };
  }
}
