import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { TimestampError } from "../../../../api/ports/timestampAuthority.js";
import type { AuditExport } from "../../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { verifyInclusion } from "../../../../engine/hashchain/verifyInclusion.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { evidenceOf, letTheHourPass, type OpenedEvidence } from "../../../support/evidenceMaking.js";
import { describeWith } from "../../../support/judges.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const isSeal = (name: string) => name === "mimetype" || name.startsWith("META-INF/");
const under = ({ files }: OpenedEvidence, folder: string) =>
  Object.keys(files).filter((name) => name.startsWith(folder));

async function signedOrder(more: object = {}): Promise<OrderView> {
  const order = await desk.order([ada, charles], more);
  for (const index of [0, 1]) expect((await desk.browser(order, index).sign()).status).toBe(200);
  return order;
}

test("evidence.json names every file with its size and its hash, and there is no other", async () => {
  const evidence = await evidenceOf(desk, await signedOrder());
  const { files, statement } = evidence;
  const listed = statement.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const there = Object.entries(files)
    .filter(([name]) => !isSeal(name) && name !== "evidence.json")
    .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hash(bytes) }));
  expect(listed).toEqual(there);
  const readme = evidence.text("README.txt").split("\nFiles\n")[1]!;
  const told = readme.trimEnd().split("\n");
  const names = Object.keys(files).filter((name) => !isSeal(name) && name !== "README.txt");
  expect(told.map((line) => line.trim()).sort()).toEqual(names.sort());
});

describeWith(["python3"], "Python's zipfile", () => {
  test("finds the container sound, its type first and stored, and names as they are", async () => {
    const order = await signedOrder({ documents: [{ name: "عقد – größe.pdf", content: desk.content }] });
    const { bytes } = await evidenceOf(desk, order);
    const script = `import io, json, sys, zipfile
zip = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
first = zip.infolist()[0]
print(json.dumps([zip.testzip(), first.filename, first.compress_type, zip.read("mimetype").decode(), zip.namelist()]))`;
    const printed = execFileSync("python3", ["-c", script], { input: bytes }).toString();
    const [broken, first, method, type, names] = JSON.parse(printed);
    expect([broken, first, method, type]).toEqual([null, "mimetype", 0, "application/vnd.etsi.asic-e+zip"]);
    expect(names).toContain("documents/01-عقد – größe-signed.pdf");
  });
});

test("documents in it are those of the order, before and after, and the hashes are theirs", async () => {
  const order = await signedOrder({
    documents: [
      { name: "lease.pdf", content: desk.content },
      { name: "rules.pdf", content: desk.content, kind: "info" },
    ],
  });
  const { files, statement } = await evidenceOf(desk, order);
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  const { body: signed } = await desk.client.get<Buffer>(path);
  expect(signed.equals(files["documents/01-lease-signed.pdf"]!)).toBe(true);
  expect(Buffer.from(files["documents/01-lease.pdf"]!).toString("base64")).toBe(desk.content);
  const source = { file: "documents/01-lease.pdf", bytes: files["documents/01-lease.pdf"]!.length };
  expect(statement).toMatchObject({
    format: "paraph-evidence/1",
    order: order.id,
    title: "Agreement",
    mode: "test",
    state: "completed",
    documents: [
      {
        id: order.documents[0]!.id,
        name: "lease.pdf",
        kind: "sign",
        source: { ...source, sha256: order.documents[0]!.sha256 },
        signed: { file: "documents/01-lease-signed.pdf", sha256: hash(signed), level: "B-LTA" },
        removed_at: null,
        lost: false,
      },
      { name: "rules.pdf", kind: "info", source: { file: "documents/02-rules.pdf" }, signed: null },
    ],
    log: null,
    log_missing: expect.stringContaining("No stored checkpoint"),
  });
});

test("the chain in it is whole, and consents and pages are what the chain tells", async () => {
  const order = await desk.order([ada], { consent_clauses: ["I have the keys."], must_read: true });
  expect((await desk.browser(order).sign()).status).toBe(200);
  const { text, statement } = await evidenceOf(desk, order);
  const audit = JSON.parse(text("audit/audit.json")) as AuditExport;
  expect(verifyAuditExport(audit).faults).toEqual([]);
  expect(statement.chain).toEqual({ file: "audit/audit.json", ...pick(audit) });
  const { consents } = JSON.parse(text("consents.json"));
  expect(consents).toHaveLength(2);
  expect(consents[1]).toEqual({
    seq: expect.any(Number),
    signer: order.signers[0]!.id,
    given_at: audit.events[consents[1].seq - 1]!.body.time,
    position: 1,
    text: "I have the keys.",
    sha256: hash(Buffer.from("I have the keys.")),
  });
  const pages = JSON.parse(text("pages.json"));
  const document = order.documents[0]!;
  expect(pages.handed_out).toMatchObject([{ signer: order.signers[0]!.id }]);
  const shown = pages.shown.map(({ document: id, of }: { document: string; of: number }) => ({ id, of }));
  expect(shown).toEqual(shown.map(() => ({ id: document.id, of: document.pages })));
  expect(pages.shown.length).toBeGreaterThan(0);
  expect(pages.shown[0].tickets_issued).toHaveLength(1);
});

