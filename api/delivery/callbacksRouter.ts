import { type RequestHandler, Router, raw } from "express";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { DeliveryReports } from "../ports/deliveryReports.js";
import { recordDelivery } from "./recordDelivery.js";

/** Providers whose callbacks are taken; those that are not configured are absent, and so are their routes. */
export type ReportingProviders = Readonly<Partial<Record<"twilio" | "sendgrid", DeliveryReports>>>;

/** Where providers report, below the public address. */
export const callbackPaths = { twilio: "/callbacks/twilio", sendgrid: "/callbacks/sendgrid" } as const;

/** What one request of a provider may carry, in bytes. */
const mostBytes = { twilio: 16_384, sendgrid: 1_048_576 } as const;

/** Takes the signed reports of providers on what became of messages. */
export function callbacksRouter(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox" | "publicUrl">,
  providers: ReportingProviders,
): Router {
  const router = Router();
  for (const name of ["twilio", "sendgrid"] as const) {
    const reports = providers[name];
    if (!reports) continue;
    const body = raw({ type: () => true, limit: mostBytes[name] });
    router.post(callbackPaths[name], body, takeReports(platform, reports));
  }
  return router;
}

function takeReports(
  platform: Parameters<typeof callbacksRouter>[0],
  reports: DeliveryReports,
): RequestHandler {
  return async (request, response) => {
    const read = reports.read({
      url: `${platform.publicUrl}${request.originalUrl}`,
      header: (name) => request.header(name) ?? null,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      receivedAt: platform.clock.now(),
    });
    if (read === null) {
      throw new Failure("callback_unsigned", "This is not a report that the provider signed just now.");
    }
    // One after the other: they are of few orders, and each waits for its order's lock.
    for (const report of read) await recordDelivery(platform, report);
    response.status(204).end();
  };
}
