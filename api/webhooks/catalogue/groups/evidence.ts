import { bySystem, group } from "../entry.js";
import { digest } from "../exampleValues.js";
import { count, flag, nullable, record, sha256, time } from "../schemas.js";

const file = record({
  revision: count(1, "Of the evidence; each renewal adds one."),
  bytes: count(1),
  sha256: sha256("Of the file."),
  documents: flag("Whether the documents are in it."),
  locked_until: nullable(time("Until when the store refuses to delete it; null: it has no lock.")),
});

/** The file that proves an order. */
export const evidenceLines = group("evidence", {
  "evidence.stored": {
    description: "The evidence of an order that has ended is stored.",
    line: bySystem,
    details: file,
    example: {
      revision: 1,
      bytes: 74112,
      sha256: digest("evidence"),
      documents: false,
      locked_until: "2036-12-01T09:40:00.000Z",
    },
  },
  "evidence.renewed": {
    description: "Stored evidence got a new time-stamp, before what the last one rests on ended.",
    line: bySystem,
    details: file,
    example: {
      revision: 2,
      bytes: 91288,
      sha256: digest("renewed evidence"),
      documents: false,
      locked_until: null,
    },
  },
});
