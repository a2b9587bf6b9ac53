import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { readHeaders } from "../webhooks/endpoints/sealedHeaders.js";
import type { Callback, CallbackEncoding, CallbackFormName } from "./callback.js";
import type { KeptCallback } from "./keptCallback.js";

/** What is shown of a callback: no value of a header, no password, and nothing of what is given back. */
export interface CallbackSettingsView {
  url: string;
  /** Types of events that it is told of; null: as its form says. */
  events: string[] | null;
  form: CallbackFormName;
  encoding: CallbackEncoding;
  /** Member or field that holds the data; null: as its form says. */
  field: string | null;
  /** Further tries; null: as its form says. */
  retries: number | null;
  /** Names of the headers that each request has beside ours. */
  header_names: string[];
  /** User of the basic authentication. */
  basic_auth_user: string | null;
  /** Whether something of yours is given back with each request. */
  has_custom: boolean;
}

/** An order's callback as the API shows it. */
export interface CallbackView extends CallbackSettingsView {
  object: "callback";
  order: string;
  /** Types of events that it is told of. */
  events: string[];
  created_at: string;
}

export function presentCallback(platform: Pick<Platform, "secretBox">, callback: Callback): CallbackView {
  const { orderId, url, events, form, encoding, field, retries, custom, createdAt } = callback;
  const { headers, basicAuth } = readHeaders(platform, orderId, callback.headers);
  return {
    object: "callback",
    order: publicId("ord", orderId),
    url,
    events: [...events],
    form,
    encoding,
    field,
    retries,
    header_names: Object.keys(headers),
    basic_auth_user: basicAuth?.username ?? null,
    has_custom: custom !== null,
    created_at: createdAt.toISOString(),
  };
}

/** What a template shows of the callback that it keeps. */
export function presentKeptCallback(callback: KeptCallback): CallbackSettingsView {
  const { url, events, form, encoding, field, retries, headerNames, username, hasCustom } = callback;
  return {
    url,
    events: events && [...events],
    form,
    encoding,
    field,
    retries,
    header_names: [...headerNames],
    basic_auth_user: username,
    has_custom: hasCustom,
  };
}
