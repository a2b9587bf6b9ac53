import type { AuditExport, ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { Json } from "../../engine/hashchain/canonicalJson.js";
import {
  type Actor,
  type EventBody,
  emptyChainHead,
  eventHash,
  personalCommitment,
} from "../../engine/hashchain/event.js";

/** What an event of a made-up chain says; a minute lies between one and the next. */
export interface ToldEvent {
  readonly type: string;
  readonly actor?: Actor;
  readonly signer?: string;
  readonly data?: Readonly<Record<string, Json>>;
  readonly personal?: Readonly<Record<string, Json>>;
}

const system: Actor = { kind: "system" };

export const order = "ord_00000000000000000000000001";

/** A chain whose hashes and commitments are right, as the service would export it. */
export function chainOf(told: readonly ToldEvent[]): AuditExport {
  const events: ExportedEvent[] = [];
  for (const { type, actor = system, signer, data = {}, personal } of told) {
    const own = personal && { salt: String(events.length).padStart(64, "0"), data: personal };
    const body: EventBody = {
      v: 1,
      seq: events.length + 1,
      order,
      type,
      time: minute(events.length),
      actor,
      ...(signer !== undefined && { signer }),
      data,
      ...(own && { personal: hashOr(() => personalCommitment(own)) }),
      previous: events.at(-1)?.hash ?? emptyChainHead,
    };
    events.push({ body, hash: hashOr(() => eventHash(body)), ...(own && { personal: own }) });
  }
  return {
    format: "paraph-audit/1",
    order,
    exported_at: minute(events.length),
    chain: {
      hash: "SHA-256",
      canonicalization: "RFC 8785",
      length: events.length,
      head: events.at(-1)?.hash ?? emptyChainHead,
    },
    events,
  };
}

/** @param count from 9 in the morning on */
export function minute(count: number): string {
  return new Date(Date.UTC(2026, 11, 1, 9, count, 7, 123)).toISOString();
}

/** What has no canonical form nobody could have hashed; a stranger writes something there. */
function hashOr(compute: () => string): string {
  try {
    return compute();
  } catch {
    return "f".repeat(64);
  }
}
