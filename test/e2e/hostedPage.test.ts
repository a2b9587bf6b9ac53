import { describeWith } from "../support/judges.js";
import { signerOrders } from "../support/signerOrders.js";
import { signingJourney } from "./signingJourney.js";

describeWith(["chromium"], "the hosted page against a fake server", () => {
  signingJourney(async () => {
    const orders = await signerOrders();
    return { order: async () => orders.order(), close: () => orders.close() };
  });
});
