import { createHash } from "node:crypto";
import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { CertSignDesk, type Failed } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

const view = async (order: OrderAnswer) =>
  (await desk.desk.client.get<OrderView>(`/v1/orders/${await desk.publicId(order)}`)).body;

describe("adding documents", () => {
  test("all are added or none, and more can be until the order is signed", async () => {
    const order = await desk.order();
    const wrong = [desk.document(), desk.document({ hash: "716884d4ae421e4e6a57d0e106b85508d39d8ce3" })];
    expect((await desk.addDocuments<Failed>(order, wrong)).body.errorCode).toBe("HASH_DIFFERS");
    const noPdf = [desk.document(), desk.document({ toSignContent: Buffer.from("text").toString("base64") })];
    const refused = await desk.addDocuments<Failed>(order, noPdf);
    expect(refused.body).toMatchObject({ errorCode: "DOCUMENT_REFUSED", field: "[1].toSignContent" });
    expect((await view(order)).documents).toEqual([]);
    const hash = createHash("sha1").update(Buffer.from(desk.desk.content, "base64")).digest("hex");
    const first = await desk.addDocuments(order, [desk.document({ hash }), desk.document()]);
    const second = await desk.addDocuments(order, [desk.document()]);
    expect([first.body.length, second.body.length]).toEqual([2, 1]);
    const results = await desk.sign(order);
    expect(results.body.map(({ signatureRequestId }) => signatureRequestId)).toEqual(
      [...first.body, ...second.body].map(({ signatureRequestId }) => signatureRequestId),
    );
    const late = await desk.addDocuments<Failed>(order);
    expect([late.status, late.body.errorCode]).toEqual([409, "ORDER_STATE"]);
  });

  test("each is found by its number and by the caller's own id, which no other has", async () => {
    const order = await desk.order();
    const [item] = (
      await desk.addDocuments(order, [desk.document({ externalSignatureRequestId: "RR3_contract.pdf" })])
    ).body;
    const found = await desk.call("GET", "/ephemeral/signatures/?externalId=RR3_contract.pdf");
    expect(found.body).toEqual(item);
    expect(await desk.request(item!.signatureRequestId)).toEqual(item);
    expect((await view(order)).documents[0]!.name).toBe("RR3_contract.pdf");
    const other = await desk.order();
    const again = await desk.addDocuments<Failed>(other, [
      desk.document(),
      desk.document({ externalSignatureRequestId: "RR3_contract.pdf" }),
    ]);
    expect([again.status, again.body.errorCode]).toEqual([409, "EXTERNAL_ID_TAKEN"]);
    expect((await view(other)).documents).toEqual([]);
    const both = `?id=${(await desk.addDocuments(other)).body[0]!.signatureRequestId}&externalId=RR3_contract.pdf`;
    const disagree = await desk.call<Failed>("GET", `/ephemeral/signatures${both}`);
    expect(disagree.body.errorCode).toBe("IDS_DISAGREE");
    const refused = await desk.call<Failed>("PATCH", `/ephemeral/signatures${both}`, { status: "REFUSED" });
    expect([refused.status, (await desk.read(other)).status]).toEqual([400, "SIGN_WAITING"]);
  });

  test("a document may name its order as the query does, or instead of it, and not otherwise", async () => {
    const [order, other] = [await desk.order({ externalOrderRequestId: "named" }), await desk.order()];
    const add = (query: string, more: object) =>
      desk.call<Failed>("POST", `/ephemeral/signatures/${query}`, [desk.document(more)]);
    expect(
      (await add(`?orderRequestId=${order.orderRequestId}`, { externalOrderRequestId: "named" })).status,
    ).toBe(200);
    expect((await add("", { orderRequestId: Number.parseInt("1", 10) })).body.errorCode).toBe("NOT_FOUND");
    expect((await add("", { orderRequestId: order.orderRequestId })).status).toBe(200);
    const wrong = await add(`?orderRequestId=${order.orderRequestId}`, {
      orderRequestId: other.orderRequestId,
    });
    expect([wrong.body.errorCode, wrong.body.errorMsg]).toEqual([
      "IDS_DISAGREE",
      expect.stringContaining("two different orders"),
    ]);
    expect([(await view(order)).documents.length, (await view(other)).documents.length]).toEqual([2, 0]);
  });

  test("an id that is written as a number is that number, in all its digits", async () => {
    const order = await desk.order();
    const document = JSON.stringify(desk.document()).slice(1);
    const numbered = `[{"orderRequestId":${order.orderRequestId},"externalSignatureRequestId":9223372036854775807,${document}]`;
    const path = `/ephemeral/signatures?orderRequestId=${order.orderRequestId}`;
    const { status, body } = await desk.call<ResultItem[]>("POST", path, numbered);
    expect([status, body[0]?.orderRequestId, body[0]?.externalSignatureRequestId]).toEqual([
      200,
      order.orderRequestId,
      "9223372036854775807",
    ]);
  });

  test("what is wrong with a picture or a line is said in the words of the request", async () => {
    const order = await desk.order();
    const look = (pdfSignatureOptions: object) =>
      desk.addDocuments<Failed>(order, [desk.document(), desk.document({ pdfSignatureOptions })]);
    const field = "[1].pdfSignatureOptions";
    const image = drawnSignature().toString("base64");
    const answers: [object, string][] = [
      [{ signatureImageContent: Buffer.from("GIF89a").toString("base64") }, `${field}.signatureImageContent`],
      [
        { linesOptions: [{ lineContent: "a" }, { lineContent: "x".repeat(300) }] },
        `${field}.linesOptions[1].lineContent`,
      ],
      [
        { linesOptions: [{ lineContent: "\u4e2d", lineFont: "Courier_not_archived" }] },
        `${field}.linesOptions[0].lineContent`,
      ],
      [{ linesOptions: [{ lineContent: "a", lineFontSize: 500 }] }, `${field}.linesOptions[0].lineFontSize`],
      [{ signatureImageContent: image, signaturePage: 9 }, field],
      [{ signatureImageContent: image, signaturePosX: 5000 }, field],
    ];
    for (const [options, at] of answers) {
      const { status, body } = await look(options);
      expect([status, body.errorCode, body.field]).toEqual([400, "APPEARANCE_REFUSED", at]);
      expect(body.errorMsg).not.toContain("placements");
    }
    expect((await view(order)).documents).toEqual([]);
  });

  test("keywords are the order's labels, and archivers stand in its metadata", async () => {
    const order = await desk.order();
    const archived = {
      enableArchive: true,
      archiverNames: ["depositaccounttest"],
      keywords: ["USER1", "IDXXX"],
    };
    await desk.addDocuments(order, [desk.document(archived), desk.document({ keywords: ["USER1", ""] })]);
    await desk.addDocuments(order, [desk.document({ archiverNames: ["second"], keywords: ["third"] })]);
    expect(await view(order)).toMatchObject({
      labels: ["USER1", "IDXXX", "third"],
      metadata: { archiver_names: "depositaccounttest, second" },
      retention: { archive: true },
    });
    const found = await desk.desk.client.get<{ data: OrderView[] }>("/v1/orders?label=IDXXX");
    expect(found.body.data).toHaveLength(1);
    const many = Array.from({ length: 18 }, (_, index) => `keyword ${index}`);
    const { body } = await desk.addDocuments<Failed>(order, [desk.document({ keywords: many })]);
    expect([body.errorCode, body.field]).toEqual(["FIELD_INVALID", "keywords"]);
  });

  test("a document that is to be archived is, and one beside it is signed", async () => {
    const order = await desk.order();
    await desk.addDocuments(order, [desk.document({ enableArchive: "true" }), desk.document()]);
    const results = (await desk.sign(order)).body;
    expect(results.map(({ status }) => status)).toEqual(["ARCHIVE_IN_PROGRESS", "SIGNED"]);
    const [archived] = results;
    expect((await desk.request(archived!.signatureRequestId)).signedContent).toBeDefined();
    // Its evidence is made at once, and not after the next full hour, when its own time was moved on.
    await desk.desk.client.post(`/v1/orders/${await desk.publicId(order)}/test-clock`, { seconds: 60 });
    desk.desk.service.clock.advance(7200);
    for (let round = 0; round < 5; round++) await sweep(desk.desk.service.platform);
    expect((await desk.request(archived!.signatureRequestId)).status).toBe("ARCHIVED");
    const search = (status: string) =>
      desk.call<ResultItem[]>(
        "GET",
        `/ephemeral/signatures/search/?orderRequestId=${order.orderRequestId}&status=${status}`,
      );
    expect((await search("ARCHIVED")).body.map(({ signatureRequestId }) => signatureRequestId)).toEqual([
      archived!.signatureRequestId,
    ]);
    expect((await search("SIGNED")).body).toHaveLength(1);
    expect((await search("SIGN_FAILED")).body).toEqual([]);
    expect((await search("signed")).status).toBe(400);
  });
});

