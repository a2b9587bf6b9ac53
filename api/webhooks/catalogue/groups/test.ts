import { byKey, group } from "../entry.js";
import { count, record, time } from "../schemas.js";

/** What there is in test mode only. */
export const testLines = group("test", {
  "clock.advanced": {
    description: "The time of a test order was moved on.",
    line: byKey,
    details: record({
      seconds: count(1, "By how many."),
      now: time("What its clock shows now."),
    }),
    example: { seconds: 86400, now: "2026-12-02T09:31:02.417Z" },
  },
});
