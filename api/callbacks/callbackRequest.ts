import { Failure } from "../failure/failure.js";
import { checkEvents } from "../webhooks/endpoints/checkEvents.js";
import { checkHeaders } from "../webhooks/endpoints/checkHeaders.js";
import type { BasicAuthRequest } from "../webhooks/endpoints/endpointRequests.js";
import type { CallbackEncoding, CallbackFormName } from "./callback.js";
import type { NewCallback } from "./newCallback.js";

/** Where one order tells what happens to it. */
export interface CallbackRequest {
  /**
   * Absolute; https, in test mode http too; without user, password and fragment.
   * @minLength 1
   * @maxLength 2048
   * @example "https://crm.example/hooks/leases/17"
   */
  url: string;
  /**
   * Types of events, groups as `order.*`, or `*`; `order.*`, `signer.*` and `document.*` by default. Only with the
   * form `paraph`: the others say themselves what is told.
   * @minItems 1
   * @maxItems 100
   */
  events?: string[];
  /** Further headers of each request: 20 at most, with values of 1000 characters. Never shown again. */
  headers?: Record<string, string>;
  /** User and password of each request (RFC 7617). Never shown again. */
  basic_auth?: BasicAuthRequest;
  /**
   * Whose words the requests speak. `paraph`, the default: the events, as webhook endpoints get them. `eu_ses`: the
   * order as that interface shows it, at each change of its state. `certsign`: the list of results, once the order has
   * ended.
   */
  form?: CallbackFormName;
  /** `json` by default; `form`, with `eu_ses` only: fields of `application/x-www-form-urlencoded` that hold JSON. */
  encoding?: CallbackEncoding;
  /**
   * With `eu_ses` only: the member, or the form's field, that holds the order, in visible ASCII characters; `data` by
   * default.
   * @pattern ^[!-~]+$
   * @minLength 1
   * @maxLength 64
   */
  field?: string;
  /**
   * Further tries, 5 seconds after the first and twice as long after each. By default none with `eu_ses`, and nine
   * within three days with the others.
   * @isInt
   * @minimum 0
   * @maximum 5
   */
  retries?: number;
  /** With `eu_ses` only: given back with each request; 4096 bytes of JSON at most. Never shown again. */
  custom?: unknown;
}

const mostCustomBytes = 4096;

/**
 * Reads what a request says of a callback. Whether its URL may be asked is another question (`checkUrl`).
 * @param at what stands before its members' names in the request: nothing, or `callback.`
 * @throws Failure `field_invalid`
 */
export function readCallback(request: CallbackRequest, at: string): NewCallback {
  const { url, form = "paraph", encoding = "json", field, retries, events } = request;
  if (form !== "eu_ses") requireNothingOfEuSes(request, at);
  if (form !== "paraph" && events !== undefined) {
    throw invalid(`${at}events`, `goes with the form paraph: ${form} says itself what is told`);
  }
  if (field === "custom") throw invalid(`${at}field`, "must not be custom, which has its own");
  const own = { headers: request.headers ?? {}, basicAuth: request.basic_auth ?? null };
  checkHeaders(own, at);
  return {
    url,
    form,
    encoding,
    field: field ?? null,
    retries: retries ?? null,
    events: events === undefined ? null : checkEvents(events, `${at}events`),
    own,
    custom: request.custom === undefined ? null : readCustom(request.custom, `${at}custom`),
  };
}

/** What only the one form can do whose bodies are made for it. @throws Failure `field_invalid` */
function requireNothingOfEuSes({ encoding, field, custom }: CallbackRequest, at: string): void {
  const strange =
    encoding === "form" ? "encoding" : field !== undefined ? "field" : custom !== undefined ? "custom" : null;
  if (strange !== null) throw invalid(`${at}${strange}`, "goes with the form eu_ses");
}

function readCustom(custom: unknown, param: string): string {
  let text: string;
  try {
    text = JSON.stringify(custom);
  } catch {
    // Nothing bounds how deep a stranger's JSON goes; the stack does.
    throw invalid(param, "is nested too deeply");
  }
  if (Buffer.byteLength(text) > mostCustomBytes) {
    throw new Failure("field_invalid", `${param} must have at most ${mostCustomBytes} bytes of JSON.`, {
      param,
      extensions: { limit: mostCustomBytes },
    });
  }
  return text;
}

function invalid(param: string, why: string): Failure {
  return new Failure("field_invalid", `${param} ${why}.`, { param });
}
