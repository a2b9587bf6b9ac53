import { type Request, Router } from "express";
import { remember } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { requireCall } from "../../request/requireCall.js";
import { visitorOf } from "../../request/visitor.js";
import { addCertSignDocuments } from "./documents/addDocuments.js";
import { createCertSignOrder } from "./orders/createOrder.js";
import { discardOrder } from "./orders/discardOrder.js";
import { findOrder } from "./orders/findOrder.js";
import type { Road } from "./orders/ownOrder.js";
import { presentOrder } from "./orders/presentOrder.js";
import { searchOrders } from "./orders/searchOrders.js";
import { type GivenIds, orderNames, ownNames, queryOf, readIds } from "./readIds.js";
import { answerBody } from "./requests/answerBody.js";
import { readRequest } from "./requests/readRequest.js";
import { searchRequests } from "./requests/searchRequests.js";
import { readStanding } from "./resultItems.js";
import { readApplication, readSignQuery } from "./signing/readSignQuery.js";
import { refuseRequest } from "./signing/refuseRequest.js";
import { signOrder } from "./signing/signOrder.js";
import { validateOrder } from "./signing/validateOrder.js";

/** The calls of the dialect: what each takes and answers, and what it takes to make it. */
export function certSignRouter(platform: Platform): Router {
  const router = Router();
  addOrderCalls(router, platform);
  addRequestCalls(router, platform);
  addSigningCalls(router, platform);
  return router;
}

function addOrderCalls(router: Router, platform: Platform): void {
  router.post("/ephemeral/orders", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    queryOf(request.query).refuseOthers();
    // 201 in the documentation of 2018, 200 as the service answers.
    response.json(await createCertSignOrder(platform, caller, request.body, idempotencyKeyOf(request)));
  });
  router.get("/ephemeral/orders/search", async (request, response) => {
    const caller = requireCall(request, "orders:read");
    response.json(await searchOrders(platform, caller, request.query));
  });
  router.get("/ephemeral/orders", async (request, response) => {
    const { tenantId, mode } = requireCall(request, "orders:read");
    const ids = onlyIds(request, ownNames);
    const standing = await platform.database.withTenant(tenantId, async (transaction) =>
      readStanding(transaction, await findOrder(transaction, mode, ids)),
    );
    response.json(presentOrder(standing));
  });
  router.delete("/ephemeral/orders", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    await discardOrder(platform, caller, onlyIds(request, ownNames), idempotencyKeyOf(request));
    response.status(204).end();
  });
}

function addRequestCalls(router: Router, platform: Platform): void {
  for (const [path, road] of roads) {
    router.post(path, async (request, response) => {
      const caller = requireCall(request, "orders:write");
      const ids = onlyIds(request, orderNames);
      const key = idempotencyKeyOf(request);
      response.json(await addCertSignDocuments(platform, caller, ids, road, request.body, key));
    });
  }
  router.get("/ephemeral/signatures/search", async (request, response) => {
    const caller = requireCall(request, "orders:read");
    response.json(await searchRequests(platform, caller, request.query));
  });
  router.get("/ephemeral/signatures", async (request, response) => {
    const caller = requireCall(request, "orders:read");
    const body = answerBody(await readRequest(platform, caller, onlyIds(request, ownNames)));
    // Not by send(), which takes a hash of all of it for an ETag that nobody asks for.
    response.type("json").setHeader("Content-Length", body.length);
    response.end(body);
  });
  router.patch("/ephemeral/signatures", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    const visitor = visitorOf(request, caller.apiKeyId);
    await refuseRequest(platform, caller, onlyIds(request, ownNames), request.body, visitor);
    response.status(204).end();
  });
}

/** Their bodies say nothing: known callers send a list of results, an empty object, null, or none. */
function addSigningCalls(router: Router, platform: Platform): void {
  router.post("/ephemeral/trigger/signatures/validate", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    const fields = queryOf(request.query);
    const ids = readIds(fields, orderNames);
    const application = readApplication(fields);
    fields.refuseOthers();
    await remember(platform, caller, idempotencyKeyOf(request), async () => {
      await validateOrder(platform, caller, ids, application, visitorOf(request, caller.apiKeyId));
      return true;
    });
    response.status(200).end();
  });
  for (const [path, road] of roads) {
    router.post(`${path}/sign`, async (request, response) => {
      const caller = requireCall(request, "orders:write");
      const query = readSignQuery(request.query, road);
      const { value } = await remember(platform, caller, idempotencyKeyOf(request), () =>
        signOrder(platform, caller, query, road, visitorOf(request, caller.apiKeyId)),
      );
      response.json(value);
    });
  }
}

const roads: readonly (readonly [path: string, road: Road])[] = [
  ["/ephemeral/signatures", "direct"],
  ["/ephemeral/trigger/signatures", "triggered"],
];

/** The ids of a call whose query holds nothing else. */
function onlyIds(request: Request, names: GivenIds["names"]): GivenIds {
  const fields = queryOf(request.query);
  const ids = readIds(fields, names);
  fields.refuseOthers();
  return ids;
}
