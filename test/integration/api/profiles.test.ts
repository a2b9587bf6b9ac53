import type { OrderView } from "../../../api/orders/orderViews.js";
import type { ProfileView } from "../../../api/profiles/profileView.js";
import { ApiClient } from "../../support/apiClient.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { send } from "./otpCodes.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open({ tenantName: "Northwind" });
});
afterEach(() => desk.close());

async function create(body: object): Promise<ProfileView> {
  const answer = await desk.client.post<ProfileView>("/v1/profiles", { name: "Contracts", ...body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const refused = (more: object) =>
  desk.client.post("/v1/orders", {
    title: "Agreement",
    documents: [{ name: "a.pdf", content: desk.content }],
    signers: [ada],
    ...more,
  });

test("an order has the profile that it names by code or id, else the default one, else none", async () => {
  const before = await desk.order();
  const crm = await create({ code: "crm" });
  const erp = await create({ code: "erp", default: true });
  const orders = [
    await desk.order([ada], { profile: "crm" }),
    await desk.order([ada], { profile: erp.id }),
    await desk.order(),
  ];
  expect([before, ...orders].map(({ profile }) => profile)).toEqual([null, crm.id, erp.id, erp.id]);
  expect(await refused({ profile: "nobody" })).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param: "profile" },
  });
});

test("of two profiles that are made the default one at once, one is it in the end", async () => {
  const codes = Array.from({ length: 6 }, (_, index) => `p${index}`);
  await Promise.all(codes.map((code) => create({ code, default: true })));
  const { data } = (await desk.client.get<{ data: ProfileView[] }>("/v1/profiles")).body;
  expect(data.filter((profile) => profile.default)).toHaveLength(1);
  expect(data).toHaveLength(6);
});

test("two profiles cannot have one code, until the first is archived; its orders keep it, and no other gets it", async () => {
  const first = await create({ code: "crm", default: true, otp: { length: 8 } });
  const order = await desk.order();
  expect(await desk.client.post("/v1/profiles", { code: "crm", name: "Again" })).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param: "code" },
  });
  const archived = await desk.client.request<ProfileView>("DELETE", "/v1/profiles/crm");
  expect(archived.body).toMatchObject({ id: first.id, default: false, archived_at: expect.any(String) });
  expect((await desk.client.get(`/v1/profiles/${first.id}`)).status).toBe(404);
  expect((await desk.order()).profile).toBeNull();
  expect((await send(desk.browser(order))).body).toMatchObject({ length: 8 });
  expect((await create({ code: "crm" })).id).not.toBe(first.id);
});

test("profiles are listed newest first, page by page, and each is read by its id and its code", async () => {
  for (const code of ["a", "b", "c"]) {
    await create({ code });
    desk.service.clock.advance(1);
  }
  const first = await desk.client.get<{ data: ProfileView[]; next_cursor: string }>("/v1/profiles?limit=2");
  const second = await desk.client.get<{ data: ProfileView[]; next_cursor: null }>(
    `/v1/profiles?limit=2&cursor=${first.body.next_cursor}`,
  );
  const listed = [...first.body.data, ...second.body.data];
  expect(listed.map(({ code }) => code)).toEqual(["c", "b", "a"]);
  expect(second.body.next_cursor).toBeNull();
  for (const name of ["b", listed[1]!.id]) {
    expect((await desk.client.get(`/v1/profiles/${name}`)).body).toEqual(listed[1]);
  }
});

test("a profile of the other mode, and another tenant's, are not there", async () => {
  const crm = await create({ code: "crm" });
  const { apiKey } = await desk.service.tenant("Other", "live");
  const other = new ApiClient(desk.service.baseUrl, apiKey);
  for (const name of [crm.id, "crm"]) {
    expect((await other.get(`/v1/profiles/${name}`)).status).toBe(404);
    expect((await other.request("PATCH", `/v1/profiles/${name}`, { name: "Mine" })).status).toBe(404);
    expect((await other.request("DELETE", `/v1/profiles/${name}`)).status).toBe(404);
  }
  await desk.sql("UPDATE profiles SET mode = 'live'");
  expect((await desk.client.get("/v1/profiles/crm")).status).toBe(404);
  expect((await desk.client.get<{ data: object[] }>("/v1/profiles")).body.data).toEqual([]);
  expect((await refused({ profile: "crm" })).body).toMatchObject({ param: "profile" });
});

