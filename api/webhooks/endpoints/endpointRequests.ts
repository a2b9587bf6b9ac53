import type { EndpointChange } from "./endpointChange.js";

/** The body of `POST /v1/webhook-endpoints`. */
export interface CreateEndpointRequest extends EndpointRequest {
  /**
   * Where the requests go: https, and in test mode also http; without user, password and fragment.
   * @minLength 1
   * @maxLength 2048
   * @example "https://crm.example.com/hooks/paraph"
   */
  url: string;
  /** True: it begins paused. What it is told waits until its `status` is set to `enabled`. */
  paused?: boolean;
}

/** The body of `PATCH /v1/webhook-endpoints/{endpoint}`: what is left out keeps its value, and null removes it. */
export interface ChangeEndpointRequest extends EndpointRequest {
  /**
   * Another one has the endpoint's failures forgotten, and goes for all that waits: what is due is sent at once, what was
   * tried in vain at the time of its next try, or by a replay.
   * @minLength 1
   * @maxLength 2048
   */
  url?: string;
  /**
   * `paused`: what it is told waits. `enabled`: what waited goes, and earlier failures count no more; that is also how an
   * endpoint that was disabled gets on again. What was tried in vain goes at the time of its next try, or by a replay.
   */
  status?: "enabled" | "paused";
}

/** What can be said of an endpoint. */
export interface EndpointRequest {
  /**
   * For people.
   * @minLength 1
   * @maxLength 500
   * @example "CRM, production"
   */
  description?: string | null;
  /**
   * What it is told of: types of events (`GET /v1/event-types`), `order.*` for all of a kind, `*` for everything, which is
   * the default.
   * @minItems 1
   * @maxItems 100
   * @example ["order.completed", "signer.*"]
   */
  events?: string[];
  /**
   * Headers of each request beside ours, at most 20, with values of up to 1,000 characters. They take the place of those
   * before, all of them. They are kept encrypted, and only their names are ever shown.
   * @example { "X-Tenant": "northwind" }
   */
  headers?: Record<string, string> | null;
  /** Basic authentication (RFC 7617) of each request. The password is kept encrypted, and never shown. */
  basic_auth?: BasicAuthRequest | null;
  /** Who is written to when nothing but failure comes of its deliveries, and when it is disabled. */
  contact?: EndpointContactRequest | null;
}

export interface BasicAuthRequest {
  /**
   * @minLength 1
   * @maxLength 200
   */
  username: string;
  /** @maxLength 500 */
  password: string;
}

export interface EndpointContactRequest {
  /**
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   * @example "ops@example.com"
   */
  email: string;
  /**
   * BCP 47; `en` by default.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
}

/** The body of the rotations of a secret. */
export interface RotateSecretRequest {
  /**
   * How long the old secret goes on signing beside the new one, in seconds: a day by default, seven at most. 0 for a
   * secret that somebody else has got hold of.
   * @isInt
   * @minimum 0
   * @maximum 604800
   */
  overlap_seconds?: number;
}

/** What a request says of an endpoint; what it leaves out is not among it. */
export function readEndpointChange(body: CreateEndpointRequest | ChangeEndpointRequest): EndpointChange {
  const { url, description, events, headers, basic_auth: basicAuth, contact } = body;
  const status = "status" in body ? body.status : "paused" in body && body.paused ? "paused" : undefined;
  return {
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(events !== undefined && { events }),
    ...(headers !== undefined && { headers: headers ?? {} }),
    ...(basicAuth !== undefined && {
      basicAuth: basicAuth && { username: basicAuth.username, password: basicAuth.password },
    }),
    ...(contact !== undefined && {
      contact: contact && { email: contact.email, language: contact.language ?? "en" },
    }),
    ...(status !== undefined && { status }),
  };
}
