import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { RequestAnswer } from "../../../../api/dialects/certsign/requests/readRequest.js";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { CertSignDesk, type Failed } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

const image = drawnSignature(250, 40).toString("base64");

describe("a caller that sends a body with every request, both ids at once, and its results back", () => {
  test("is served as it was by the original", async () => {
    const external = "MIPISE-3f1c7a52-6a4e-4f54-9c0e-6f1f3a1f0b11";
    const created = await desk.raw(
      "POST",
      "/ephemeral/orders",
      JSON.stringify({
        externalOrderRequestId: external,
        holder: {
          firstname: "John",
          lastname: "DOE",
          email: "john.doe@example.fr",
          mobile: "0611111111",
          country: "FR",
        },
        proofFolder: { zipFiles: "" },
        clientIdentifier: "3f1c7a52-6a4e-4f54-9c0e-6f1f3a1f0b11",
        enableOtp: false,
        enableEmail: false,
        enableSharing: false,
      }),
    );
    expect(created.status).toBe(200);
    const { orderRequestId, externalOrderRequestId } = created.body as OrderAnswer;
    expect(externalOrderRequestId).toBe(external);
    const line = { lineColor: 0, lineFontSize: 8, lineFont: "Times_roman", linePosXInImage: 45 };
    const added = await desk.raw(
      "POST",
      `/ephemeral/signatures?orderRequestId=${orderRequestId}&externalOrderRequestId=${external}`,
      JSON.stringify(
        [
          {
            signaturePage: 2,
            linesOptions: [
              { ...line, lineContent: "Signé le 2026-11-22 18:30:00 +0100", linePosYInImage: 31 },
              { ...line, lineContent: "Par son altesse le sérénissime John DOE", linePosYInImage: 19 },
            ],
          },
          { signaturePage: 1, linesOptions: null },
        ].map((more) => ({
          signatureOptions: {
            signatureType: "PAdES_BASELINE_LTA",
            digestAlgorithmName: "SHA256",
            signaturePackagingType: "ENVELOPED",
            documentType: "INLINE",
          },
          pdfSignatureOptions: {
            signatureImageContent: image,
            signaturePosX: 50,
            signaturePosY: 100,
            ...more,
          },
          enableArchive: false,
          toSignContent: desk.desk.content,
        })),
      ),
    );
    expect(added.status).toBe(200);
    const signed = await desk.raw(
      "POST",
      `/ephemeral/signatures/sign?asyncPostUrl=/&externalOrderRequestId=${external}&mode=SYNC&orderRequestId=${orderRequestId}`,
      JSON.stringify(added.body),
    );
    const results = signed.body as ResultItem[];
    expect([signed.status, results.map(({ status }) => status)]).toEqual([200, ["SIGNED", "SIGNED"]]);
    const status = await desk.raw(
      "GET",
      `/ephemeral/signatures?id=${results[0]!.signatureRequestId}`,
      "null",
    );
    expect((status.body as RequestAnswer).signedContent).toMatch(/^JVBERi/);
    const order = await desk.raw(
      "GET",
      `/ephemeral/orders?id=${orderRequestId}&externalId=${external}`,
      "null",
    );
    expect(order.body).toMatchObject({ externalOrderRequestId: external, status: "CLOSED" });
  });
});

describe("a caller that knows no external order id, keeps ids as numbers, and sends the older fields", () => {
  const php = (name: string) => ({
    externalSignatureRequestId: name,
    signatureOptions: {
      signatureType: "PAdES_BASELINE_LTA",
      digestAlgorithmName: "SHA256",
      signaturePackagingType: "ENVELOPED",
      documentType: "INLINE",
    },
    pdfSignatureOptions: {
      signatureTextColor: "0000",
      signatureTextFontSize: "10",
      fontFamily: "Courier",
      fontStyle: "Normal",
      signatureText: "",
      signatureImageContent: image,
      signaturePosX: "10",
      signaturePosY: "20",
      signaturePage: "1",
    },
    // As PHP's json_encode writes it.
    toSignContent: desk.desk.content,
  });
  const escaped = (body: unknown) => JSON.stringify(body).replaceAll("/", "\\/");

  test("is served, with a code by SMS, and finds its names again in what it downloads", async () => {
    const { body: order } = await desk.call<OrderAnswer>(
      "POST",
      "/ephemeral/orders",
      escaped({
        holder: {
          firstname: "Ada",
          lastname: "Lovelace",
          email: "ada@example.org",
          mobile: "33612345678",
          country: "FR",
        },
        enableOtp: true,
        otpContact: "0611111111",
        clientIdentifier: "client/1",
      }),
    );
    const id = BigInt(order.orderRequestId);
    expect(id < 2n ** 63n).toBe(true);
    const documents = ["contract", "annex"].map((name) => php(`${id}_${name}`));
    await desk.call("POST", `/ephemeral/trigger/signatures?orderRequestId=${id}`, escaped(documents));
    const validated = await desk.call(
      "POST",
      `/ephemeral/trigger/signatures/validate?orderRequestId=${id}`,
      "null",
    );
    expect([validated.status, validated.text]).toEqual([200, ""]);
    const sign = (otp: string) =>
      desk.call<ResultItem[] & Failed>(
        "POST",
        `/ephemeral/trigger/signatures/sign?mode=SYNC&orderRequestId=${id}&otp=${otp}`,
        "null",
      );
    const wrong = await sign("000000");
    expect([wrong.body.errorLabel, typeof wrong.body.errorMsg]).toEqual(["ERROR_MAUVAIS_CODE", "string"]);
    const names = [];
    for (const { signatureRequestId } of (await sign(await desk.newestCode())).body) {
      const { externalSignatureRequestId, signedContent } = await desk.request(signatureRequestId);
      names.push(externalSignatureRequestId!.split("_")[1]);
      expect(signedContent).toMatch(/^JVBERi/);
    }
    expect(names).toEqual(["contract", "annex"]);
  });

  test("is told what is wrong in errorMsg, and finds none where nothing is", async () => {
    const refused = await desk.call<Failed>("POST", "/ephemeral/orders", { holder: { firstname: "Ada" } });
    expect(refused.body.errorMsg).toBe("holder.lastname is required.");
    expect(await desk.order()).not.toHaveProperty("errorMsg");
  });
});

test("every call of the description was made by this suite's kind of caller somewhere", async () => {
  const order = await desk.order();
  const [item] = (await desk.addDocuments(order)).body;
  await desk.call("GET", `/ephemeral/orders?id=${order.orderRequestId}`);
  await desk.call("GET", "/ephemeral/orders/search?email=ada@example.org");
  await desk.call("GET", `/ephemeral/signatures/search?orderRequestId=${order.orderRequestId}`);
  await desk.sign(await desk.order());
  await desk.call("PATCH", `/ephemeral/signatures?id=${item!.signatureRequestId}`, { status: "REFUSED" });
  await desk.call("DELETE", `/ephemeral/orders?id=${order.orderRequestId}`);
  expect(desk.described.unseen()).toEqual([]);
});
