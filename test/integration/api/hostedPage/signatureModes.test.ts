import { drawnSignature } from "../../../support/drawnSignature.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const image = drawnSignature().toString("base64");
const consent_text =
  "I have read the documents, I agree to their content, and I agree to sign them electronically.";

describe.each<[modes: string[], refused: object, param: string, allowed: object]>([
  [["typed"], { signatureImageBase64: image }, "signatureImageBase64", { typedName: "Ada L." }],
  [["drawn"], { typedName: "Ada L." }, "typedName", { signatureImageBase64: image }],
  [["drawn"], {}, "signatureImageBase64", { signatureImageBase64: image }],
])("an order whose signatures are %j", (modes, refused, param, allowed) => {
  test("takes no other from its page, which may try again with the same code", async () => {
    const order = await desk.order([ada], { signature_modes: modes });
    const signer = desk.browser(order);
    expect((await signer.status()).signature_modes).toEqual(modes);
    const token = await signer.session();
    const { consent } = await signer.status();
    const sign = (given: object) =>
      signer.client.post(
        `${signer.path}/sign`,
        { consentText: consent.text, ...given },
        { Authorization: `Bearer ${token}` },
      );
    expect(await sign(refused)).toMatchObject({ status: 422, body: { code: "field_invalid", param } });
    expect(await desk.count(order, "consent.given", "signature.requested")).toEqual([0, 0]);
    expect((await sign(allowed)).status).toBe(200);
  });

  test("takes no other from its tenant either, and the code is not used up by it", async () => {
    const names: Record<string, string> = {
      signatureImageBase64: "signature_image",
      typedName: "typed_name",
    };
    const inOurWords = (given: object) =>
      Object.fromEntries(Object.entries(given).map(([name, value]) => [names[name]!, value]));
    const order = await desk.order([ada], { signature_modes: modes });
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
    await desk.client.post(`${path}/otp`);
    const otp = await desk.browser(order).newestCode();
    const sign = (given: object) =>
      desk.client.post(`${path}/sign`, { otp, consent_text, ...inOurWords(given) });
    expect(await sign(refused)).toMatchObject({
      status: 422,
      body: { code: "field_invalid", param: names[param] },
    });
    expect((await sign(allowed)).status).toBe(200);
  });
});
