import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { rehash, sampleTrail, setting, type Tampered } from "./sampleTrail.js";

/** The faults of a trail after somebody has been at it, as `code place`. */
function faultsAfter(tamper: (trail: Tampered) => unknown): string[] {
  const trail = structuredClone(sampleTrail()) as Tampered;
  const verdict = verifyAuditExport(tamper(trail) ?? trail);
  return verdict.faults.map(({ code, seq }) => (seq === null ? code : `${code} ${seq}`));
}

test("a whole trail has no faults, and every commitment that can be checked is", () => {
  expect(verifyAuditExport(sampleTrail())).toEqual({
    faults: [],
    events: 6,
    personalChecked: 3,
    personalWithheld: 0,
  });
  expect(verifyAuditExport(sampleTrail(0)).faults).toEqual([]);
});

test("personal data that were erased are counted as withheld, and the trail stays whole", () => {
  const trail = structuredClone(sampleTrail()) as Tampered;
  delete trail.events[1].personal;
  expect(verifyAuditExport(trail)).toEqual({
    faults: [],
    events: 6,
    personalChecked: 2,
    personalWithheld: 1,
  });
});

describe("tampering is named with its place", () => {
  test.each<[what: string, expected: string[], tamper: (trail: Tampered) => unknown]>([
    ["a changed type", ["hash_mismatch 3"], setting("events.2.body.type", "code.refused")],
    [
      "a changed value deep in the data",
      ["hash_mismatch 3"],
      setting("events.2.body.data.nested.list.1", 2.6),
    ],
    ["a changed actor", ["hash_mismatch 2"], setting("events.1.body.actor.id", "sgr_other")],
    ["an added member", ["hash_mismatch 2"], setting("events.1.body.note", "innocent")],
    ["a removed member", ["hash_mismatch 3"], (t) => void delete t.events[2].body.data.text],
    ["a changed time", ["hash_mismatch 6"], setting("events.5.body.time", "2026-02-01T00:00:00.000Z")],
    [
      "a dropped first event",
      ["sequence_gap 1", "previous_mismatch 1", "length_mismatch"],
      (t) => void t.events.shift(),
    ],
    [
      "a dropped event in the middle",
      ["sequence_gap 3", "previous_mismatch 3", "length_mismatch"],
      (t) => void t.events.splice(2, 1),
    ],
    ["a dropped last event", ["length_mismatch", "head_mismatch"], (t) => void t.events.pop()],
    [
      "two swapped events",
      [
        "sequence_gap 3",
        "previous_mismatch 3",
        "sequence_gap 4",
        "previous_mismatch 4",
        "time_reversed 4",
        "sequence_gap 5",
        "previous_mismatch 5",
      ],
      (t) => void t.events.splice(2, 2, t.events[3], t.events[2]),
    ],
    [
      "a repeated event",
      ["sequence_gap 4", "previous_mismatch 4", "length_mismatch"],
      (t) => void t.events.splice(2, 0, structuredClone(t.events[2])),
    ],
    [
      "an inserted event of one's own",
      ["previous_mismatch 4", "sequence_gap 4", "length_mismatch"],
      (t) => {
        const own = structuredClone(t.events[2]);
        own.body.type = "signer.signed";
        own.body.previous = t.events[1].hash;
        t.events.splice(2, 0, own);
        rehash({ events: [t.events[1], own] }, 2);
      },
    ],
    ["changed personal data", ["personal_mismatch 4"], setting("events.3.personal.data.ip", "198.51.100.1")],
    ["a changed salt", ["personal_mismatch 4"], setting("events.3.personal.salt", "")],
    [
      "personal data where none were committed to",
      ["personal_mismatch 3"],
      (t) => setting("events.2.personal", t.events[3].personal)(t),
    ],
    [
      "personal data of another event",
      ["personal_mismatch 4"],
      (t) => setting("events.3.personal", t.events[1].personal)(t),
    ],
    [
      "a changed event with its hash made anew, and not those of its followers",
      ["previous_mismatch 4"],
      (t) => {
        t.events[2].body.type = "code.refused";
        rehash({ events: t.events.slice(0, 3) }, 3);
      },
    ],
    [
      "a changed last event with its hash made anew",
      ["head_mismatch"],
      (t) => {
        t.events[5].body.type = "code.refused";
        rehash(t, 6);
      },
    ],
    [
      "a tail rewritten to its end, but not the head",
      ["head_mismatch"],
      (t) => {
        t.events[2].body.type = "code.refused";
        rehash(t, 3);
      },
    ],
    [
      "an end cut off with the length, but not the head",
      ["head_mismatch"],
      (t) => {
        t.events.splice(4);
        t.chain.length = 4;
      },
    ],
    ["a changed head", ["head_mismatch"], setting("chain.head", "0".repeat(64))],
    ["a changed length", ["length_mismatch"], setting("chain.length", 7)],
    [
      "an event of another order",
      ["order_mismatch 4", "previous_mismatch 5"],
      (t) => {
        t.events[3].body.order = "ord_other";
        rehash({ events: t.events.slice(0, 4) }, 4);
      },
    ],
    [
      "an order that is not the events'",
      [1, 2, 3, 4, 5, 6].map((n) => `order_mismatch ${n}`),
      setting("order", "ord_other"),
    ],
    [
      "a hash in capital letters",
      ["hash_mismatch 6", "head_mismatch"],
      (t) => setting("events.5.hash", t.events[5].hash.toUpperCase())(t),
    ],
    [
      "a member beside the body",
      ["event_malformed 3", "previous_mismatch 4"],
      setting("events.2.note", "approved by the board"),
    ],
    [
      "a member beside the personal data",
      ["event_malformed 4", "previous_mismatch 5"],
      setting("events.3.personal.note", "x"),
    ],
    ["a member of the file that is none", ["format_unknown"], setting("verdict", "WHOLE")],
    ["a member of the chain that is none", ["format_unknown"], setting("chain.verified", true)],
    ["another format", ["format_unknown"], setting("format", "paraph-audit/2")],
    ["another hash function", ["format_unknown"], setting("chain.hash", "SHA-1")],
    ["an event that is none", ["event_malformed 3", "previous_mismatch 4"], setting("events.2", null)],
    ["events that are no list", ["format_unknown"], setting("events", {})],
  ])("%s", (_, expected, tamper) => {
    expect(faultsAfter(tamper).sort()).toEqual([...expected].sort());
  });
});

