import { Router } from "express";
import type { Platform } from "../platform.js";

/** `/health`: the process runs. `/ready`: what it needs can be reached, so that it may be sent requests. */
export function healthRouter(platform: Pick<Platform, "database" | "objectStore" | "log">): Router {
  const router = Router();
  router.get("/health", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/ready", async (_request, response) => {
    const [database, documents] = await Promise.all([
      reachable(platform, "database", platform.database.probe()),
      reachable(platform, "document store", platform.objectStore.probe()),
    ]);
    response
      .status(database && documents ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status: database && documents ? "ready" : "not ready", checks: { database, documents } });
  });
  return router;
}

async function reachable(
  platform: Pick<Platform, "log">,
  what: string,
  probe: Promise<void>,
): Promise<boolean> {
  try {
    await probe;
    return true;
  } catch (error) {
    platform.log.warn({ what, error }, "not reachable");
    return false;
  }
}
