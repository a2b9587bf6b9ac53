import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { requestSeal } from "../../../api/sealing/sealRows.js";
import { levelsOf } from "../../../engine/pades/levelsOf.js";
import { sign } from "../../../engine/pades/sign.js";
import { newAuthorities } from "../../support/authorities.js";
import { describeWith } from "../../support/judges.js";
import { openssl } from "../../support/openssl.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { pdfsig, qpdfComplaints, rawSignatures, trustInNss } from "../../support/signatureJudges.js";
import { expectAllIsWell, expectNothingLoose, sweepAll } from "./crashInvariants.js";

let desk: OrderDesk;
let directory: string;

beforeAll(async () => {
  desk = await OrderDesk.open();
  directory = await mkdtemp(join(tmpdir(), "paraph-sealing-"));
});
afterAll(async () => {
  await desk.close();
  await rm(directory, { recursive: true, force: true });
});

async function signedPdf(order: OrderView, index = 0): Promise<Buffer> {
  const path = `/v1/orders/${order.id}/documents/${order.documents[index]!.id}/signed`;
  return (await desk.client.get<Buffer>(path)).body;
}

const dataOf = async (order: OrderView, type: string) =>
  (await desk.events(order)).filter((event) => event.type === type).map(({ data }) => data);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the last signature seals each document at B-LTA, and the trail tells of what, into what, at which level", async () => {
  const documents = ["a.pdf", "b.pdf"].map((name) => ({ name, content: desk.content }));
  const order = await desk.order([ada, charles], { documents });
  expect(order.documents.map(({ level }) => level)).toEqual([null, null]);
  await desk.browser(order, 0).sign();
  const between = await desk.read(order);
  expect(between).toMatchObject({ state: "in_progress", documents: [{ level: "B-T" }, { level: "B-T" }] });
  await desk.browser(order, 1).sign();
  expect(await desk.read(order)).toMatchObject({
    state: "completed",
    documents: [
      { level: "B-LTA", signatures: 2 },
      { level: "B-LTA", signatures: 2 },
    ],
  });
  const signed = await dataOf(order, "document.signed");
  const sealed = await dataOf(order, "document.sealed");
  for (const index of [0, 1]) {
    const pdf = await signedPdf(order, index);
    expect(levelsOf(pdf).map(({ level }) => level)).toEqual(["B-LTA", "B-LTA"]);
    expect(sealed[index]).toEqual({
      document: order.documents[index]!.id,
      revision: 3,
      level: "B-LTA",
      bytes: pdf.length,
      sha256_before: signed[2 + index]!["sha256_after"],
      sha256_after: sha256(pdf),
    });
  }
  await expectAllIsWell(desk, order, "after both");
});

describeWith(["pdfsig", "certutil", "qpdf", "openssl"], "a sealed document, as foreign judges see it", () => {
  test("both signatures are valid and trusted, the time-stamp covers the whole file, and nothing is broken", async () => {
    const order = await desk.order([ada, charles]);
    for (const index of [0, 1]) await desk.browser(order, index).sign();
    const pdf = await signedPdf(order);
    const file = join(directory, "sealed.pdf");
    await writeFile(file, pdf);
    const rootPem = new X509Certificate(desk.service.hierarchies.test.root.der).toString();
    const verdicts = await pdfsig(file, await trustInNss(directory, [rootPem]));
    expect(verdicts.slice(0, 2).map((one) => `${one.signature} ${one.certificate}`)).toEqual(
      Array(2).fill("Signature is Valid. Certificate is Trusted."),
    );
    expect(verdicts.map(({ wholeDocument }) => wholeDocument)).toEqual([false, false, true]);
    expect(await qpdfComplaints(file)).toBe("");
    const seal = rawSignatures(pdf).at(-1)!;
    await writeFile(join(directory, "root.pem"), rootPem);
    await writeFile(join(directory, "token.der"), seal.cms);
    await writeFile(join(directory, "stamped.bin"), seal.signedBytes);
    const token = ["-in", "token.der", "-token_in", "-data", "stamped.bin", "-CAfile", "root.pem"];
    expect((await openssl(directory, "ts", "-verify", ...token)).toString()).toContain("Verification: OK");
  });
});

test("a signature that the document came with stays as it was: what it lacks does not hold up the seal of ours", async () => {
  const strangers = await newAuthorities();
  const stranger = await strangers.oneTimeSigner("Somebody Else");
  const foreign = await sign(Buffer.from(desk.content, "base64"), {
    level: "B-T",
    ...stranger,
    timestamp: strangers.timestamp,
    signingDate: new Date(),
  });
  const documents = [{ name: "signed.pdf", content: Buffer.from(foreign).toString("base64") }];
  const order = await desk.order([ada], { documents });
  await desk.browser(order).sign();
  expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-LTA" }] });
  const pdf = await signedPdf(order);
  expect(pdf.subarray(0, foreign.length).equals(foreign)).toBe(true);
  const [theirs, ours] = levelsOf(pdf);
  expect([theirs!.level, ours!.level]).toEqual(["B-T", "B-LTA"]);
});

test("a document that was agreed to and signed by nobody is time-stamped, and has no level", async () => {
  const order = await desk.order([ada]);
  await desk.browser(order).open();
  const { platform } = desk.service;
  await platform.database.withTenant(desk.tenantId, async (transaction) => {
    await requestSeal(transaction, uuidOf(order.id), desk.service.clock.now());
    await requestSeal(transaction, uuidOf(order.id), desk.service.clock.now());
  });
  desk.service.clock.advance(61);
  await sweepAll(desk);
  expect(await desk.read(order)).toMatchObject({
    state: "completed",
    documents: [{ signatures: 0, level: null }],
  });
  expect(await dataOf(order, "document.sealed")).toMatchObject([{ level: null, revision: 1 }]);
  const pdf = await signedPdf(order);
  expect(rawSignatures(pdf)).toHaveLength(1);
  expect(pdf.toString("latin1")).toContain("/SubFilter /ETSI.RFC3161");
  await expectNothingLoose(desk, "after the sweep");
});

test("an order that ended before it was sealed stays as it ended, and the seal is given up", async () => {
  const order = await desk.order([ada]);
  await desk.service.platform.database.withTenant(desk.tenantId, (transaction) =>
    requestSeal(transaction, uuidOf(order.id), desk.service.clock.now()),
  );
  await desk.sql(`UPDATE orders SET state = 'cancelled' WHERE id = '${uuidOf(order.id)}'`);
  desk.service.clock.advance(61);
  await sweepAll(desk);
  expect(await desk.read(order)).toMatchObject({ state: "cancelled", documents: [{ signatures: 0 }] });
  expect(await desk.sql(`SELECT state FROM seals WHERE order_id = '${uuidOf(order.id)}'`)).toEqual([
    { state: "abandoned" },
  ]);
  await expectNothingLoose(desk, "after the sweep");
});
