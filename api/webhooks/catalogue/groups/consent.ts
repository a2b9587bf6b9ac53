import { bySigner, group } from "../entry.js";
import { digest } from "../exampleValues.js";
import { count, record, sha256, text } from "../schemas.js";

/** What signers agree to. */
export const consentLines = group("consent", {
  "consent.given": {
    description: "A signer agreed to a clause, word for word.",
    line: bySigner,
    details: record({
      position: count(0, "0 is the order's consent text, 1 its first further clause."),
      text: text("The clause."),
      sha256: sha256("Of the clause, in UTF-8."),
    }),
    example: {
      position: 0,
      text: "I sign this document by electronic means.",
      sha256: digest("I sign this document by electronic means."),
    },
  },
});
