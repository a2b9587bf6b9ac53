import { type Request, type Response, Router } from "express";
import { contentDisposition } from "../../documents/disposition.js";
import { Failure } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { requireCall } from "../../request/requireCall.js";
import { Fields } from "../reading/fields.js";
import { answer } from "./answer.js";
import { deleteSignature } from "./deleteSignature.js";
import type { DocumentDigests } from "./documentDigests.js";
import { euSesFile, type FileAction } from "./documents.js";
import { listSignatures } from "./list/listSignatures.js";
import { readSignatureFilter } from "./list/signatureFilter.js";
import { orderIdOf } from "./orderIdOf.js";
import { presentEuSesOrder } from "./presentOrder.js";
import { readWhole } from "./readOrder.js";
import { refuseField } from "./refusals.js";
import { createEuSesOrder } from "./request/createEuSesOrder.js";
import { requireNoQuery } from "./requireNoQuery.js";

const actions = ["detail", "audit", "signedDocument", "validatedDocument"];

/** `POST /EU-SES`, and all of `/signatures` but the audit; the singular `/signature` is the same. */
export function signaturesRouter(platform: Platform, digests: DocumentDigests): Router {
  const router = Router();
  const at = (rest: string) => [`/signatures${rest}`, `/signature${rest}`];

  router.post("/EU-SES", async (request, response) => {
    const caller = requireCall(request, "orders:write");
    requireNoQuery(request);
    const key = idempotencyKeyOf(request);
    const { value, replayed } = await createEuSesOrder(platform, digests, caller, request.body, key);
    if (replayed) response.set("Idempotent-Replayed", "true");
    answer(request, response, value, "Created");
  });

  router.get(at(""), async (request, response) => {
    const caller = requireCall(request, "orders:read");
    answer(request, response, await listSignatures(platform, caller, readSignatureFilter(request.query)));
  });

  router.get([...at("/:id"), ...at("/:id/detail")], async (request, response) => {
    const caller = requireCall(request, "orders:read");
    requireNoQuery(request);
    const orderId = await orderIdOf(platform, caller, idIn(request));
    answer(
      request,
      response,
      presentEuSesOrder(platform, await readWhole(platform, digests, caller, orderId)),
    );
  });

  for (const action of ["signedDocument", "validatedDocument"] as const) {
    router.get(at(`/:id/${action}`), (request, response) => sendFile(platform, request, response, action));
  }

  router.get(at("/:id/:action"), async (request) => {
    requireCall(request, "orders:read");
    throw new Failure("not_found", `There is no such action; there are ${actions.join(", ")}.`);
  });

  router.delete(at("/:id"), async (request, response) => {
    const caller = requireCall(request, "orders:write");
    requireNoQuery(request);
    const orderId = await orderIdOf(platform, caller, idIn(request));
    await deleteSignature(platform, caller, orderId, idempotencyKeyOf(request));
    const whole = await readWhole(platform, digests, caller, orderId);
    answer(request, response, presentEuSesOrder(platform, whole), "Deleted");
  });

  return router;
}

async function sendFile(
  platform: Platform,
  request: Request,
  response: Response,
  action: FileAction,
): Promise<void> {
  const caller = requireCall(request, "orders:read");
  const query = Fields.of(request.query, "", refuseField);
  const number = query.whole("document", 1, platform.limits.documentsPerOrder) ?? 1;
  query.refuseOthers();
  const orderId = await orderIdOf(platform, caller, idIn(request));
  const { name, bytes } = await euSesFile(platform, caller, orderId, action, number);
  response
    .set("Content-Type", "application/pdf")
    .set("Content-Disposition", contentDisposition("attachment", name))
    // Not `send`: it would digest the whole document for an ETag that nobody may keep.
    .set("Content-Length", String(bytes.length))
    .end(bytes);
}

function idIn(request: Request): string {
  return String(request.params["id"]);
}
