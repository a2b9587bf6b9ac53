import { trailAsText } from "../../../../api/auditTrail/renderings/text.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { chainOf, type ToldEvent } from "../../../support/eventChain.js";
import { everyEvent } from "../../../support/everyEvent.js";
import { ada } from "../../../support/toldEvents/cast.js";

describe("no name that only a program has stands where there are words for it:", () => {
  const saidOf = (events: readonly ToldEvent[], language = "en") =>
    trailAsText(auditTrailOf(chainOf(events)), language);

  test("terms that were changed, before and after", () => {
    const text = saidOf([
      { type: "order.created", data: { retain_documents: "P3M", archive: false, reminder_days: 3 } },
      {
        type: "order.changed",
        data: {
          fields: ["retention", "reminders"],
          retain_documents: "P2Y",
          archive: true,
          reminder_days: 5,
        },
      },
    ]);
    expect(text).not.toMatch(/P3M|P2Y|retain_documents|reminder_days|archive:|: (true|false)/);
    for (const said of [
      "Documents kept for: 3 months",
      "Documents kept for: 2 years",
      "Documents deposited with the evidence: yes",
      "Days between reminders: 5",
    ])
      expect(text).toContain(said);
  });

  test("a person's country and language, as they are and as they were", () => {
    const text = saidOf(
      [
        { type: "signer.added", signer: ada, data: { language: "fr" }, personal: { country: "GB" } },
        {
          type: "signer.changed",
          signer: ada,
          data: { fields: ["country", "language"], language: "nl" },
          personal: { before: { country: "GB" }, after: { country: "IE" } },
        },
      ],
      "de",
    );
    for (const said of [
      "Land: Irland (IE)",
      "Land: Vereinigtes Königreich (GB)",
      "Sprache: Französisch (fr)",
    ])
      expect(text).toContain(said);
  });

  test("what was filled in, under what its field is called", () => {
    const data = { fields: ["plc_1", "plc_2"], labels: { plc_1: "Town of birth" } };
    const personal = { values: { plc_1: "London", plc_2: "true" } };
    const text = saidOf([{ type: "fields.filled", signer: ada, data, personal }]);
    expect(text).toContain("Values: Town of birth: London\n      | plc_2: true\n");
  });

  test("why a message, a code or the order failed", () => {
    const failed: ToldEvent[] = [
      { type: "message.failed", signer: ada, data: { message: "msg_1", channel: "sms", reason: "rejected" } },
      { type: "code.send_failed", signer: ada, data: { otp: "otp_1", channel: "sms", reason: "cut_off" } },
      { type: "order.failed", data: { cause: "A stored document is gone." } },
    ];
    const text = saidOf(failed, "fr");
    expect(text).not.toMatch(/rejected|cut_off|stored document/);
    expect(text).toContain("Message non envoyé (non consigné, SMS) : refusé par le prestataire");
    expect(text).toContain("Code non envoyé (SMS) : envoi interrompu");
    expect(text).toContain("Motif: un document conservé a disparu");
    const own = [{ type: "signer.refused", signer: ada, personal: { reason: "rejected" } }];
    expect(saidOf(own)).toContain("Refused: rejected");
  });

  test("what was done to what is kept", () => {
    const kept = everyEvent.filter(({ type }) => /^(documents\.|evidence\.|hold\.)/.test(type));
    const from = (text: string) => text.slice(text.indexOf("Keeping and")).split("Every step")[0];
    expect(from(saidOf(kept))).not.toMatch(/_until|\w\.\w+: |\[\d\]|(\| |Details: )[a-z]+: /);
  });
});

test("at a glance, a participant who has no name any more is said to be erased", () => {
  const { events, ...file } = chainOf([
    { type: "signer.added", signer: ada, personal: { given_name: "Ada", surname: "Lovelace" } },
    { type: "signer.erased", signer: ada },
  ]);
  const blank = events.map(({ personal: _, ...event }) => event);
  const text = trailAsText(auditTrailOf({ ...file, events: blank }), "en");
  expect(text).toContain(`Participant: ${ada}\n      | erased\n`);
});

test("a signer's decision does not name the service, whose part is the signature; it does name a sender who made it", () => {
  const decided = (actor: ToldEvent["actor"]) =>
    trailAsText(
      auditTrailOf(chainOf([{ type: "signer.signed", signer: ada, ...(actor && { actor }) }])),
      "en",
    )
      .split("\n")
      .slice(0, 40)
      .join("\n")
      .match(/Decision:.*(\n {4}\|.*)*/)![0];
  expect(decided({ kind: "system" })).toMatch(/^Decision: signed\n.*UTC\n.*Step 1$/);
  expect(decided({ kind: "api_key", id: "key_1" })).toContain("| sender\n    | key_1");
});