test("a change takes the place of what it names and leaves the rest, and counts for the orders that there are", async () => {
  await create({ code: "crm", otp: { length: 8 }, sender: { name: "Northwind CRM" } });
  const order = await desk.order([ada], { profile: "crm" });
  const changed = await desk.client.request<ProfileView>("PATCH", "/v1/profiles/crm", {
    otp: { length: 10 },
  });
  expect(changed.body).toMatchObject({ otp: { length: 10 }, sender: { name: "Northwind CRM" }, code: "crm" });
  expect(changed.body.otp_policy).toMatchObject({ length: 10, alphabet: "digits", tries: 3 });
  expect(changed.body.otp_odds_one_in).toBe(Math.floor(1e10 / 24));
  expect((await send(desk.browser(order))).body).toMatchObject({ length: 10 });
});

test("an order has its profile's reminders unless it names its own", async () => {
  await create({ code: "crm", reminders: { days: 3, count: 2 } });
  const withOwn = await desk.order([ada], { profile: "crm", reminders: { days: 9, count: 1 } });
  const without = await desk.order([ada], { profile: "crm" });
  expect([without.reminders, withOwn.reminders]).toEqual([
    { days: 3, count: 2 },
    { days: 9, count: 1 },
  ]);
});

test("a message with a code comes from the order's sender, else the profile's, else the tenant, in its words", async () => {
  const texts = { en: { code: { subject: "{code} for {title}", sms: "{code} says {sender}" } } };
  await create({ code: "crm", sender: { name: "Northwind CRM", reply_to: "help@northwind.example" }, texts });
  const message = async (order: OrderView) => {
    const code = await desk.browser(order).receiveCode();
    const [newest] = await desk.service.outbox.list({ limit: 1 });
    return { ...newest!, code };
  };
  const own = await message(await desk.order([ada], { profile: "crm", sender: { name: "Zoe Q." } }));
  expect(own).toMatchObject({
    subject: `${own.code} for Agreement`,
    from: '"Zoe Q." <no-reply@example.org>',
    replyTo: "help@northwind.example",
  });
  expect((await message(await desk.order([ada], { profile: "crm" }))).from).toContain("Northwind CRM");
  expect((await message(await desk.order())).from).toContain("Northwind");
  const phone = { ...ada, phone: "+33612345678", authentication: "sms" };
  const sms = await message(await desk.order([phone], { profile: "crm" }));
  expect(sms.text).toBe(`${sms.code} says Northwind CRM`);
});

test.each<[object, string]>([
  [{ code: "-" }, "code"],
  [{ otp: { length: 4 } }, "otp"],
  [{ otp: { lifetime_seconds: 3600 } }, "otp.lifetime_seconds"],
  [{ otp: { alphabet: "emoji" } }, "otp.alphabet"],
  [{ sender: { reply_to: "a@b.c, d@e.f" } }, "sender.reply_to"],
  [{ sender: { sms_sender: "0123456789" } }, "sender.sms_sender"],
  [{ texts: { en: { code: { lead: "{link}" } } } }, "texts.en.code.lead"],
  [{ texts: { en: { code: { sms: "No code." } } } }, "texts.en.code.sms"],
  [{ texts: { en: { greeting: { lead: "Hi" } } } }, "texts.en"],
  [{ branding: { colors: { accent: "red" } } }, "branding.colors.accent"],
  [{ branding: { logo: { url: "http://example.org/a.png" } } }, "branding.logo.url"],
  [{ reminders: { days: 0, count: 1 } }, "reminders.days"],
])("%j is refused with the field's name: %s", async (more, param) => {
  expect(await desk.client.post("/v1/profiles", { code: "crm", name: "CRM", ...more })).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param },
  });
});

test("a repeat with the same Idempotency-Key makes no second profile", async () => {
  const key = { "Idempotency-Key": "once" };
  const body = { code: "crm", name: "CRM" };
  const [one, two] = [
    await desk.client.post("/v1/profiles", body, key),
    await desk.client.post("/v1/profiles", body, key),
  ];
  expect(two.body).toEqual(one.body);
  expect(two.headers.get("Idempotent-Replayed")).toBe("true");
});
