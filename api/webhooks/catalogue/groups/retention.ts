import { actor, actorExample } from "../actor.js";
import { byKey, bySystem, bySystemOfSigner, group } from "../entry.js";
import { digest, example, lease } from "../exampleValues.js";
import { count, duration, flag, id, list, nullable, record, sha256, word } from "../schemas.js";

const hold = record({ hold: id("hld") });
const content = record({ bytes: count(1), sha256: sha256() });
const terms = {
  documents: duration("How long documents are kept after an order's end."),
  evidence: duration("How long evidence is kept after an order's end."),
  archive: flag("Whether documents are deposited with the evidence."),
};

/** How long an order is kept, what was deleted of it, and what was held. */
export const retentionLines = group("retention", {
  "hold.placed": {
    description: "A legal hold was placed on an order: nothing of it is deleted as long as it stands.",
    line: byKey,
    details: hold,
    example: { hold: example("hld", 40) },
  },
  "hold.released": {
    description: "A legal hold was released.",
    line: byKey,
    details: hold,
    example: { hold: example("hld", 40) },
  },
  "documents.removed": {
    description: "An order's documents are out of reach from now on, and are being deleted.",
    line: { actors: ["system", "api_key"], signer: "never" },
    details: record({
      purge: id("pur", "The deletion; it gets a receipt."),
      reason: word(["retention", "request"], "Their term was over, or the tenant asked for it."),
      documents: list(
        record({ document: id("doc"), source: content, signed: nullable({ ...content }) }),
        "What they were: each one's source, and its last revision where there was one.",
      ),
    }),
    example: {
      purge: example("pur", 41),
      reason: "retention",
      documents: [
        {
          document: lease,
          source: { bytes: 184320, sha256: digest("source") },
          signed: { bytes: 301204, sha256: digest("sealed") },
        },
      ],
    },
  },
  "documents.purged": {
    description: "An order's documents are deleted.",
    line: bySystem,
    details: record({
      purge: id("pur"),
      objects: count(0, "Objects that were deleted."),
      receipt: sha256("Of the receipt."),
    }),
    example: { purge: example("pur", 41), objects: 4, receipt: digest("receipt") },
  },
  "evidence.purged": {
    description:
      "The term of an order's evidence was over: it is being deleted with all that is personal, its external id too.",
    line: bySystem,
    details: record({
      purge: id("pur"),
      revisions: list(
        record({ kind: word(["evidence_file"]), revision: count(1), bytes: count(1), sha256: sha256() }),
      ),
    }),
    example: {
      purge: example("pur", 42),
      revisions: [{ kind: "evidence_file", revision: 1, bytes: 74112, sha256: digest("evidence") }],
    },
  },
  "signer.erased": {
    description: "A person was erased as a signer of an order: nobody can tell any more who it was.",
    line: bySystemOfSigner,
    details: record({ erasure: id("ers", "The request that it was done for.") }),
    example: { erasure: example("ers", 43) },
  },
});

/** What a tenant keeps orders by. */
export const retentionSettings = group("retention", {
  "retention.settings_changed": {
    description: "The tenant's terms for orders that are made from now on were changed.",
    line: null,
    details: record({ ...terms, before: record(terms), actor }),
    example: {
      documents: "P6M",
      evidence: "P11Y",
      archive: false,
      before: { documents: "P3M", evidence: "P10Y", archive: false },
      actor: actorExample,
    },
  },
});
