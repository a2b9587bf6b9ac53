import type { Platform } from "../../platform.js";
import { OutboundError, type OutboundResponse, type OutboundTiming } from "../../ports/outboundHttp.js";
import {
  type AnswerContent,
  type AttemptedResponse,
  type ClaimedDelivery,
  notTried,
  type Outcome,
} from "./delivery.js";
import type { Destination } from "./destination.js";
import { type ErrorClass, errorClassOf } from "./errorClass.js";
import { keptBodyBytes, type Masks, maskBody, maskHeaders } from "./masks.js";
import { type PreparedRequest, prepareRequest } from "./request.js";
import { retryAfterMs } from "./retryAfter.js";
import { drawnOut, standardPauses } from "./schedule.js";

type Needs = Parameters<typeof prepareRequest>[0] & Pick<Platform, "outboundHttp" | "clock" | "random">;

const standardTimeoutMs = 20_000;

/**
 * Tries a claimed delivery: one request, and no other if it is redirected. In live mode it goes by https or not at all.
 * Never throws.
 * @returns what came of it, to be noted by `concludeAttempts`
 */
export async function attempt(
  platform: Needs,
  tenantId: string,
  delivery: ClaimedDelivery,
  destination: Destination,
): Promise<Outcome> {
  const { callback, url, masks } = destination;
  const form = callback && platform.callbackForms[callback.form];
  const startedAt = platform.clock.now();
  const prepared = await prepareRequest(platform, tenantId, delivery, destination, startedAt);
  if (prepared === "nothing") return notTried(delivery, "cancelled");
  const isReady = typeof prepared !== "string";
  const { retryAfter, ...result } = isReady
    ? await send(platform, delivery, destination, prepared, form?.timeoutMs ?? standardTimeoutMs)
    : noAnswer(prepared, { total: 0 });
  const request = {
    method: "POST" as const,
    url,
    headers: { ...masks.headers, ...(isReady && prepared.headers) },
    ...(isReady && prepared.isRendered && { body: "rendered" as const }),
  };
  const fails = result.errorClass !== null && !delivery.isTrial;
  const pauses = form && callback ? form.pauses(callback) : standardPauses;
  return {
    delivery,
    verdict: result.errorClass === null ? "delivered" : "failed",
    attempt: { startedAt, request, ...result },
    pauses: fails ? drawnOut(pauses, platform.random) : [],
    notWithinMs: fails ? retryAfterMs(retryAfter, platform.clock.now()) : 0,
  };
}

interface Result {
  readonly errorClass: ErrorClass | null;
  readonly error: string | null;
  readonly response: AttemptedResponse | null;
  readonly timing: OutboundTiming;
  /** The header of that name (RFC 9110 10.2.3). */
  readonly retryAfter?: string | undefined;
}

async function send(
  { outboundHttp, log }: Pick<Needs, "outboundHttp" | "log">,
  { notification }: ClaimedDelivery,
  { url, masks }: Destination,
  { headers, ownHeaders, body, isRendered }: PreparedRequest,
  timeoutMs: number,
): Promise<Result> {
  const begun = performance.now();
  try {
    const response = await outboundHttp.send({
      method: "POST",
      url,
      headers: { ...ownHeaders, ...headers },
      body,
      allowHttp: notification.mode === "test",
      timeoutMs,
      mostBodyBytes: keptBodyBytes + masks.longest,
    });
    const { status, timing } = response;
    // Many servers repeat what they were sent, and a body that is made for a request names people.
    const content = isRendered ? null : contentOf(response, masks);
    const retryAfter = response.headers["retry-after"];
    return {
      errorClass: errorClassOf(status),
      error: null,
      response: { status, content },
      timing,
      retryAfter,
    };
  } catch (error) {
    if (error instanceof OutboundError) return noAnswer(error.code, error.timing, error.message);
    log.error({ notification: notification.id, error }, "a webhook was not sent, for a fault of ours");
    return noAnswer("connection_failed", { total: Math.round(performance.now() - begun) });
  }
}

/** What of an answer is kept. */
function contentOf({ headers, body, truncated }: OutboundResponse, masks: Masks): AnswerContent {
  return {
    headers: maskHeaders(masks, headers),
    body: maskBody(masks, body),
    truncated: truncated || body.byteLength > keptBodyBytes,
  };
}

function noAnswer(errorClass: ErrorClass, timing: OutboundTiming, error: string | null = null): Result {
  return { errorClass, error, response: null, timing };
}
