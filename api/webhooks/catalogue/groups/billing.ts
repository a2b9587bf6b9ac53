import { group } from "../entry.js";
import { ada, example, externalId, order } from "../exampleValues.js";
import { id, list, nullable, record, text } from "../schemas.js";

/** What is counted for the bill. */
export const billingEvents = group("billing", {
  "billing.signer_counted": {
    description: "A signer's signature was counted for the bill: once for each signer of an order.",
    line: null,
    details: record(
      {
        order: id("ord"),
        external_id: nullable(text("Your own id of the order.", 200)),
        signer: id("sgr"),
        usage_event: id("usg", "Its line in the usage list."),
        profile: nullable(id("prf")),
      },
      { labels: list(text(undefined, 60), "Those of the order.", 1) },
    ),
    example: {
      order,
      external_id: externalId,
      signer: ada,
      usage_event: example("usg", 50),
      profile: example("prf", 20),
      labels: ["lettings"],
    },
  },
});
