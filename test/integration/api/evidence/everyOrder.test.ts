import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName } from "pdf-lib";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { ApiClient } from "../../../support/apiClient.js";
import { eventfulOrder } from "../../../support/eventfulOrder.js";
import { letTheHourPass } from "../../../support/evidenceMaking.js";
import { describeWhere, judge } from "../../../support/judges.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import { signedInTurn, startServiceAuthorities } from "../../../support/sealedDocument.js";
import { SignerBrowser } from "../../../support/signingFlow.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const approver = { ...charles, role: "approver" };
const source = () => Buffer.from(desk.content, "base64");
const one = (pdf: Uint8Array, more: object = {}) => ({
  documents: [{ name: "agreement.pdf", content: Buffer.from(pdf).toString("base64"), ...more }],
});

/** What the checker finds in an order's evidence, with the root of its mode. */
async function verified(order: OrderView, client = desk.client, mode: "test" | "live" = "test") {
  const { root } = desk.service.platform.signerAuthority[mode];
  const { status, body } = await client.get<Buffer>(`/v1/orders/${order.id}/evidence`);
  expect(status).toBe(200);
  return verifyEvidence(body, { trustAnchors: [root], time: desk.service.clock.now() });
}

/** It passes with the documents, and once they were removed. */
async function passesAlways(order: OrderView, client = desk.client, mode: "test" | "live" = "test") {
  expect(await verified(order, client, mode)).toMatchObject({ verdict: "passed", faults: [] });
  await letTheHourPass(desk);
  expect(await verified(order, client, mode)).toMatchObject({ verdict: "passed", faults: [] });
  expect((await client.request("DELETE", `/v1/orders/${order.id}/documents`)).status).toBe(200);
  const after = await verified(order, client, mode);
  expect(after).toMatchObject({ verdict: "passed", faults: [] });
  return after;
}

const refuse = async (order: OrderView, index: number) => {
  const browser = desk.browser(order, index);
  const refused = await browser.client.post(`${browser.path}/refuse`, { reason: "No." });
  expect(refused.status).toBe(200);
};

describe("no alarm is raised by the evidence of an order", () => {
  test("in which about everything happened: delegation, approval, fields, clauses, statements", async () => {
    await passesAlways(await eventfulOrder(desk));
  });

  test("that one approved and the other refused to sign, with a document for information", async () => {
    const content = desk.content;
    const documents = [
      { name: "Größe: 1/2.PDF", content },
      { name: "con.pdf", content, kind: "info" },
    ];
    const order = await desk.order([approver, ada], { documents });
    expect((await desk.browser(order).approve()).status).toBe(200);
    await refuse(order, 1);
    await passesAlways(order);
  });

  test("that was refused, cancelled or expired after one had signed", async () => {
    const [refused, cancelled, expired] = [
      await desk.order([ada, charles]),
      await desk.order([ada, charles]),
      await desk.order([ada, charles]),
    ];
    for (const order of [refused, cancelled, expired]) {
      expect((await desk.browser(order).sign()).status).toBe(200);
    }
    await refuse(refused, 1);
    expect((await desk.client.post(`/v1/orders/${cancelled.id}/cancel`, { reason: "Sold." })).status).toBe(
      200,
    );
    await passesAlways(refused);
    await passesAlways(cancelled);
    desk.service.clock.advance(
      (Date.parse(expired.expires_at) - desk.service.clock.now().getTime()) / 1000 + 60,
    );
    await letTheHourPass(desk);
    await passesAlways(expired);
  });

  test("that nobody did anything in", async () => {
    const order = await desk.order([ada]);
    expect((await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Sold." })).status).toBe(200);
    expect(await verified(order)).toMatchObject({ verdict: "passed", faults: [] });
  });

  test("whose document came with a signature of somebody else, or one that cannot be read", async () => {
    const others = await startServiceAuthorities(24 * 3600);
    const signed = await signedInTurn(others, others.unit, source(), ["Grace Hopper"]);
    await others.stop();
    const unreadable = Buffer.from(signed);
    unreadable.write("/ByteRange [1", unreadable.indexOf("/ByteRange [0"));
    for (const pdf of [signed, unreadable]) {
      const order = await desk.order([ada], one(pdf));
      expect((await desk.browser(order).sign()).status).toBe(200);
      await passesAlways(order);
    }
  });

  test.each(["a broken", "an endless"])("whose document came with %s documentSecurityStore", async (kind) => {
    const pdf = await PDFDocument.load(source());
    const broken = pdf.context.stream("no such bytes", { Filter: "FlateDecode" });
    const stream = pdf.context.register(broken);
    const certificates = kind === "a broken" ? [stream] : Array(10_001).fill(stream);
    pdf.catalog.set(PDFName.of("DSS"), pdf.context.obj({ Certs: certificates, CRLs: 7, VRI: [stream] }));
    const order = await desk.order([ada], one(await pdf.save()));
    expect((await desk.browser(order).sign()).status).toBe(200);
    // Such a document cannot be sealed, which is given up after some tries.
    for (let hours = 0; hours < 48 && (await desk.read(order)).state !== "completed"; hours++) {
      await letTheHourPass(desk);
    }
    await passesAlways(order);
  });

  test("of live mode, under the live root", async () => {
    const { apiKey } = await desk.service.tenant("Live", "live");
    const client = new ApiClient(desk.service.baseUrl, apiKey);
    const order = await client.createOrder({ title: "Agreement", signers: [ada], ...one(source()) });
    const browser = new SignerBrowser(order, 0, desk.service.outbox, desk.service.clock);
    expect((await browser.sign()).status).toBe(200);
    await passesAlways(order, client, "live");
  });
});

describeWhere(judge("qpdf"), "qpdf", "no alarm is raised by the evidence of an order", () => {
  test("whose document is encrypted, without a password to open", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-encrypted-"));
    try {
      const [plain, encrypted] = [join(directory, "plain.pdf"), join(directory, "encrypted.pdf")];
      await writeFile(plain, source());
      execFileSync("qpdf", ["--encrypt", "", "owner", "256", "--", plain, encrypted]);
      const order = await desk.order([ada], one(await readFile(encrypted)));
      expect((await desk.browser(order).sign()).status).toBe(200);
      await passesAlways(order);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