test("certificates lead from each signer to the root, lists and time-stamps are those of the signed documents", async () => {
  const order = await signedOrder();
  const evidence = await evidenceOf(desk, order);
  const certificate = (name: string) => new X509Certificate(evidence.files[`certificates/${name}.cer`]!);
  const [root, signers, unit, seal] = ["root", "signers", "timestamps", "seal"].map(certificate);
  const { hierarchies } = desk.service;
  expect(root!.raw.equals(hierarchies.test.root.der)).toBe(true);
  expect(unit!.raw.equals(hierarchies.test.timestamps.der)).toBe(true);
  for (const one of [signers, unit, seal]) expect(one!.verify(root!.publicKey)).toBe(true);
  for (const [index, name] of ["Ada Lovelace", "Charles Babbage"].entries()) {
    const own = certificate(order.signers[index]!.id);
    expect(own.subject).toContain(`CN=${name}`);
    expect(own.verify(signers!.publicKey)).toBe(true);
  }
  expect(under(evidence, "certificates/")).toHaveLength(6);
  expect(under(evidence, "timestamps/")).toEqual([1, 2, 3].map((n) => `timestamps/01-agreement-${n}.tst`));
  const known = await desk.service.platform.validationData.test.known();
  const lists = under(evidence, "revocation/").map((name) => hash(evidence.files[name]!));
  expect(lists).toContain(hash(known.crls![0]!));
});

test("the audit trail in it is a PDF that is sealed at B-LTA", async () => {
  const { files } = await evidenceOf(desk, await signedOrder());
  expect(levelsOf(files["audit/audit-trail.pdf"]!).map(({ level }) => level)).toEqual(["B-LTA"]);
});

test("once a checkpoint holds the order, the proof of it is in the evidence", async () => {
  const order = await signedOrder();
  await letTheHourPass(desk);
  const { text, files, statement } = await evidenceOf(desk, order);
  const inclusion = JSON.parse(text("checkpoint/inclusion.json"));
  const verdict = verifyInclusion(inclusion, JSON.parse(text("audit/audit.json")));
  expect(verdict.faults).toEqual([]);
  expect(text("checkpoint/checkpoint.txt")).toBe(inclusion.checkpoint.note);
  expect(Buffer.from(files["checkpoint/checkpoint.p7s"]!).toString("base64")).toBe(
    inclusion.checkpoint.signature,
  );
  expect(statement.log).toMatchObject({ log: inclusion.log, length: verdict.covered });
  expect(statement.log_missing).toBeNull();
});

test.each(["draft", "ready", "cancelled"])(
  "an order that is %s has evidence as well, and it says so",
  async (state) => {
    const order = await desk.order([ada], { draft: state === "draft" });
    if (state === "cancelled") await desk.client.post(`/v1/orders/${order.id}/cancel`);
    const evidence = await evidenceOf(desk, order);
    expect(evidence.statement).toMatchObject({ state, documents: [{ signed: null }] });
    expect(evidence.text("README.txt")).toContain(`State: ${state} (a TEST order: it has no legal value)`);
    expect(under(evidence, "timestamps/")).toEqual([]);
  },
);

test("a draft without documents has evidence, too", async () => {
  const order = await desk.order([ada], { draft: true, documents: [] });
  const { statement } = await evidenceOf(desk, order);
  expect(statement.documents).toEqual([]);
});

test("a document that was changed in the store breaks the download off: nobody gets a container that looks whole", async () => {
  const order = await signedOrder();
  const { platform } = desk.service;
  const { objectStore } = platform;
  const altering = {
    ...objectStore,
    async get(key: string) {
      const bytes = Buffer.from(await objectStore.get(key));
      if (key.endsWith(".pdf") && bytes.length < 20_000) bytes[300] = bytes[300]! ^ 1;
      return bytes;
    },
  };
  await desk.replacing({ objectStore: altering }, async () => {
    await expect(evidenceOf(desk, order)).rejects.toThrow();
  });
  expect(desk.service.log.join("\n")).toContain("is not what was stored");
});

test.each(["evidence", "audit-trail?format=pdf"])(
  "where no time-stamp can be had, %s is unavailable for now, and the caller is told to try again",
  async (paper) => {
    const order = await signedOrder();
    const timestamp = () =>
      Promise.reject(new TimestampError("unavailable", "tsa.internal does not answer."));
    const down = { maxTokenBytes: 5000, timestamp };
    await desk.replacing({ timestampAuthority: { test: down, live: down } }, async () => {
      const path = `/v1/orders/${order.id}/${paper}`;
      const { status, headers, body } = await desk.client.refused("GET", path);
      expect({ status, code: body.code }).toEqual({ status: 503, code: "unavailable" });
      expect(body.detail).toContain("time-stamp authority");
      expect(body.detail).not.toContain("tsa.internal");
      expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
    });
  },
);

function pick({ chain: { length, head } }: AuditExport) {
  return { length, head };
}
