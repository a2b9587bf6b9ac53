import { byKeyOfSigner, byLink, group } from "../entry.js";
import { example, grace } from "../exampleValues.js";
import { count, id, language, list, nothing, record, text, time, word } from "../schemas.js";

const authentication = word(
  ["email", "sms", "both", "none"],
  "By which codes they prove who they are; none: the sender vouches for them.",
);
const changeable = [
  ...["given_name", "surname", "email", "phone", "country", "language"],
  ...["authentication", "group", "external_id", "code_text", "code_contact"],
];

const hiddenPart = word(["sidebar", "header", "download_source", "download_signed"]);

/** Who is in an order, and how that changes. */
export const signerLines = group("signer", {
  "signer.added": {
    description: "Somebody was put into an order: as a signer, a witness, an approver, or to receive a copy.",
    line: { actors: ["api_key", "signer"], signer: "always" },
    details: record(
      {
        role: word(["signer", "approver", "copy", "witness"]),
        group: count(1, "Those of one group act in any order; the next group after them."),
        authentication,
        language: language(),
      },
      {
        witness_of: id("sgr", "Whose signature they witness."),
        in_place_of: id("sgr", "In whose place they are."),
      },
    ),
    example: { role: "signer", group: 1, authentication: "email", language: "en" },
  },
  "signer.changed": {
    description: "The sender corrected a signer's data.",
    line: byKeyOfSigner,
    details: record(
      { fields: list(word(changeable), "What was changed; names and addresses are with the signer.", 1) },
      { group: count(1, "As it is from now on, as all that follows."), authentication, language: language() },
    ),
    example: { fields: ["email", "language"], language: "fr" },
  },
  "signer.removed": {
    description: "The sender took somebody out of an order.",
    line: byKeyOfSigner,
    details: nothing,
    example: {},
  },
  "signer.replaced": {
    description: "The sender put somebody else in a signer's place.",
    line: byKeyOfSigner,
    details: record({ by: id("sgr", "Who is in their place.") }),
    example: { by: grace },
  },
  "signer.delegated": {
    description: "A signer named somebody else to act in their place.",
    line: byLink,
    details: record({ to: id("sgr", "Who is in their place.") }),
    example: { to: grace },
  },
  "identity.edited": {
    description: "A signer corrected their own name or address, as far as the order lets them.",
    line: byLink,
    details: record({ fields: list(word(["given_name", "surname", "email", "phone"]), undefined, 1) }),
    example: { fields: ["given_name"] },
  },
  "link.opened": {
    description: "A signer opened their link for the first time.",
    line: byLink,
    details: record(
      {},
      {
        hidden: list(hiddenPart, "Parts of our page that were hidden then, by the order or its profile.", 1),
        frame_ancestors: list(text(), "Origins of the pages that could show ours in a frame then.", 1),
      },
    ),
    example: { frame_ancestors: ["https://crm.example.com"] },
  },
  "authentication.stated": {
    description: "The sender states to have authenticated a signer itself.",
    line: byKeyOfSigner,
    details: record({
      stated_by_caller: { type: "boolean", const: true, description: "It is the sender's word." },
      method: word(["login", "card_payment", "identity_document", "video", "other"]),
      at: time("When, as the sender says."),
    }),
    example: { stated_by_caller: true, method: "identity_document", at: "2026-12-01T08:15:00.000Z" },
  },
  "fields.filled": {
    description: "A signer filled in or changed fields of the documents; their values are not told.",
    line: { actors: ["signer", "api_key"], signer: "always" },
    details: record(
      { fields: list(id("plc"), "Ids of the placements.", 1) },
      {
        labels: {
          type: "object",
          propertyNames: id("plc"),
          additionalProperties: text(undefined, 200),
          description: "What the sender calls them.",
        },
      },
    ),
    example: {
      fields: [example("plc", 30)],
      labels: { [example("plc", 30)]: "Town of birth" },
    },
  },
});
