import fc from "fast-check";
import { en } from "../../../../api/auditTrail/words/sentences/en.js";
import { auditTrailOf, knownEventTypes } from "../../../../engine/auditTrail/auditTrailOf.js";
import { isAuditExport, isExportedEvent } from "../../../../engine/hashchain/auditExport.js";
import { chainOf, minute, type ToldEvent } from "../../../support/eventChain.js";
import { everyEvent, otherEnds } from "../../../support/everyEvent.js";
import { ada, will } from "../../../support/toldEvents/cast.js";

const trail = auditTrailOf(chainOf(everyEvent));
const signer = (id: string, of = trail) => of.signers.find((each) => each.signer === id)!;

test("every type of event that the service writes is known", () => {
  const written = Object.keys(en).filter((type) => type !== "pages.stated" && type !== "unknown");
  expect([...knownEventTypes].sort()).toEqual(written.sort());
  expect(new Set([...everyEvent, ...otherEnds].map(({ type }) => type))).toEqual(new Set(written));
});

test("nothing that an event says is lost: what no part of the trail knows stands with its step", () => {
  // Of a certificate, its digest is told.
  const told = everyEvent.map((event) =>
    event.type === "certificate.issued" ? { ...event, personal: {} } : event,
  );
  const whole = chainOf([
    ...told,
    ...otherEnds.map((event) => ({ ...event, data: { ...event.data, later: "word" } })),
  ]);
  const trail = JSON.stringify(auditTrailOf(whole));
  const lost = whole.events.flatMap(({ body, personal }) =>
    [...leaves([body.type, body.time, body.actor, body.signer, body.data]), ...leaves(personal?.data)].filter(
      (value) => !trail.includes(JSON.stringify(value).slice(1, -1)),
    ),
  );
  expect(lost).toEqual([]);
});

test("all that the service says has a place of its own, so that nothing is left over", () => {
  expect(trail.steps.filter(({ further }) => further.length > 0)).toEqual([]);
  expect(trail.steps.every(({ known }) => known)).toBe(true);
  expect(trail.steps.map(({ seq }) => seq)).toEqual(everyEvent.map((_, index) => index + 1));
});

test("the procedure stands as it is by now, with what it was before", () => {
  expect(trail.procedure).toMatchObject({
    title: "Lease of 13 Dorset Street",
    state: "completed",
    sent_at: minute(4),
    expires_at: "2027-01-15T22:00:00.000Z",
    retain_documents: "P40D",
    reminder_days: 5,
    archive: false,
    changes: [{ before: expect.arrayContaining([{ name: "retain_documents", value: "P3M" }]) }],
    end: { level: "B-T", unsealed: "pdf_locked" },
  });
});

test("a person stands as corrected, by the sender and by themselves, and a number that was taken away is gone", () => {
  expect(signer(ada).person).toEqual({
    given_name: "Augusta Ada",
    surname: "Lovelace",
    country: "GB",
    email: "countess@example.org",
    phone: null,
    external_id: "crm-4711",
  });
  expect(signer(ada).changes[0]).toMatchObject({
    before: expect.arrayContaining([
      { name: "phone", value: "+447700900123" },
      { name: "group", value: "1" },
    ]),
    after: expect.arrayContaining([{ name: "group", value: "3" }]),
  });
});

test("a code is told from its asking to its end, and so is the one in its place", () => {
  const [first, second, third] = signer(ada).codes;
  expect(first).toMatchObject({ code: "otp_1", state: "replaced", replaced_by: "otp_2" });
  expect(second).toMatchObject({
    code: "otp_2",
    state: "locked",
    requested_at: minute(21),
    expires_at: minute(31),
    sent_to: "countess@example.org",
    deliveries: [{ state: "deferred" }],
    tries: [
      { result: "wrong", remaining_attempts: 2 },
      { result: "wrong", remaining_attempts: 0 },
    ],
  });
  expect(third).toMatchObject({
    state: "failed",
    failure: { reason: "cut_off", not_replaced: "sms_limit_reached" },
  });
});

test("a delegation names whose place it was, who has it, and why", () => {
  expect(signer(will)).toMatchObject({
    state: "delegated",
    replacement: { how: "delegated", signer: "sgr_grace", reason: "On holiday until Monday" },
  });
  expect(signer("sgr_grace")).toMatchObject({ in_place_of: will, state: "approved" });
});

test("addresses and browsers are told once each, with every step that came from there", () => {
  const { visits } = signer(ada);
  expect(visits.map(({ ip }) => ip)).toEqual(["198.51.100.7", "203.0.113.9", "2001:db8::7"]);
  expect(visits[0]).toMatchObject({ session: "browser-1", first_at: minute(13), by: { kind: "signer" } });
  expect(visits[0]!.steps.length).toBeGreaterThan(8);
});

