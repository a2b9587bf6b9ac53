import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import type { Caller } from "../../apiKeys/caller.js";
import { actorOf } from "../../audit/append.js";
import type { Writer } from "../../database/transaction.js";
import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { notify } from "../outbox/notify.js";

/**
 * Tells the endpoints of a mode of what a caller did to one of them, or to the secret of the callbacks. No URL is in it,
 * for paths hold tokens.
 * @param endpointId UUID; null: it is about the callbacks
 */
export async function tellOfEndpoint(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Writer,
  caller: Caller,
  type: "endpoint.created" | "endpoint.changed" | "endpoint.secret_rotated" | "endpoint.deleted",
  endpointId: string | null,
  more: Readonly<Record<string, Json>> = {},
): Promise<void> {
  const endpoint = endpointId === null ? null : publicId("whe", endpointId);
  const data = { endpoint, ...more, actor: actorOf(caller) };
  await notify(platform, transaction, { type, mode: caller.mode, data });
}
