import type { AuditExport, ExportedEvent } from "../../../../engine/hashchain/auditExport.js";
import {
  type EventBody,
  emptyChainHead,
  eventHash,
  personalCommitment,
} from "../../../../engine/hashchain/event.js";

const order = "ord_01m80000000000000000000000";

/** A trail whose events have personal data in every second line. @param length events */
export function sampleTrail(length = 6): AuditExport {
  const events: ExportedEvent[] = [];
  let previous = emptyChainHead;
  for (let seq = 1; seq <= length; seq++) {
    const personal = { salt: String(seq).repeat(8), data: { ip: `192.0.2.${seq}`, name: "Ada Lovelace" } };
    const body: EventBody = {
      v: 1,
      seq,
      order,
      type: seq === 1 ? "order.created" : "code.sent",
      time: new Date(Date.UTC(2026, 0, 1, 12, seq)).toISOString(),
      actor: seq % 2 ? { kind: "system" } : { kind: "signer", id: "sgr_01m80000000000000000000000" },
      data: { number: seq, text: "ünïcode ✓", nested: { list: [1, 2.5, null, true] } },
      ...(seq % 2 === 0 && { personal: personalCommitment(personal) }),
      previous,
    };
    previous = eventHash(body);
    events.push({ body, hash: previous, ...(seq % 2 === 0 && { personal }) });
  }
  return {
    format: "paraph-audit/1",
    order,
    exported_at: "2026-01-02T00:00:00.000Z",
    chain: { hash: "SHA-256", canonicalization: "RFC 8785", length, head: previous },
    events,
  };
}

/** What an exported trail looks like to somebody who can write anything into it. */
// biome-ignore lint/suspicious/noExplicitAny: tampering knows no types
export type Tampered = any;

/** Hashes events anew, each over the one before, from one of them on. @param from its place, counted from 1 */
export function rehash(trail: Tampered, from: number): void {
  for (let index = from - 1; index < trail.events.length; index++) {
    const event = trail.events[index];
    if (index >= from) event.body.previous = trail.events[index - 1].hash;
    event.hash = eventHash(event.body as EventBody);
  }
}

/** Tampering that puts a value in the place of another, or where none was. @param path such as `events.1.body.type` */
export function setting(path: string, value: unknown): (trail: Tampered) => void {
  return (trail) => {
    const names = path.split(".");
    const last = names.pop()!;
    const parent = names.reduce((node, name) => node[name], trail);
    parent[last] = value;
  };
}