describe("searching signature requests", () => {
  test("without an order the newest are found, of each status", async () => {
    const [created, waiting, done, gone] = [
      await desk.order({ enableOtp: true }),
      await desk.order(),
      await desk.order(),
      await desk.order(),
    ];
    await desk.addDocuments(created, [desk.document()], "/trigger");
    for (const order of [waiting, done, gone]) await desk.addDocuments(order);
    await desk.sign(done);
    await desk.call("DELETE", `/ephemeral/orders?id=${gone.orderRequestId}`);
    const orders = async (query: string) =>
      (await desk.call<ResultItem[]>("GET", `/ephemeral/signatures/search${query}`)).body.map(
        ({ orderRequestId }) => orderRequestId,
      );
    expect(await orders("?status=SIGN_AWAITING_VALIDATION")).toContain(created.orderRequestId);
    expect(await orders("?status=SIGN_AWAITING")).toContain(waiting.orderRequestId);
    expect(await orders("/?status=SIGNED")).toContain(done.orderRequestId);
    expect(await orders("/?status=DISCARDED")).toContain(gone.orderRequestId);
    expect(await orders("?status=ARCHIVE_MIGRATED")).toEqual([]);
    // The original's own example, though its list has no such word.
    expect(await orders("?status=CREATED")).toEqual(await orders("?status=SIGN_CREATED"));
    expect(await orders("")).toEqual(
      expect.arrayContaining([created, done].map((order) => order.orderRequestId)),
    );
  });
});