describe("whatever is no trail at all gets a verdict, never a crash", () => {
  const deep = (depth: number): unknown => {
    let value: unknown = 1;
    for (let index = 0; index < depth; index++) value = index % 2 ? [value] : { value };
    return value;
  };

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a text", "paraph-audit/1"],
    ["a list", [1, 2]],
    ["an empty object", {}],
    ["nesting of 100,000 levels", deep(100_000)],
  ])("%s", (_, value) => {
    expect(verifyAuditExport(value).faults).toEqual([expect.objectContaining({ code: "format_unknown" })]);
  });

  test.each<[string, unknown]>([
    ["an object that calls itself text", { toString: "x", valueOf: 1 }],
    ["nesting of 100,000 levels", deep(100_000)],
    ["lists in lists", JSON.parse("[".repeat(50_000) + "]".repeat(50_000))],
    ["half a surrogate pair", "\ud800"],
    ["a huge number", 1e308],
  ])("%s in the place of any member", (_, value) => {
    const paths = ["order", "chain.length", "chain.head", "exported_at"];
    const ofEvent = [
      "hash",
      "body.seq",
      "body.order",
      "body.type",
      "body.time",
      "body.actor",
      "body.data.x",
      "body.personal",
    ];
    paths.push(
      ...[...ofEvent, "body.previous", "personal.salt", "personal.data.x"].map((path) => `events.1.${path}`),
    );
    for (const path of paths) {
      const trail = structuredClone(sampleTrail()) as Tampered;
      setting(path, value)(trail);
      const { faults } = verifyAuditExport(trail);
      if (path !== "exported_at")
        expect({ path, whole: faults.length === 0 }).toEqual({ path, whole: false });
    }
  });

  test("what a fault says holds nothing that the file could put on a screen", () => {
    const evil = "1\nWHOLE: 6 events; each hash, each link and the head are right.\u001b[2J";
    for (const tamper of [
      setting("events.1.body.seq", evil),
      setting("chain.length", evil),
      setting("chain.head", evil),
    ]) {
      const trail = structuredClone(sampleTrail()) as Tampered;
      tamper(trail);
      const messages = verifyAuditExport(trail).faults.map(({ message }) => message);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/^[\x20-\x7e]{1,200}$/);
      expect(messages.join()).not.toContain("WHOLE");
    }
  });
});
