import type { Caller } from "../../apiKeys/caller.js";
import { Failure } from "../../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { newSecretRow, type SecretRow } from "../signatures/signingSecrets.js";
import { checkUrl } from "./checkUrl.js";
import type { Endpoint } from "./endpoint.js";
import { changed, type EndpointChange } from "./endpointChange.js";
import { countEndpoints, type EndpointRow, insertEndpoint, lockEndpoints } from "./endpointRows.js";
import { tellOfEndpoint } from "./tellOfEndpoint.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox" | "outboundHttp">;

/** Webhook endpoints of one mode that a tenant can have. */
const mostEndpoints = 50;

/**
 * Makes a webhook endpoint in the caller's mode, with a secret of its own. It is told of what happens from then on; not of
 * its own making, which the mode's other endpoints are told of.
 * @throws Failure `field_invalid`
 */
export async function createEndpoint<View>(
  platform: Needs,
  caller: Caller,
  input: EndpointChange & { readonly url: string },
  idempotency: IdempotencyKey | null,
  present: (endpoint: EndpointRow, secret: SecretRow) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  const { endpoint } = changed(platform, blank(platform, caller), input);
  await checkUrl(platform, caller.mode, endpoint.url, "url");
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      await lockEndpoints(transaction, caller.mode);
      if ((await countEndpoints(transaction, caller.mode)) >= mostEndpoints) {
        throw new Failure(
          "field_invalid",
          `A tenant has at most ${mostEndpoints} webhook endpoints in a mode; delete one first.`,
          { param: "url", extensions: { limit: mostEndpoints } },
        );
      }
      const more = { url_host: new URL(endpoint.url).host, events: [...endpoint.events] };
      const [, , secret] = await Promise.all([
        // Before there is the endpoint: it is not told of its own making.
        tellOfEndpoint(platform, transaction, caller, "endpoint.created", endpoint.id, more),
        insertEndpoint(transaction, endpoint),
        newSecretRow(platform, transaction, { mode: caller.mode, endpointId: endpoint.id }),
      ]);
      return present({ ...endpoint, failingSince: null, openUntil: null }, secret!);
    }),
  );
}

function blank(platform: Pick<Platform, "clock" | "random">, { mode }: Caller): Endpoint {
  const now = platform.clock.now();
  return {
    id: newUuid(platform.clock, platform.random),
    mode,
    url: "",
    description: null,
    events: ["*"],
    state: "enabled",
    disabledReason: null,
    disabledAt: null,
    headers: null,
    contactEmail: null,
    contactLanguage: null,
    createdAt: now,
    updatedAt: now,
  };
}
