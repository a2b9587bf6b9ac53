import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import { at, refusal, untouched } from "../../support/signerChanges.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };

describe("correcting a signer", () => {
  test("with a new e-mail address makes the old link useless and brings another, to be opened anew", async () => {
    const order = await desk.order([ada, charles]);
    const before = desk.browser(order, 0);
    await before.read();
    const session = await before.session();
    const after = await untouched(desk, order, [1], async () => {
      await desk.client.request("PATCH", at(order, order.signers[0]), { email: "countess@example.org" });
    });
    expect(after.signers[0]).toMatchObject({
      id: order.signers[0]!.id,
      email: "countess@example.org",
      state: "waiting",
      opened_at: null,
    });
    expect(after.signers[0]!.signing_url).not.toBe(order.signers[0]!.signing_url);
    expect((await before.client.refused("GET", `${before.path}/status`)).body.code).toBe("not_found");
    const now = desk.browser(after, 0);
    const headers = { Authorization: `Bearer ${session}` };
    await now.read();
    const { consent } = await now.status();
    const stolen = await now.client.refused(
      "POST",
      `${now.path}/sign`,
      { consentText: consent.text },
      headers,
    );
    expect([stolen.status, stolen.body.code]).toEqual([401, "session_expired"]);
    desk.service.clock.advance(60);
    expect((await now.sign()).status).toBe(200);
  });

  test("with a new name keeps the link, and takes back the code that was sent", async () => {
    const order = await desk.order([ada]);
    const browser = desk.browser(order, 0);
    await browser.read();
    const otp = await browser.receiveCode();
    const path = at(order, order.signers[0]);
    const { body } = await desk.client.request<OrderView>("PATCH", path, { given_name: "Augusta" });
    expect(body.signers[0]).toMatchObject({
      given_name: "Augusta",
      signing_url: order.signers[0]!.signing_url,
    });
    expect((await browser.client.refused("POST", `${browser.path}/verify-otp`, { otp })).body.code).toBe(
      "otp_missing",
    );
  });

  test("is told in the trail with what was before and after, sealed", async () => {
    const order = await desk.order([ada]);
    await desk.client.request("PATCH", at(order, order.signers[0]), { surname: "King", language: "fr" });
    const event = (await desk.events(order)).find(({ type }) => type === "signer.changed");
    expect(event).toMatchObject({ data: { fields: ["surname", "language"] } });
    expect(JSON.stringify(event?.data)).not.toContain("King");
    expect(event).toMatchObject({
      personal: { before: { surname: "Lovelace" }, after: { surname: "King" } },
    });
  });

  test("moves them to a later group, whose turn comes after the others'", async () => {
    const order = await desk.order([ada, charles]);
    const path = at(order, order.signers[0]);
    const { body } = await desk.client.request<OrderView>("PATCH", path, { group: 2 });
    expect(body.signers.map(({ turn }) => turn)).toEqual(["later", "now"]);
    expect(body.signers[0]!.invited_at).toBeNull();
    await desk.browser(order, 1).sign();
    expect((await desk.read(order)).signers[0]).toMatchObject({
      turn: "now",
      invited_at: expect.any(String),
    });
  });

  test("that changes nothing is no line of the trail", async () => {
    const order = await desk.order([ada]);
    await desk.client.request("PATCH", at(order, order.signers[0]), { given_name: "Ada" });
    expect(await desk.count(order, "signer.changed")).toEqual([0]);
  });

  test.each([
    ["no address for the codes", { email: null }, [422, "field_invalid", "email"]],
    ["a channel without an address", { authentication: "sms" }, [422, "field_invalid", "phone"]],
    ["a group that is over", { group: 1 }, [422, "field_invalid", "group"]],
    ["a name of blanks", { surname: "  " }, [422, "field_invalid", "surname"]],
  ])("is refused for %s", async (_what, request, expected) => {
    const order = await desk.order([{ ...ada, group: 3 }]);
    expect(await refusal(desk, "PATCH", at(order, order.signers[0]), request)).toEqual(expected);
  });

  test("is refused once they have signed, and for a witness who would come first", async () => {
    const order = await desk.order([
      ada,
      { ...charles, group: 2 },
      { ...grace, role: "witness", witness_of: 1, group: 2 },
    ]);
    await desk.browser(order, 0).sign();
    expect(await refusal(desk, "PATCH", at(order, order.signers[0]), { surname: "King" })).toEqual([
      409,
      "signer_already_signed",
    ]);
    expect(await refusal(desk, "PATCH", at(order, order.signers[1]), { group: 3 })).toEqual([
      422,
      "field_invalid",
      "group",
    ]);
  });
});
