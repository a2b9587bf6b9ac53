import { describeWith } from "../support/judges.js";
import { ada, OrderDesk } from "../support/orderDesk.js";
import { signingJourney } from "./signingJourney.js";

const placements = [{ page: 1, x: 320, y: 640, width: 180, height: 60 }];

describeWith(["chromium"], "the hosted page against the service itself", () => {
  signingJourney(async () => {
    const desk = await OrderDesk.open({ tenantName: "Arbor Homes" });
    return {
      async order() {
        const order = await desk.order([{ ...ada, placements }]);
        const url = order.signers[0]?.signing_url ?? "";
        return { link: url, code: () => desk.browser(order).newestCode() };
      },
      close: () => desk.close(),
    };
  });
});
