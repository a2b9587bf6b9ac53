import { byKey, byLink, bySigner, bySystem, bySystemOfSigner, group } from "../entry.js";
import { digest, lease } from "../exampleValues.js";
import { count, hex, id, list, nullable, record, sha256, text, time, word } from "../schemas.js";

const handedOver = { document: id("doc"), sha256: sha256("Of the bytes that were handed over.") };

/** A revision that was added to a document. */
const revision = {
  document: id("doc"),
  revision: count(1, "Number of the document's revision; 0 is its source."),
  bytes: count(1, "Size of the document with it."),
  sha256_before: sha256("Of the revision before."),
  sha256_after: sha256("Of this revision."),
};

/** Documents: taken in, handed out, shown, signed, sealed. */
export const documentLines = group("document", {
  "document.added": {
    description: "A document was taken in with an order, or added to a draft.",
    line: byKey,
    details: record({
      document: id("doc"),
      kind: word(["sign", "info"], "To be signed, or for information."),
      name: text("The file's name, in the sender's words.", 200),
      pages: count(1),
      bytes: count(1),
      sha256: sha256("Of the source."),
    }),
    example: {
      document: lease,
      kind: "sign",
      name: "lease.pdf",
      pages: 12,
      bytes: 184320,
      sha256: digest("source"),
    },
  },
  "documents.handed_out": {
    description: "A document was handed to a signer to be read, the first time.",
    line: byLink,
    details: record(handedOver),
    example: { document: lease, sha256: digest("source") },
  },
  "pages.shown": {
    description:
      "Pages of a document were shown to a signer to their end, or the sender states that all were shown.",
    line: bySigner,
    details: {
      anyOf: [
        record(
          {
            document: id("doc"),
            pages: {
              type: "string",
              pattern: "^[0-9]+(-[0-9]+)?(, [0-9]+(-[0-9]+)?)*$",
              description: "Numbers and ranges.",
            },
            of: count(1, "Pages of the document."),
          },
          {
            tickets_issued: list(
              time(),
              "Where pages must be read: when the signer was given each of them, in the order of pages.",
              1,
            ),
          },
        ),
        record({
          stated_by_caller: { type: "boolean", const: true, description: "It is the sender's word." },
          documents: list(record({ document: id("doc"), pages: text() }), undefined, 1),
        }),
      ],
    },
    example: { document: lease, pages: "1-11, 12", of: 12 },
  },
  "document.signed": {
    description: "A signer's signature is in a document: a revision of its own, PAdES B-T.",
    line: bySystemOfSigner,
    details: record({
      ...revision,
      level: word(["B-T"], "PAdES level of the signature."),
      timestamp: record({
        time: time("When the time-stamp says that the signature was there."),
        authority: nullable(text("Common name of who issued it.")),
        serial: hex("Of the time-stamp."),
        policy: {
          type: "string",
          pattern: "^[0-9]+(\\.[0-9]+)+$",
          description: "Of the time-stamp: an object identifier.",
        },
      }),
    }),
    example: {
      document: lease,
      revision: 1,
      level: "B-T",
      bytes: 231771,
      sha256_before: digest("source"),
      sha256_after: digest("signed"),
      timestamp: {
        time: "2026-12-01T09:31:02.000Z",
        authority: "Paraph Time-stamping Unit",
        serial: "2b7e151628aed2a6",
        policy: "2.25.170308829107395403168213894361254094477.2.1",
      },
    },
  },
  "document.sealed": {
    description:
      "A document was sealed after the last signature: validation data and a document time-stamp are in it.",
    line: bySystem,
    details: record({
      ...revision,
      level: word(["B-LTA"], "PAdES level of all its signatures from now on."),
    }),
    example: {
      document: lease,
      revision: 3,
      level: "B-LTA",
      bytes: 301204,
      sha256_before: digest("signed twice"),
      sha256_after: digest("sealed"),
    },
  },
  "documents.handed_back": {
    description:
      "A signed document was handed to a signer to be kept, the first time to each of their browsers.",
    line: byLink,
    details: record({ ...handedOver, revision: count(1) }),
    example: { document: lease, sha256: digest("sealed"), revision: 3 },
  },
});
