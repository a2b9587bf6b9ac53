import { standardPauses } from "../webhooks/deliveries/schedule.js";
import type { CallbackForm } from "./callbackForm.js";
import { retryPauses } from "./retryPauses.js";

/** Our own words: what webhook endpoints get, the same bytes in every try, as long as endpoints are tried. */
export const paraphForm: CallbackForm = {
  events: ["order.*", "signer.*", "document.*"],
  timeoutMs: 20_000,
  pauses: ({ retries }) => (retries === null ? standardPauses : retryPauses(retries)),
  body: async (_needs, _tenantId, _callback, { payload }) => ({
    body: payload,
    contentType: "application/json",
    isRendered: false,
  }),
};
