import { X509Certificate } from "node:crypto";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const all = ["given_name", "surname", "email", "phone"];

test("a signer corrects what the order lets them, and the trail keeps before and after with their personal data", async () => {
  const order = await desk.order([ada], { editable_identity: all });
  const browser = desk.browser(order);
  await browser.read();
  const changed = await browser.client.request("PATCH", `${browser.path}/identity`, {
    surname: "King",
    phone: "+447700900123",
    given_name: "Ada",
  });
  expect(changed.body).toEqual({
    given_name: "Ada",
    surname: "King",
    email: "ada@example.org",
    phone: "+447700900123",
  });
  const event = (await desk.events(order)).find(({ type }) => type === "identity.edited")!;
  expect(event).toMatchObject({
    actor: { kind: "signer" },
    data: { fields: ["surname", "phone"] },
    personal: {
      before: { surname: "Lovelace", phone: null },
      after: { surname: "King", phone: "+447700900123" },
    },
  });
  expect(JSON.stringify(event.data)).not.toContain("King");
  expect(await browser.status()).toMatchObject({
    signer: { name: "Ada King" },
    identity: { surname: "King" },
    editable_identity: all,
  });
});

test("the certificate names the corrected name", async () => {
  const order = await desk.order([ada], { editable_identity: ["surname"] });
  const browser = desk.browser(order);
  await browser.read();
  await browser.client.request("PATCH", `${browser.path}/identity`, { surname: "King" });
  expect((await browser.sign()).status).toBe(200);
  const issued = (await desk.events(order)).find(({ type }) => type === "certificate.issued")!;
  const der = Buffer.from(String(issued.personal!["certificate"]), "base64");
  const certificate = new X509Certificate(der);
  expect(certificate.subject).toContain("SN=King");
  expect(issued.data["sha256"]).toBe(certificate.fingerprint256.replaceAll(":", "").toLowerCase());
});

test("a code that was sent before is void, and the next one goes to the corrected address", async () => {
  const order = await desk.order([ada], { editable_identity: ["email"] });
  const browser = desk.browser(order);
  await browser.read();
  const otp = await browser.receiveCode();
  await browser.client.request("PATCH", `${browser.path}/identity`, { email: "ada@king.example" });
  const refused = await browser.client.post(`${browser.path}/verify-otp`, { otp });
  expect(refused).toMatchObject({ status: 409, body: { code: "otp_missing" } });
  desk.service.clock.advance(30);
  const sent = await browser.client.post(`${browser.path}/send-otp`);
  expect(sent.body).toMatchObject({ sent_to: "a***@king.example" });
});

test("the link stays the same, whatever is corrected", async () => {
  const order = await desk.order([ada], { editable_identity: all });
  const browser = desk.browser(order);
  await browser.read();
  await browser.client.request("PATCH", `${browser.path}/identity`, { email: "ada@king.example" });
  expect((await desk.read(order)).signers[0]).toMatchObject({
    email: "ada@king.example",
    signing_url: order.signers[0]!.signing_url,
    state: "opened",
  });
  expect((await browser.sign()).status).toBe(200);
});

test.each([
  ["a field that the order does not name", { given_name: "Augusta" }, "given_name"],
  ["a name of blanks", { surname: "   " }, "surname"],
  ["a name with a control character", { surname: "Ki\u202eng" }, "surname"],
  ["an address that is none", { email: "nobody" }, "email"],
])("%s is refused, naming it, and nothing is recorded", async (_, body, param) => {
  const order = await desk.order([ada], { editable_identity: ["surname", "email"] });
  const browser = desk.browser(order);
  await browser.read();
  const refused = await browser.client.request("PATCH", `${browser.path}/identity`, body);
  expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param } });
  expect(await desk.count(order, "identity.edited")).toEqual([0]);
});

test("what is said to be as it was changes nothing, and voids no code", async () => {
  const order = await desk.order([ada], { editable_identity: all });
  const browser = desk.browser(order);
  await browser.read();
  const otp = await browser.receiveCode();
  const same = await browser.client.request("PATCH", `${browser.path}/identity`, { surname: "Lovelace" });
  expect(same.status).toBe(200);
  expect(await desk.count(order, "identity.edited")).toEqual([0]);
  expect((await browser.client.post(`${browser.path}/verify-otp`, { otp })).status).toBe(200);
});

test("whoever has the link sees the signer's addresses masked, but for those that the order lets them correct", async () => {
  const signer = { ...ada, phone: "+447700900123" };
  const seen = async (editable_identity: string[]) => {
    const order = await desk.order([signer], { editable_identity });
    const browser = desk.browser(order);
    await browser.read();
    const status = await browser.status();
    const changed = await browser.client.request<object>("PATCH", `${browser.path}/identity`, {
      surname: "King",
    });
    expect(changed.body).toEqual({ ...status.identity, surname: "King" });
    expect(status.signer.email).toBe(status.identity.email);
    return [status.identity.email, status.identity.phone];
  };
  const masked = ["a***@example.org", "+44 *** 23"];
  expect(await seen(["surname"])).toEqual(masked);
  expect(await seen(["surname", "email"])).toEqual([ada.email, masked[1]]);
  expect(await seen(["surname", "phone"])).toEqual([masked[0], signer.phone]);
});

test("a signer corrects their data twenty times and no more; their tenant still can", async () => {
  const order = await desk.order([ada], { editable_identity: all });
  const browser = desk.browser(order);
  await browser.read();
  const name = (surname: string) => browser.client.request("PATCH", `${browser.path}/identity`, { surname });
  for (let count = 1; count <= 20; count++) expect((await name(`King ${count}`)).status).toBe(200);
  expect(await name("King")).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param: "surname" },
  });
  expect((await name("King 20")).status).toBe(200);
  expect(await desk.count(order, "identity.edited")).toEqual([20]);
  const signer = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
  expect((await desk.client.request("PATCH", signer, { surname: "King" })).status).toBe(200);
});
