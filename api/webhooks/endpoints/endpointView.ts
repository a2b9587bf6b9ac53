import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import type { EndpointRow } from "./endpointRows.js";
import { readHeaders } from "./sealedHeaders.js";

/** A webhook endpoint as the API shows it: without its secret, and without the values of its headers. */
export interface EndpointView {
  id: string;
  object: "webhook_endpoint";
  mode: "test" | "live";
  url: string;
  description: string | null;
  /** What it is told of: types of events, `order.*` and the like, or `*`. */
  events: string[];
  /** `paused`: by you; what it is told waits. `disabled`: by us; it is told nothing until you enable it. */
  status: "enabled" | "paused" | "disabled";
  /** `gone`: it answered 410. `failing`: nothing but failure came of five days. */
  disabled_reason: "gone" | "failing" | null;
  disabled_at: string | null;
  /** Names of the headers that each request has beside ours. */
  header_names: string[];
  /** User of the basic authentication. */
  basic_auth_user: string | null;
  contact: EndpointContactView | null;
  health: EndpointHealthView;
  created_at: string;
  updated_at: string;
}

export interface EndpointContactView {
  email: string;
  language: string;
}

export interface EndpointHealthView {
  /** Since when nothing but failure came of its deliveries; null when the last one succeeded. */
  failing_since: string | null;
  /** `open` while it cannot be reached: nothing is tried but one delivery now and then. */
  circuit: "closed" | "open";
  /** Of an open circuit: when one delivery is tried. */
  next_try: string | null;
}

/** A new endpoint, with what its requests are signed with. */
export interface NewEndpointView extends EndpointView {
  /**
   * Secret of the `v1` signatures (HMAC-SHA-256).
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfIJoYWSRk="
   */
  secret: string;
  /**
   * Public key of the `v1a` signatures (Ed25519).
   * @example "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
   */
  public_key: string;
}

/** An endpoint, with the names of what is sealed. */
export function presentEndpoint(platform: Pick<Platform, "secretBox">, endpoint: EndpointRow): EndpointView {
  const { headers, basicAuth } = readHeaders(platform, endpoint.id, endpoint.headers);
  const { contactEmail, contactLanguage, failingSince, openUntil } = endpoint;
  return {
    id: publicId("whe", endpoint.id),
    object: "webhook_endpoint",
    mode: endpoint.mode,
    url: endpoint.url,
    description: endpoint.description,
    events: [...endpoint.events],
    status: endpoint.state,
    disabled_reason: endpoint.disabledReason,
    disabled_at: endpoint.disabledAt?.toISOString() ?? null,
    header_names: Object.keys(headers),
    basic_auth_user: basicAuth?.username ?? null,
    contact: contactEmail === null ? null : { email: contactEmail, language: contactLanguage ?? "en" },
    health: {
      failing_since: failingSince?.toISOString() ?? null,
      circuit: openUntil === null ? "closed" : "open",
      next_try: openUntil?.toISOString() ?? null,
    },
    created_at: endpoint.createdAt.toISOString(),
    updated_at: endpoint.updatedAt.toISOString(),
  };
}
