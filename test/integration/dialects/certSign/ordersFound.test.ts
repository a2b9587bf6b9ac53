import { decimalId } from "../../../../api/dialects/certsign/decimalId.js";
import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { ada, uuidOf } from "../../../support/orderDesk.js";
import { CertSignDesk, type Failed, holder } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

const remove = <Body = null>(order: OrderAnswer) =>
  desk.call<Body>("DELETE", `/ephemeral/orders/?id=${order.orderRequestId}`);

describe("deleting an order", () => {
  test("discards it, and does no more when it is repeated", async () => {
    const order = await desk.order();
    const answers = [await remove(order), await remove(order)];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ""],
      [204, ""],
    ]);
    expect((await desk.read(order)).status).toBe("DISCARDED");
    expect((await desk.events(order)).filter(({ type }) => type === "order.cancelled")).toHaveLength(1);
  });

  test("is refused once the certificate has been generated", async () => {
    const order = await desk.order();
    await desk.addDocuments(order);
    await desk.sign(order);
    const { status, body } = await remove<Failed>(order);
    expect([status, body.errorCode]).toEqual([409, "ORDER_STATE"]);
    expect((await desk.read(order)).status).toBe("CLOSED");
  });

  test("works on orders of other interfaces, until one of their signers has signed", async () => {
    const bob = { ...ada, given_name: "Bob", email: "bob@example.org" };
    const [unsigned, half] = [await desk.desk.order([ada, bob]), await desk.desk.order([ada, bob])];
    await desk.desk.browser(half).sign();
    const byNumber = (order: OrderView) => ({ orderRequestId: decimalId(uuidOf(order.id)) }) as OrderAnswer;
    expect((await remove(byNumber(unsigned))).status).toBe(204);
    expect((await remove<Failed>(byNumber(half))).body.errorMsg).toMatch(/certificate has been generated/);
    expect([(await desk.desk.read(unsigned)).state, (await desk.desk.read(half)).state]).toEqual([
      "cancelled",
      "in_progress",
    ]);
  });
});

describe("searching orders", () => {
  test("finds them by address, by number however it is written, by profile, and by all of them", async () => {
    await desk.desk.client.post("/v1/profiles", { code: "crm", name: "CRM" });
    const person = { ...holder, email: "grace@example.org", mobile: "0695897878" };
    const one = await desk.order({ holder: person, enableOtp: true });
    desk.desk.service.clock.advance(1);
    const other = await desk.order({ holder: person });
    await desk.addDocuments(one, [desk.document()], "/trigger");
    await desk.code(one, "&smsApplicationCode=crm");
    const found = async (query: string) =>
      (await desk.call<OrderAnswer[]>("GET", `/ephemeral/orders/search?${query}`)).body.map(
        ({ orderRequestId }) => orderRequestId,
      );
    const both = [other.orderRequestId, one.orderRequestId];
    expect(await found("email=Grace@example.org")).toEqual(both);
    for (const mobile of ["0695897878", "%2B33695897878", "+33695897878", "33695897878"]) {
      expect(await found(`mobile=${mobile}`)).toEqual(both);
    }
    expect(await found("raProfile=crm")).toEqual([one.orderRequestId]);
    expect(await found("raProfile=crm&mobile=0695897878&email=grace@example.org")).toEqual([
      one.orderRequestId,
    ]);
    expect(await found("email=grace@example.org&mobile=0695897879")).toEqual([]);
    for (const query of ["raProfile=none", "mobile=nine", "email=nobody@example.org"]) {
      expect(await found(query)).toEqual([]);
    }
    expect(await found("")).toEqual(expect.arrayContaining(both));
  });
});
