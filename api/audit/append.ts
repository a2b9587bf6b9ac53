import type { Json } from "../../engine/hashchain/canonicalJson.js";
import { canonicalJson } from "../../engine/hashchain/canonicalJson.js";
import {
  type Actor,
  type EventBody,
  eventHash,
  type PersonalData,
  personalCommitment,
} from "../../engine/hashchain/event.js";
import type { Caller, Mode } from "../apiKeys/caller.js";
import type { Writer } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { detailsOf } from "../webhooks/outbox/detailsOf.js";
import { fanOut, somethingOwed } from "../webhooks/outbox/fanOut.js";
import { notificationRow } from "../webhooks/outbox/notification.js";
import type { EventType } from "./eventTypes.js";
import { type Concerned, isKnown, sealPersonal } from "./personal.js";

/** The end of an order's chain, as read under the lock on the order's row. */
export interface ChainEnd {
  readonly orderId: string;
  readonly mode: Mode;
  /** The caller's own id of the order, by which whoever is told of an event knows it. */
  readonly externalId: string | null;
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
 * all the same, the statement fails: no two events of an order have one number. Whoever listens is told of each.
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
    const told = {
      type: event.type,
      mode: end.mode,
      data: {
        order: body.order,
        external_id: end.externalId,
        sequence: seq,
        signer: body.signer ?? null,
        actor: { kind: event.actor.kind, id: event.actor.id ?? null },
        details: detailsOf(event.type, body.data),
      },
      sequence: seq,
    };
    return {
      ...notificationRow(platform, told, time),
      signer_id: event.signer?.id ?? null,
      body: canonicalJson(body as unknown as Json),
      personal:
        personal && event.signer && isKnown(event.signer)
          ? Buffer.from(sealPersonal(platform, event.signer, personal)).toString("hex")
          : null,
      hash: previous,
    };
  });
  const head = Buffer.from(previous, "hex");
  await transaction.announcing("webhooks", statement, {
    orderId: end.orderId,
    mode: end.mode,
    time,
    rows: JSON.stringify(rows),
    length: seq,
    head,
    before: end.length,
  });
  return { ...end, length: seq, head };
}

const statement = `
  WITH told AS MATERIALIZED (
    SELECT sequence, signer_id, type, body, personal, hash, notification, payload
    FROM json_to_recordset(:rows::json) AS e (sequence integer, signer_id uuid, type text, body text, personal text,
      hash text, notification uuid, payload text)
  ), added AS (
    INSERT INTO events (tenant_id, order_id, seq, signer_id, type, occurred_at, body, personal, hash)
    SELECT :tenant, :orderId::uuid, sequence, signer_id, type, :time, body, decode(personal, 'hex'), decode(hash, 'hex')
    FROM told
  ), ${fanOut}
  UPDATE orders SET chain_length = :length, chain_head = :head, trail_changed = true
  WHERE tenant_id = :tenant AND id = :orderId::uuid AND chain_length = :before
  RETURNING ${somethingOwed}`;

function withSalt(platform: Pick<Platform, "random">, event: NewEvent): PersonalData | null {
  if (event.personal === undefined) return null;
  if (event.signer === undefined) throw new Error("Personal data need the signer whose they are.");
  // Of somebody who was erased nothing is kept any more.
  if (!isKnown(event.signer)) return null;
  return { salt: Buffer.from(platform.random.bytes(32)).toString("hex"), data: event.personal };
}

/** The end of a locked order's chain. */
export function endOf(
  order: Pick<Order, "id" | "mode" | "externalId" | "chainLength" | "chainHead">,
): ChainEnd {
  const { id, mode, externalId, chainLength, chainHead } = order;
  return { orderId: id, mode, externalId, length: chainLength, head: chainHead };
}

/** A tenant's caller as the audit trail names it. */
export function actorOf(caller: Pick<Caller, "apiKeyId">): { kind: "api_key"; id: string } {
  return { kind: "api_key", id: publicId("key", caller.apiKeyId) };
}
