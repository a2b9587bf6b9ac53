import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { Failure, notFound } from "../../failure/failure.js";
import type { Endpoint } from "../endpoints/endpoint.js";
import { findEndpoint } from "../endpoints/endpointRows.js";

/**
 * Finds an endpoint that can be told something: one that is paused is told when it is enabled again, one that is
 * disabled must be enabled first.
 * @throws Failure `not_found`, `endpoint_disabled`
 */
export async function requireReplayable(transaction: Transaction, mode: Mode, id: string): Promise<Endpoint> {
  const endpoint = await findEndpoint(transaction, mode, id);
  if (endpoint === null) throw notFound("webhook endpoint");
  if (endpoint.state === "disabled") {
    throw new Failure(
      "endpoint_disabled",
      "The webhook endpoint is disabled; set its status to enabled, and then replay what it missed.",
    );
  }
  return endpoint;
}
