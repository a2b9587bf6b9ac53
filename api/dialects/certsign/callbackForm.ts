import type { CallbackForm } from "../../callbacks/callbackForm.js";
import { retryPauses } from "../../callbacks/retryPauses.js";
import { standardPauses } from "../../webhooks/deliveries/schedule.js";
import { readStanding, resultItems } from "./resultItems.js";

/**
 * What `asyncPostUrl` is told: the list of results, as JSON, once signing has ended. The dialect names no number of
 * tries: it is tried as long as webhook endpoints are.
 */
export const certSignForm: CallbackForm = {
  events: ["order.completed", "order.refused", "order.cancelled", "order.expired", "order.failed"],
  timeoutMs: 30_000,
  pauses: ({ retries }) => (retries === null ? standardPauses : retryPauses(retries)),
  async body({ database }, tenantId, { orderId }, { type }) {
    // What was owed in another form before, and is no end.
    if (!certSignForm.events.includes(type)) return null;
    const standing = await database.withTenant(tenantId, (transaction) => readStanding(transaction, orderId));
    return { body: JSON.stringify(resultItems(standing)), contentType: "application/json", isRendered: true };
  },
};
