import { Failure } from "../../failure/failure.js";
import { isLanguage } from "../../messages/branding/checkBranding.js";
import type { Platform } from "../../platform.js";
import { checkEvents } from "./checkEvents.js";
import { checkHeaders } from "./checkHeaders.js";
import type { Endpoint } from "./endpoint.js";
import { type BasicAuth, type OwnHeaders, readHeaders, sealHeaders } from "./sealedHeaders.js";

/** What a caller says of an endpoint; what is left out keeps its value. The URL has been checked. */
export interface EndpointChange {
  readonly url?: string;
  readonly description?: string | null;
  readonly events?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly basicAuth?: BasicAuth | null;
  readonly contact?: { readonly email: string; readonly language: string } | null;
  readonly status?: "enabled" | "paused";
}

/** An endpoint as a change leaves it, and which members of the request made a difference. */
export interface ChangedEndpoint {
  readonly endpoint: Endpoint;
  readonly fields: readonly string[];
}

/** @throws Failure `field_invalid` */
export function changed(
  platform: Pick<Platform, "secretBox">,
  before: Endpoint,
  change: EndpointChange,
): ChangedEndpoint {
  const { url = before.url, description = before.description, status = before.state } = change;
  const events = change.events === undefined ? before.events : checkEvents(change.events, "events");
  const own = readHeaders(platform, before.id, before.headers);
  const { headers = own.headers, basicAuth = own.basicAuth } = change;
  checkHeaders({ headers, basicAuth });
  const contact = change.contact === undefined ? contactOf(before) : change.contact;
  if (contact && !isLanguage(contact.language)) {
    const param = "contact.language";
    throw new Failure("field_invalid", `${param} must be a BCP 47 language tag.`, { param });
  }
  const fields = [
    ...(url === before.url ? [] : ["url"]),
    ...(description === before.description ? [] : ["description"]),
    ...(same(events, before.events) ? [] : ["events"]),
    ...(same(sorted(headers), sorted(own.headers)) ? [] : ["headers"]),
    ...(same(basicAuth, own.basicAuth) ? [] : ["basic_auth"]),
    ...(same(contact, contactOf(before)) ? [] : ["contact"]),
    ...(status === before.state ? [] : ["status"]),
  ];
  const sealed: OwnHeaders = { headers, basicAuth };
  const isSealedAnew = fields.includes("headers") || fields.includes("basic_auth");
  return {
    endpoint: {
      ...before,
      url,
      description,
      events,
      headers: isSealedAnew ? sealHeaders(platform, before.id, sealed) : before.headers,
      contactEmail: contact?.email ?? null,
      contactLanguage: contact?.language ?? null,
      state: status,
      ...(status !== before.state && { disabledReason: null, disabledAt: null }),
    },
    fields,
  };
}

function contactOf({ contactEmail, contactLanguage }: Endpoint): EndpointChange["contact"] {
  return contactEmail === null ? null : { email: contactEmail, language: contactLanguage ?? "en" };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sorted(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
}
