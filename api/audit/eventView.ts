import type { ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { Actor } from "../../engine/hashchain/event.js";

/** One line of an audit trail, as the API lists it. */
export interface EventView {
  object: "event";
  seq: number;
  type: string;
  time: string;
  actor: Actor;
  signer: string | null;
  /** What an event tells depends on its type. */
  data: Record<string, unknown>;
  /** What names the signer in it, unless it has been erased. */
  personal: Record<string, unknown> | null;
  /** SHA-256 of the event's canonical form, hexadecimal. */
  hash: string;
}

export function presentEvent({ body, hash, personal }: ExportedEvent): EventView {
  return {
    object: "event",
    seq: body.seq,
    type: body.type,
    time: body.time,
    actor: body.actor,
    signer: body.signer ?? null,
    data: body.data,
    personal: personal?.data ?? null,
    hash,
  };
}
