import { type Response, Router } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { Failure, notFound } from "../failure/failure.js";
import { parsePublicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { listStored, readStored, type StoredCheckpoint } from "./checkpointRows.js";
import { readSize } from "./checkpointView.js";
import { consistencyOf } from "./consistencyOf.js";
import { findLog } from "./logRows.js";

type Needs = Pick<Platform, "database">;

/** What is at an address for good may be kept for good (RFC 9111, RFC 8246). */
const forever = "public, max-age=31536000, immutable";
const aMinute = "public, max-age=60";

/**
 * The tenants' logs as anybody may read and keep them, so that what was once published cannot be taken back:
 * `/logs/{log}/checkpoint` (the newest), `/logs/{log}/checkpoints/{size}` and `….p7s`, and
 * `/logs/{log}/consistency-proof?from=&to=`. Sizes, hashes and times stand in them, and nothing of any order.
 */
export function logsRouter(platform: Needs): Router {
  const router = Router();
  router.get("/logs/:log/checkpoint", async (request, response) => {
    const { log } = request.params;
    const [newest] = await inLog(platform, log, (transaction, mode) =>
      listStored(transaction, mode, Number.MAX_SAFE_INTEGER, 1),
    );
    if (!newest) throw notFound("checkpoint");
    response.set("Content-Location", addressOf(log, newest.size));
    sendNote(response, log, newest, aMinute);
  });
  router.get("/logs/:log/checkpoints/:size.p7s", async (request, response) => {
    const { log, size } = request.params;
    const { signature } = await checkpointOf(platform, log, size);
    response.type("application/pkcs7-signature").set("Cache-Control", forever).send(Buffer.from(signature));
  });
  router.get("/logs/:log/checkpoints/:size", async (request, response) => {
    const { log, size } = request.params;
    sendNote(response, log, await checkpointOf(platform, log, size), forever);
  });
  router.get("/logs/:log/consistency-proof", async (request, response) => {
    const { from, to } = request.query;
    const [first, second] = [sizeOf("from", from), sizeOf("to", to)];
    const proof = await inLog(platform, request.params.log, (transaction, mode) =>
      consistencyOf(transaction, mode, first, second),
    );
    response.set("Cache-Control", forever).json(proof);
  });
  return router;
}

/** Runs a look into the log of a public name. @throws Failure `not_found` */
async function inLog<T>(
  { database }: Needs,
  name: string,
  look: (transaction: Parameters<typeof readStored>[0], mode: Mode) => Promise<T>,
): Promise<T> {
  const id = parsePublicId("log", name);
  const owner = id === null ? null : await findLog({ database }, id);
  if (owner === null) throw notFound("log");
  return database.withTenant(owner.tenantId, (transaction) => look(transaction, owner.mode));
}

async function checkpointOf(platform: Needs, log: string, size: string): Promise<StoredCheckpoint> {
  const named = readSize(size);
  if (named === null) throw notFound("checkpoint");
  const found = await inLog(platform, log, (transaction, mode) => readStored(transaction, mode, named));
  if (found === null) throw notFound("checkpoint");
  return found;
}

function sizeOf(name: string, value: unknown): number {
  const size = typeof value === "string" ? readSize(value) : null;
  if (size === null) {
    throw new Failure("field_invalid", `${name} must be the size of a checkpoint.`, { param: name });
  }
  return size;
}

/** The text, and a link to its signature (RFC 8288). */
function sendNote(response: Response, log: string, { size, note }: StoredCheckpoint, caching: string): void {
  response
    .type("text/plain")
    .set("Cache-Control", caching)
    .set("Link", `<${addressOf(log, size)}.p7s>; rel="describedby"; type="application/pkcs7-signature"`)
    .send(note);
}

function addressOf(log: string, size: number): string {
  return `/logs/${log}/checkpoints/${size}`;
}
