import { createHash } from "node:crypto";
import { deliverDueMessages } from "../../../../api/messages/messenger.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { DocumentLinksView, StatusView } from "../../../../api/signers/sessionViews.js";
import { canonicalJson } from "../../../../engine/hashchain/canonicalJson.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { opensslMissing } from "../../../support/openssl.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import type { SignerBrowser } from "../../../support/signingFlow.js";
import { judgedReceipt } from "./receiptJudge.js";
import {
  advance,
  cancelledOrder,
  day,
  makeEvidence,
  objectsOf,
  provenOrder,
  purgesOf,
  remove,
  sweepTwice,
} from "./retentionDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const refusedFetch = async (address: string) => {
  const answer = await fetch(address);
  return [answer.status, ((await answer.json()) as { code: string }).code];
};

describe("a test order that is moved on by four months", () => {
  let order: OrderView;
  let page: SignerBrowser;
  const links: string[] = [];
  beforeAll(async () => {
    order = await desk.order();
    page = desk.browser(order);
    await page.sign();
    const address = `${page.path}/`;
    for (const kind of ["pdf-url", "signed-documents"]) {
      const { body } = await page.client.get<DocumentLinksView>(`${address}${kind}`);
      links.push(...body.documents.map(({ url }) => url));
    }
    expect(links).toHaveLength(2);
    expect(await objectsOf(desk, order)).not.toEqual([]);
    await advance(desk, order, 123 * day);
    await sweepTwice(desk);
  });

  test("has lost its documents within two sweeps, every revision of them, and keeps its evidence", async () => {
    expect(await objectsOf(desk, order)).toEqual([]);
    expect(await objectsOf(desk, order, "evidence")).toHaveLength(1);
    expect(await desk.count(order, "evidence.stored")).toEqual([1]);
    const { retention, documents } = await desk.read(order);
    expect(retention).toMatchObject({ documents_removed_at: expect.any(String), evidence_removed_at: null });
    // What they were can still be proven.
    expect(documents.map(({ sha256 }) => sha256)).toEqual(order.documents.map(({ sha256 }) => sha256));
  });

  test("says so in its audit trail, with hashes and sizes and without a name", async () => {
    const events = await desk.events(order);
    const removed = events.find(({ type }) => type === "documents.removed")!;
    const [purge] = await purgesOf(desk, order);
    const [document] = order.documents;
    expect(removed).toMatchObject({
      actor: { kind: "system" },
      data: {
        purge: purge!.id,
        reason: "retention",
        documents: [{ document: document!.id, source: { bytes: document!.bytes, sha256: document!.sha256 } }],
      },
    });
    expect(JSON.stringify(removed)).not.toMatch(/agreement|Lovelace|Ada/);
    const purged = events.find(({ type }) => type === "documents.purged")!;
    const sha256 = createHash("sha256").update(purge!.receipt!).digest("hex");
    expect(purged.data).toEqual({ purge: purge!.id, objects: 3, receipt: sha256 });
  });

  test("answers document_removed on every road to the bytes: the API's and the signer's", async () => {
    const [document] = order.documents;
    for (const which of ["source", "signed"]) {
      const path = `/v1/orders/${order.id}/documents/${document!.id}/${which}`;
      const { status, body } = await desk.client.refused("GET", path);
      expect([status, body.code]).toEqual([410, "document_removed"]);
    }
    for (const url of links) expect(await refusedFetch(url)).toEqual([410, "document_removed"]);
    for (const kind of ["pdf-url", "signed-documents"]) {
      const { status, body } = await page.client.refused("GET", `${page.path}/${kind}`);
      expect([status, body.code]).toEqual([410, "document_removed"]);
    }
    // The signer's page opens all the same, and says how the order stands.
    const status: StatusView = await page.status();
    expect(status).toMatchObject({ signer: { state: "signed" } });
  });

  test("has a receipt of what went, when, what is left and until when, signed by the service's seal", async () => {
    if (opensslMissing) throw new Error(opensslMissing);
    const [purge, ...others] = await purgesOf(desk, order);
    expect(others).toEqual([]);
    expect(purge).toMatchObject({
      subject: "documents",
      reason: "retention",
      state: "done",
      objects_left: 0,
    });
    const receipt = await judgedReceipt(desk.service, purge!);
    const { retention } = await desk.read(order);
    expect(canonicalJson(receipt as never)).toBe(purge!.receipt);
    expect(receipt).toMatchObject({
      format: "paraph-purge-receipt/1",
      purge: purge!.id,
      order: order.id,
      mode: "test",
      documents_until: retention.documents_until,
      clock_offset_seconds: 123 * day,
      objects: 3,
      legal_hold: false,
      remains: [
        { what: "evidence_file", until: retention.evidence_until, documents: false },
        { what: "audit_trail", until: retention.evidence_until },
        { what: "order_record", until: null },
      ],
    });
    expect(receipt.items.map(({ kind, revision }) => [kind, revision])).toEqual([
      ["source", 0],
      ["signed", 1],
      ["sealed", 2],
    ]);
    expect(receipt.items[0]!.sha256).toBe(order.documents[0]!.sha256);
    await expect(
      judgedReceipt(desk.service, purge!, purge!.receipt!.replace("retention", "request  ")),
    ).rejects.toThrow();
    const { body } = await desk.client.get(`/v1/purges/${purge!.id}`);
    expect(body).toEqual(purge);
  });
});

