import type { Json } from "../../engine/hashchain/canonicalJson.js";
import { canonicalJson } from "../../engine/hashchain/canonicalJson.js";
import {
  type Actor,
  type EventBody,
  eventHash,
  type PersonalData,
  personalCommitment,
} from "../../engine/hashchain/event.js";
import type { Caller } from "../apiKeys/caller.js";
import type { Writer } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import type { EventType } from "./eventTypes.js";
import { type Concerned, isKnown, sealPersonal } from "./personal.js";

/** The end of an order's chain, as read under the lock on the order's row. */
export interface ChainEnd {
  readonly orderId: string;
  readonly length: number;
  /** 32 bytes. */
  readonly head: Uint8Array;
}

export interface NewEvent {
  readonly type: EventType;
  readonly actor: Actor;
  readonly signer?: Concerned;
  readonly data?: Readonly<Record<string, Json>>;
  /** What names the signer (address, IP, name): committed to in the chain, kept sealed beside it. */
  readonly personal?: Readonly<Record<string, Json>>;
}

/**
 * Appends events to an order's chain, in one statement. The caller holds the lock on the order's row
 * (`SELECT … FOR UPDATE`), in the transaction of the change that the events tell of. Should the chain have moved on
 * all the same, the statement fails: no two events of an order have one number.
 * @returns the new end of the chain
 */
export async function appendEvents(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Writer,
  end: ChainEnd,
  events: readonly NewEvent[],
): Promise<ChainEnd> {
  const time = platform.clock.now();
  let previous = Buffer.from(end.head).toString("hex");
  let seq = end.length;
  const rows = events.map((event) => {
    seq += 1;
    const personal = withSalt(platform, event);
    const body: EventBody = {
      v: 1,
      seq,
      order: publicId("ord", end.orderId),
      type: event.type,
      time: time.toISOString(),
      actor: event.actor,
      ...(event.signer && { signer: publicId("sgr", event.signer.id) }),
      data: event.data ?? {},
      ...(personal && { personal: personalCommitment(personal) }),
      previous,
    };
    previous = eventHash(body);
    return {
      seq,
      signer_id: event.signer?.id ?? null,
      type: event.type,
      body: canonicalJson(body as unknown as Json),
      personal:
        personal && event.signer && isKnown(event.signer)
          ? Buffer.from(sealPersonal(platform, event.signer, personal)).toString("hex")
          : null,
      hash: previous,
    };
  });
  const head = Buffer.from(previous, "hex");
  await transaction.query(
    `WITH added AS (
       INSERT INTO events (tenant_id, order_id, seq, signer_id, type, occurred_at, body, personal, hash)
       SELECT :tenant, :order, e.seq, e.signer_id, e.type, :time, e.body, decode(e.personal, 'hex'), decode(e.hash, 'hex')
       FROM jsonb_to_recordset(:rows::jsonb)
         AS e (seq integer, signer_id uuid, type text, body text, personal text, hash text)
     )
     UPDATE orders SET chain_length = :length, chain_head = :head, trail_changed = true
     WHERE tenant_id = :tenant AND id = :order AND chain_length = :before`,
    { order: end.orderId, time, rows: JSON.stringify(rows), length: seq, head, before: end.length },
  );
  return { orderId: end.orderId, length: seq, head };
}

function withSalt(platform: Pick<Platform, "random">, event: NewEvent): PersonalData | null {
  if (event.personal === undefined) return null;
  if (event.signer === undefined) throw new Error("Personal data need the signer whose they are.");
  // Of somebody who was erased nothing is kept any more.
  if (!isKnown(event.signer)) return null;
  return { salt: Buffer.from(platform.random.bytes(32)).toString("hex"), data: event.personal };
}

/** The end of a locked order's chain. */
export function endOf(order: Pick<Order, "id" | "chainLength" | "chainHead">): ChainEnd {
  return { orderId: order.id, length: order.chainLength, head: order.chainHead };
}

/** A tenant's caller as the audit trail names it. */
export function actorOf(caller: Caller): { kind: "api_key"; id: string } {
  return { kind: "api_key", id: publicId("key", caller.apiKeyId) };
}