test("personal data that are not in the copy are withheld; of an erased signer, they are erased", () => {
  const { events, ...file } = chainOf(everyEvent);
  const blank = events.map(({ personal: _, ...event }) => event);
  const bare = auditTrailOf({ ...file, events: blank });
  expect(signer(ada, bare)).toMatchObject({ person: null, personal: "withheld" });
  const erasing = chainOf([...everyEvent, { type: "signer.erased", signer: ada }]);
  const gone = erasing.events.map(({ personal, ...event }) =>
    event.body.signer === ada || !personal ? event : { ...event, personal },
  );
  const erased = auditTrailOf({ ...erasing, events: gone });
  expect(signer(ada, erased)).toMatchObject({ person: null, personal: "erased" });
  expect(signer(will, erased)).toMatchObject({ personal: "shown" });
  expect(erased.steps.filter(({ personal }) => personal === "erased").length).toBeGreaterThan(10);
});

test("personal data that no commitment covers are not believed", () => {
  const chain = chainOf([{ type: "signer.added", signer: ada, data: { role: "signer" } }]);
  const forged = { ...chain.events[0]!, personal: { salt: "", data: { given_name: "Eve" } } };
  expect(JSON.stringify(auditTrailOf({ ...chain, events: [forged] }))).not.toContain("Eve");
});

test("a chain of a later version is told with what this one knows, and its new words as they stand", () => {
  const later: ToldEvent[] = [
    { type: "order.created", data: { mode: "live", title: "T", colour: { paper: ["blue"] } } },
    { type: "signer.teleported", signer: ada, data: { to: "Mars" } },
  ];
  const { steps } = auditTrailOf(chainOf(later));
  expect(steps[0]!.further).toEqual([{ name: "colour.paper[0]", value: "blue" }]);
  expect(steps[1]).toMatchObject({
    known: false,
    type: "signer.teleported",
    further: [{ name: "to", value: "Mars" }],
  });
});

test("a chain of an earlier version is told with what it has", () => {
  const early = auditTrailOf(
    chainOf([
      { type: "order.created", data: { mode: "test", title: "T", expires_at: minute(9) } },
      { type: "signer.added", signer: ada, data: { role: "signer" }, personal: { given_name: "Ada" } },
      { type: "code.requested", signer: ada, data: { otp: "otp_1", channel: "email" } },
    ]),
  );
  expect(early.procedure).toMatchObject({ language: null, retain_documents: null, must_read: null });
  expect(signer(ada, early).codes[0]).toMatchObject({ expires_at: null, state: "requested" });
});

const json = fc.jsonValue({ maxDepth: 4 });
const memberNames = [
  ...new Set(
    everyEvent.flatMap(({ data = {}, personal = {} }) => [...Object.keys(data), ...Object.keys(personal)]),
  ),
];
const members = fc.dictionary(fc.oneof(fc.constantFrom(...memberNames, "__proto__"), fc.string()), json, {
  maxKeys: 8,
});
const strangers = fc.record({
  format: fc.constant("paraph-audit/1"),
  order: fc.string(),
  exported_at: json,
  chain: fc.record({
    hash: fc.constant("SHA-256"),
    canonicalization: fc.constant("RFC 8785"),
    length: fc.maxSafeInteger(),
    head: fc.string(),
  }),
  events: fc.array(
    fc.oneof(
      { weight: 1, arbitrary: json },
      {
        weight: 9,
        arbitrary: fc.record(
          {
            hash: fc.string(),
            body: fc.record({
              v: fc.constant(1),
              seq: fc.maxSafeInteger(),
              time: fc.oneof(
                fc.string(),
                fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
              ),
              previous: fc.string(),
              type: fc.oneof(
                { weight: 9, arbitrary: fc.constantFrom(...knownEventTypes) },
                { weight: 1, arbitrary: json },
              ),
              actor: fc.oneof(json, fc.record({ kind: fc.string(), id: fc.string() })),
              signer: fc.oneof(fc.constantFrom("sgr_1", "sgr_2"), json),
              personal: fc.oneof(fc.string(), json),
              data: members,
            }),
            personal: fc.record({ salt: fc.string(), data: members }),
          },
          { requiredKeys: ["hash", "body"] },
        ),
      },
    ),
    { maxLength: 30 },
  ),
});

test("whatever has the form of an export is told whole, by whomever it was written, and nothing makes it fail", () => {
  fc.assert(
    fc.property(strangers, (file) => {
      if (!isAuditExport(file)) throw new Error("The generator is wrong.");
      const trail = auditTrailOf(file);
      expect(trail.steps.length + trail.chain.unreadable).toBe(file.events.length);
      const told = JSON.stringify(trail);
      const said = (file.events as readonly unknown[])
        .filter(isExportedEvent)
        .flatMap(({ body }) => leaves(body.data));
      expect(said.filter((value) => !told.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("nesting without end is cut, and does not run out of stack", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`) as never;
  const chain = chainOf([{ type: "order.sent" }]);
  const [event] = chain.events;
  const forged = { ...event!, body: { ...event!.body, data: { deep } } };
  expect(auditTrailOf({ ...chain, events: [forged] }).steps[0]!.further[0]!.value).toBe("…");
});

function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [String(value)];
  return Object.values(value).flatMap(leaves);
}