test("a term that has not ended leaves everything where it is", async () => {
  const order = await provenOrder(desk);
  await advance(desk, order, 88 * day);
  await sweepTwice(desk);
  expect(await objectsOf(desk, order)).toHaveLength(3);
  expect(await purgesOf(desk, order)).toEqual([]);
});

test("drawn signatures and drawn initials go with the documents, and nothing refers to them any more", async () => {
  const initials = { kind: "initials", name: "initials", page: 1, x: 70, y: 500, width: 60, height: 30 };
  const signature = { page: 1, x: 70, y: 600, width: 180, height: 56 };
  const order = await desk.order([{ ...ada, placements: [initials, signature] }]);
  const page = desk.browser(order);
  const drawing = drawnSignature().toString("base64");
  const image = `data:image/png;base64,${drawing}`;
  await page.read();
  const filled = await page.client.request("PUT", `${page.path}/fields`, { values: { initials: image } });
  expect(filled.status).toBe(200);
  expect((await page.sign({ signatureImageBase64: drawing })).status).toBe(200);
  await makeEvidence(desk, order);
  const kinds = (await objectsOf(desk, order)).map((key) => key.split("/").slice(3, -1).join());
  expect(kinds.filter((kind) => kind !== "").sort()).toEqual(["initials", "signatures"]);
  const purge = await remove(desk, order);
  expect(await objectsOf(desk, order)).toEqual([]);
  const receipt = await judgedReceipt(desk.service, purge);
  expect(receipt.items.map(({ kind }) => kind).slice(3)).toEqual(["signature_image", "initials_image"]);
  expect((await page.client.get(`${page.path}/fields`)).status).toBeLessThan(500);
});

describe("documents that their tenant removes", () => {
  test("are gone with the answer, which has the receipt, and asking again is answered with the same", async () => {
    const order = await provenOrder(desk);
    const purge = await remove(desk, order);
    expect(purge).toMatchObject({ order: order.id, reason: "request", state: "done", cause: null });
    expect(await objectsOf(desk, order)).toEqual([]);
    expect(await remove(desk, order)).toEqual(purge);
    const removed = (await desk.events(order)).filter(({ type }) => type === "documents.removed");
    expect(removed.map(({ actor }) => actor.kind)).toEqual(["api_key"]);
  });

  test("stay as long as the order runs", async () => {
    const order = await desk.order([ada, charles]);
    const refused = await desk.client.refused("DELETE", `/v1/orders/${order.id}/documents`);
    expect([refused.status, refused.body.code]).toEqual([409, "order_state_conflict"]);
  });

  test("stay until the evidence file is made of them", async () => {
    const order = await desk.order();
    await desk.browser(order).sign();
    const refused = await desk.client.refused("DELETE", `/v1/orders/${order.id}/documents`);
    expect([refused.status, refused.body.code]).toEqual([409, "evidence_pending"]);
    expect((await desk.read(order)).retention.documents_removed_at).toBeNull();
  });

  test("go at once where nobody has acted and there is nothing to prove", async () => {
    const order = await cancelledOrder(desk);
    const receipt = await judgedReceipt(desk.service, await remove(desk, order));
    expect(receipt.remains.map(({ what }) => what)).toEqual(["audit_trail", "order_record"]);
    await sweepTwice(desk);
    expect(await objectsOf(desk, order, "evidence")).toEqual([]);
  });

  test("are attached to no letter any more", async () => {
    await desk.client.post("/v1/profiles", {
      code: "attaching",
      name: "x",
      sender: { attach_documents: true },
    });
    const order = await desk.order([ada], { profile: "attaching", title: "Unattached" });
    await desk.browser(order).sign();
    await makeEvidence(desk, order);
    await remove(desk, order);
    while ((await deliverDueMessages(desk.service.platform)) > 0);
    const letters = await desk.service.outbox.list({ limit: 500 });
    const completed = letters.filter(({ subject }) => subject === "Signed by everyone: Unattached");
    expect(completed.map(({ attachments }) => attachments ?? [])).toEqual([[]]);
  });
});
