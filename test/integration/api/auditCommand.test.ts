import { execFile } from "node:child_process";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { rehash, setting, type Tampered } from "../../unit/engine/hashchain/sampleTrail.js";

const program = fileURLToPath(new URL("../../../cli/paraph.js", import.meta.url));

let directory: string;
let file: string;
let audit: AuditExport;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-audit-"));
  file = join(directory, "audit.json");
  const desk = await OrderDesk.open();
  try {
    const order = await desk.order([ada]);
    await desk.browser(order).sign();
    audit = (await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`)).body;
  } finally {
    await desk.close();
  }
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function paraph(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

async function verifyText(content: string | Uint8Array): Promise<Ended> {
  await writeFile(file, content);
  return paraph("verify-audit", file);
}

test("a whole trail of a real order is whole: exit 0, no database and no service needed", async () => {
  const { code, stdout, stderr } = await verifyText(JSON.stringify(audit));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^WHOLE: 17 events; each hash, each link and the head are right\.$/m);
  expect(stdout).toContain("Not checked here");
});

test("the same trail, indented and with its members in another order, is whole as well", async () => {
  const reversed = JSON.stringify(
    audit,
    (_key, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    4,
  );
  expect((await verifyText(reversed)).code).toBe(0);
});

test("personal data that were erased leave the trail whole, and are counted", async () => {
  const erased = { ...audit, events: audit.events.map(({ personal: _, ...event }) => event) };
  const { code, stdout } = await verifyText(JSON.stringify(erased));
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /Personal data of 0 events match their commitments; those of \d+ are not in the file\./,
  );
});

test.each<[string, RegExp, (trail: Tampered) => unknown]>([
  ["a changed value", /^FAULT hash_mismatch: Event 2 /m, setting("events.1.body.data.name", "another.pdf")],
  ["a dropped first event", /^FAULT sequence_gap: Event 1 /m, (t) => t.events.shift()],
  ["a dropped event in the middle", /^FAULT previous_mismatch: Event 8 /m, (t) => t.events.splice(7, 1)],
  ["a dropped last event", /^FAULT head_mismatch: /m, (t) => t.events.pop()],
  [
    "two swapped events",
    /^FAULT sequence_gap: Event 4 /m,
    (t) => t.events.splice(3, 2, t.events[4], t.events[3]),
  ],
  [
    "an inserted event",
    /^FAULT previous_mismatch: Event 6 /m,
    (t) => t.events.splice(5, 0, structuredClone(t.events[1])),
  ],
  [
    "changed personal data",
    /^FAULT personal_mismatch: .* event 3 /m,
    setting("events.2.personal.data.email", "eve@example.org"),
  ],
  [
    "a hash made anew without its followers",
    /^FAULT previous_mismatch: Event 10 /m,
    (t) => {
      setting("events.8.body.data.text", "I agree to everything.")(t);
      rehash({ events: t.events.slice(0, 9) }, 9);
    },
  ],
  [
    "a tail rewritten with the length and not with the head",
    /^FAULT head_mismatch: /m,
    (t) => {
      setting("events.8.body.data.text", "I agree to everything.")(t);
      rehash(t, 9);
    },
  ],
  [
    "an event of another order",
    /^FAULT order_mismatch: Event 15 /m,
    (t) => {
      setting("events.14.body.order", "ord_01m80000000000000000000000")(t);
      rehash(t, 15);
    },
  ],
])("%s is named with its place: exit 1", async (_, place, tamper) => {
  const trail = structuredClone(audit) as Tampered;
  tamper(trail);
  const { code, stdout, stderr } = await verifyText(JSON.stringify(trail));
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toMatch(place);
  expect(stdout).toMatch(/^NOT WHOLE: \d+ faults in \d+ events\.$/m);
});

test("a name that stands twice in one object is a fault, because readers could be shown either value", async () => {
  const text = JSON.stringify(audit);
  const twice = text.replace('"type":"order.created"', '"type":"order.cancelled","type":"order.created"');
  const { code, stdout } = await verifyText(twice);
  expect(code).toBe(1);
  expect(stdout).toContain("FAULT repeated_name");
  expect(stdout).not.toMatch(/^WHOLE/m);
});

test.each<[string, number, string | Uint8Array]>([
  ["an empty file", 2, ""],
  ["a text", 2, "This is no trail."],
  ["half a trail", 2, '{"format":"paraph-audit/1","events":['],
  ["a binary file", 2, Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
  ["zeros", 2, Buffer.alloc(100_000)],
  ["JSON that is no trail", 1, '[{"format":"paraph-audit/1"}]'],
  ["a number", 1, "1e999"],
  ["a million brackets", 2, "[".repeat(1_000_000) + "]".repeat(1_000_000)],
  ["a million brackets that do not close", 2, "[".repeat(1_000_000)],
  [
    "an order of a hundred thousand empty events",
    1,
    `{"format":"paraph-audit/1","order":"o","exported_at":"","chain":{"hash":"SHA-256","canonicalization":"RFC 8785","length":0,"head":""},"events":[${Array(100_000).fill("{}").join()}]}`,
  ],
])("%s is refused in a few lines, with exit %i, and never with a crash", async (_, expected, content) => {
  const { code, stdout, stderr } = await verifyText(content);
  expect(code).toBe(expected);
  expect((stdout + stderr).trim().split("\n").length).toBeLessThan(110);
  expect(stdout + stderr).not.toMatch(/^\s+at |RangeError|TypeError|WHOLE: \d+ events/m);
});

test("a file that is too large, missing or a directory cannot be read: exit 2 and one line that says why", async () => {
  const large = join(directory, "large.json");
  await writeFile(large, "");
  await truncate(large, 257 * 1024 * 1024);
  for (const path of [large, join(directory, "missing.json"), directory]) {
    const { code, stdout, stderr } = await paraph("verify-audit", path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("cannot be read");
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }
});

test("nothing of a file reaches the terminal as a command to it", async () => {
  const { stdout, stderr } = await verifyText("\u001b[2J\u001b]0;owned\u0007 WHOLE: 17 events\nWHOLE");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
});

test("a command that does not exist, or lacks its file, says what there is", async () => {
  for (const args of [["verify-audit"], ["verify-audit", file, file], ["verify"]]) {
    const { code, stderr } = await paraph(...args);
    expect(code).toBe(2);
    expect(stderr).toContain("Usage: paraph");
  }
  expect((await paraph("--help")).code).toBe(0);
});
