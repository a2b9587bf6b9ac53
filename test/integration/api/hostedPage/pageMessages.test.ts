import { execFileSync } from "node:child_process";
import { deliverDueMessages } from "../../../../api/messages/messenger.js";
import { describeWith } from "../../../support/judges.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: "Arbor Homes" });
});
afterAll(() => desk.close());

const newest = async () => (await desk.service.outbox.list({ limit: 1 }))[0]!;

test("the logo of an order's page heads its code and its letters before the profile's, on the page's ground", async () => {
  const branding = { logo: { url: "https://cdn.example/letters.png" } };
  const profile = { logo_url: "https://cdn.example/profile.png", colors: { sidebar_background: "#10254a" } };
  await desk.client.post("/v1/profiles", { code: "crm", name: "CRM", branding, page: profile });
  const logoOf = async (page: object | null) => {
    const order = await desk.order([ada], { profile: "crm", ...(page && { page }) });
    await deliverDueMessages(desk.service.platform);
    const invitation = await newest();
    await desk.browser(order).receiveCode();
    const heads = [invitation, await newest()].map(({ html }) =>
      /background-color:(#\w+)"><img src="([^"]+)"|<img src="([^"]+)"/.exec(html ?? ""),
    );
    return heads.map((head) => [head?.[1], head?.[2] ?? head?.[3]]);
  };
  const own = "https://cdn.example/order.svg";
  expect(await logoOf({ logo_url: own })).toEqual([
    ["#10254a", own],
    ["#10254a", own],
  ]);
  const usual = branding.logo.url;
  expect(await logoOf(null)).toEqual([
    [undefined, usual],
    [undefined, usual],
  ]);
  expect(await logoOf({ logo_url: null })).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test("an order's time zone is that of its letters, before the profile's", async () => {
  await desk.client.post("/v1/profiles", {
    code: "erp",
    name: "ERP",
    sender: { time_zone: "America/Montreal" },
  });
  const told = async (more: object) => {
    await desk.order([ada], { profile: "erp", ...more });
    await deliverDueMessages(desk.service.platform);
    return (await newest()).text;
  };
  expect(await told({ time_zone: "Asia/Kolkata" })).toContain("GMT+5:30");
  expect(await told({})).toMatch(/GMT-[45]/);
});

describeWith(["pdftotext"], "the visible signature", () => {
  test.each([
    [{ time_zone: "Asia/Kolkata" }, /, \d\d:\d\d UTC\+5:30$/m],
    [{}, /, \d\d:\d\d UTC$/m],
  ])("tells its time with %j, and how far that is from UTC", async (more, line) => {
    const order = await desk.order([ada], more);
    expect((await desk.browser(order).sign()).status).toBe(200);
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    const pdf = (await desk.client.get<Buffer>(path)).body;
    expect(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" })).toMatch(line);
    // What the trail tells is one zone's for all orders.
    const events = await desk.events(order);
    expect(events.every(({ time }) => time.endsWith("Z"))).toBe(true);
  });
});
