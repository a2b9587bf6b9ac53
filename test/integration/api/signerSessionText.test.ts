import { ada, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const unstorable = [
  ["U+0000", "a\u0000b"],
  ["half a surrogate pair", "a\ud83db"],
] as const;

describe.each(unstorable)("%s", (_, text) => {
  test("in what a signer sends is refused with the field's name, and nothing is recorded", async () => {
    const order = await desk.order();
    const browser = desk.browser(order);
    const { consent } = await browser.status();
    const session = { Authorization: `Bearer ${await browser.session()}` };
    const before = (await desk.events(order)).length;
    for (const [call, body, param] of [
      ["refuse", { reason: text }, "reason"],
      ["sign", { consentText: consent.text, typedName: text }, "typedName"],
      ["sign", { consentText: text }, "consentText"],
      ["verify-otp", { otp: text }, "otp"],
    ] as const) {
      const refused = await browser.client.post(`${browser.path}/${call}`, body, session);
      expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param } });
    }
    expect((await desk.events(order)).length).toBe(before);
    expect(
      (await browser.client.post(`${browser.path}/sign`, { consentText: consent.text }, session)).status,
    ).toBe(200);
  });

  test("in what a tenant sends is refused with the field's name, wherever it stands", async () => {
    const documents = [{ name: "a.pdf", content: desk.content }];
    const whole = { title: "Agreement", documents, signers: [ada] };
    const bodies: Record<string, object> = {
      title: { ...whole, title: text },
      "documents[0].name": { ...whole, documents: [{ ...documents[0], name: text }] },
      "signers[1].surname": { ...whole, signers: [ada, { ...ada, surname: text }] },
      "metadata.key": { ...whole, metadata: { key: text } },
      metadata: { ...whole, metadata: { [text]: "value" } },
    };
    for (const [param, body] of Object.entries(bodies)) {
      const refused = await desk.client.post("/v1/orders", body);
      expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param } });
    }
  });
});

test("U+0000 in a query is refused, too", async () => {
  const refused = await desk.client.get("/v1/orders?external_id=%00");
  expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param: "external_id" } });
});

test("every other character is kept as it was sent", async () => {
  const title = "\u0001\u001f \u202e \uffff 🖋 \u{10ffff} \u2028 İıſß Ａ";
  const order = await desk.order([ada], { title });
  const browser = desk.browser(order);
  expect((await browser.status()).request.title).toBe(title);
  expect((await browser.sign({ typedName: `${title}` })).status).toBe(200);
  expect((await desk.events(order)).find(({ type }) => type === "order.created")!.data["title"]).toBe(title);
});
