import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { VerificationView } from "../../../../api/verification/verificationViews.js";
import { sign } from "../../../../engine/pades/sign.js";
import { ApiClient } from "../../../support/apiClient.js";
import { newAuthorities } from "../../../support/authorities.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let sealed: Buffer;
let order: OrderView;

beforeAll(async () => {
  desk = await OrderDesk.open();
  order = await desk.order([ada, charles]);
  await desk.browser(order, 0).sign();
  await desk.browser(order, 1).sign();
  sealed = await signedPdf(order);
});
afterAll(() => desk.close());

async function signedPdf({ id, documents }: OrderView): Promise<Buffer> {
  return (await desk.client.get<Buffer>(`/v1/orders/${id}/documents/${documents[0]!.id}/signed`)).body;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function verified(
  bytes: Uint8Array,
  more: object = {},
  client = desk.client,
): Promise<VerificationView> {
  const answer = await client.post<VerificationView>("/v1/verifications", {
    document: base64(bytes),
    ...more,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

describe("a document that this service sealed", () => {
  test("passes with each signature and time-stamp, and says who signed and that it is a test", async () => {
    const { indication, sub_indication, signatures, timestamps } = await verified(sealed);
    expect([indication, sub_indication]).toEqual(["TOTAL_PASSED", null]);
    expect(signatures).toHaveLength(2);
    for (const [index, name] of ["Ada Lovelace", "Charles Babbage"].entries()) {
      expect(signatures[index]).toMatchObject({
        indication: "TOTAL_PASSED",
        intact: true,
        level: "B-LTA",
        algorithm: "SHA256withECDSA",
        modification: "extended",
        trust_anchor: { kind: "test", name: "Paraph Test Root" },
        proven_time: expect.stringMatching(/Z$/),
      });
      expect(signatures[index]!.certificates[0]).toMatchObject({
        common_name: name,
        status: "VALID",
        key_size: 256,
      });
    }
    expect(timestamps).toMatchObject([
      { indication: "TOTAL_PASSED", intact: true, covers_whole_document: true },
    ]);
  });

  test("passes years later, when every signer's certificate has long ended", async () => {
    const at = new Date(Date.now() + 3 * 365 * 86_400_000).toISOString();
    expect((await verified(sealed, { at })).indication).toBe("TOTAL_PASSED");
  });

  test("does not pass with a live key: a signature of the test mode binds nobody", async () => {
    const live = new ApiClient(desk.service.baseUrl, (await desk.service.tenant("Live", "live")).apiKey);
    const { indication, sub_indication, signatures } = await verified(sealed, {}, live);
    expect([indication, sub_indication]).toEqual(["INDETERMINATE", "CHAIN_CONSTRAINTS_FAILURE"]);
    expect(signatures[0]).toMatchObject({ intact: true, trust_anchor: { kind: "test" } });
    expect(signatures[0]!.findings.map(({ code }) => code)).toContain("root_of_test");
  });

  test("fails when a byte of what was signed is another one, and says which signature is broken", async () => {
    const changed = Buffer.from(sealed);
    const at = changed.indexOf("/MediaBox") + 12;
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
    const { indication, signatures } = await verified(changed);
    expect(indication).toBe("TOTAL_FAILED");
    expect(signatures.map(({ intact }) => intact)).toEqual([false, false]);
  });
});

test("a document that is signed and not sealed yet passes, with what its own authorities publish", async () => {
  const open = await desk.order([ada, charles]);
  await desk.browser(open, 0).sign();
  const { indication, signatures } = await verified(await signedPdf(open));
  expect(signatures[0]).toMatchObject({ level: "B-T", modification: "unchanged" });
  expect(indication).toBe("TOTAL_PASSED");
});

describe("other people's signatures", () => {
  test("are intact and lead nowhere, unless the operator trusts where they lead", async () => {
    const authorities = await newAuthorities();
    const signer = await authorities.oneTimeSigner("Mary Somerville");
    const { timestamp, revocation, roots } = authorities;
    const sources = { timestamp, revocation, trustAnchors: roots };
    const pdf = await sign(Buffer.from(desk.content, "base64"), {
      ...{ ...signer, ...sources },
      level: "B-LT",
      signingDate: new Date(),
    });
    expect((await verified(pdf)).signatures[0]).toMatchObject({
      indication: "INDETERMINATE",
      sub_indication: "NO_CERTIFICATE_CHAIN_FOUND",
      intact: true,
      trust_anchor: { kind: null },
    });
    const { trustAnchors } = desk.service.platform;
    await desk.replacing({ trustAnchors: { ...trustAnchors, configured: roots } }, async () => {
      expect((await verified(pdf)).signatures[0]).toMatchObject({
        indication: "TOTAL_PASSED",
        trust_anchor: { kind: "configured", name: "Test Root" },
      });
    });
  });
});

describe("a request", () => {
  test("may be the PDF itself", async () => {
    const response = await fetch(`${desk.service.baseUrl}/v1/verifications`, {
      method: "POST",
      headers: { Authorization: `Bearer ${desk.client.apiKey}`, "Content-Type": "application/pdf" },
      body: sealed,
    });
    expect(await response.json()).toMatchObject({ object: "verification", indication: "TOTAL_PASSED" });
  });

  test.each<[string, object, number, string]>([
    ["without a signature", { document: "SELF" }, 422, "document_not_signed"],
    ["that is no PDF", { document: base64(Buffer.from("Dear Ada")) }, 422, "document_not_a_pdf"],
    ["that is empty", { document: "" }, 422, "document_empty"],
    ["that is not base64", { document: "%%%" }, 422, "field_invalid"],
    ["without the document", {}, 422, "field_invalid"],
  ])("with a document %s is refused", async (_what, body, status, code) => {
    const document = "document" in body && body.document === "SELF" ? { document: desk.content } : body;
    const refused = await desk.client.refused("POST", "/v1/verifications", document);
    expect(refused).toMatchObject({ status, body: { code, param: "document" } });
  });

  test("needs a key that may read orders", async () => {
    const key = await desk.client.post<{ secret: string }>("/v1/api-keys", {
      name: "x",
      scopes: ["keys:read"],
    });
    const other = new ApiClient(desk.service.baseUrl, key.body.secret);
    expect(await other.refused("POST", "/v1/verifications", { document: base64(sealed) })).toMatchObject({
      status: 403,
      body: { code: "scope_missing" },
    });
  });

  test("leaves nothing behind", async () => {
    const rows = await desk.rowsOfOrders();
    const objects = await desk.objectKeys();
    await verified(sealed);
    expect(await desk.rowsOfOrders()).toEqual(rows);
    expect(await desk.objectKeys()).toEqual(objects);
  });
});
