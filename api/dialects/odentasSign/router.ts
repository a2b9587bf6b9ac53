import { type Request, Router } from "express";
import type { Caller } from "../../apiKeys/caller.js";
import { documentOfTenant } from "../../documents/documentOfTenant.js";
import { Failure, notFound } from "../../failure/failure.js";
import { parsePublicId } from "../../ids/id.js";
import { createOrder } from "../../orders/createOrder.js";
import { cancelOrder } from "../../orders/endOrder.js";
import { getOrder } from "../../orders/listOrders.js";
import type { OrderWithParts } from "../../orders/order.js";
import { readNewOrder } from "../../orders/orderRequests.js";
import { isRunning } from "../../orders/state.js";
import type { Platform } from "../../platform.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { requireCall } from "../../request/requireCall.js";
import { resumeSeal } from "../../sealing/performSeal.js";
import { everybodyDone } from "../../signers/signingOrder.js";
import { createFromTemplate } from "../../templates/createFromTemplate.js";
import { readCompletion, readReason, readSignatureRequest } from "./readRequest.js";
import { readSealedAssets } from "./sealedAssets.js";
import { presentRequest, type RequestView } from "./views.js";

/** The calls of a tenant; those of its signers are the service's own, `/s/{link}/signers/{signer}/…`. */
export function odentasRouter(platform: Platform): Router {
  const router = Router();
  const fresh = (order: OrderWithParts) => presentRequest(platform, order, null);

  router.post("/odentas-sign/requests/create", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    const outcome = await create(platform, caller, request, fresh);
    if (outcome.replayed) response.set("Idempotent-Replayed", "true");
    response.status(201).json(outcome.value);
  });

  router.get("/odentas-sign/requests/:id", async (request, response) => {
    const caller = requireCall(request, "orders:read");
    const order = await getOrder(platform, caller, idOf(request.params.id));
    response.json(presentRequest(platform, order, await readSealedAssets(platform, caller, order)));
  });

  router.post("/odentas-sign/requests/:id/cancel", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    const reason = readReason(request.body);
    const id = idOf(request.params.id);
    const { value } = await cancelOrder(platform, caller, id, reason, idempotencyKeyOf(request), fresh);
    response.json(value);
  });

  router.post("/odentas-sign/webhooks/completion", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    response.json(await complete(platform, caller, idOf(readCompletion(request.body))));
  });
  return router;
}

async function create(
  platform: Platform,
  caller: Caller,
  request: Request,
  present: (order: OrderWithParts) => RequestView,
): Promise<{ value: RequestView; replayed: boolean }> {
  const { order, stored } = readSignatureRequest(request.body);
  const key = idempotencyKeyOf(request);
  if (order.template !== undefined) {
    return createFromTemplate(platform, caller, order, [], key, present);
  }
  const input = readNewOrder(order, []);
  const documents =
    stored === null ? input.documents : [await documentOfTenant(platform, caller, stored, "pdf_document")];
  return createOrder(platform, caller, { ...input, documents }, key, present);
}

/**
 * Sealing begins by itself with the last signature; whoever asks for it moves one that has not succeeded yet on, and
 * learns where it stands. May be called again.
 * @throws Failure `order_state_conflict` while somebody has not signed, or of an order that has ended otherwise
 */
async function complete(platform: Platform, caller: Caller, orderId: string): Promise<RequestView> {
  const before = await getOrder(platform, caller, orderId);
  const { state } = before.order;
  if (isRunning(state) && everybodyDone(before.signers)) {
    // What fails stays pending, and is tried again.
    await resumeSeal(platform, caller.tenantId, orderId).catch(() => undefined);
  } else if (state !== "completed") {
    throw new Failure("order_state_conflict", `The request is ${state}; it is sealed when all have signed.`, {
      extensions: { state },
    });
  }
  const after = await getOrder(platform, caller, orderId);
  return presentRequest(platform, after, await readSealedAssets(platform, caller, after));
}

/** @throws Failure `not_found` */
function idOf(text: string): string {
  const id = parsePublicId("ord", text);
  if (id === null) throw notFound("request");
  return id;
}
