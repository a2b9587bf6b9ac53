import type { PageSettings } from "../../../../api/hostedPage/pageSettings.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { PositionView } from "../../../../api/placements/fieldViews.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ApiClient } from "../../../support/apiClient.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: "Arbor Homes" });
});
afterAll(() => desk.close());

const policyOf = (headers: Headers, directive: string) =>
  (headers.get("Content-Security-Policy") ?? "")
    .split("; ")
    .find((part) => part.startsWith(`${directive} `))
    ?.slice(directive.length + 1);

const page: PageSettings = {
  colors: { header_background: "#10254a", header_title: "#10254a" },
  logo_url: "https://cdn.example/logo.svg",
  hide: ["download_source"],
  frame_ancestors: ["https://crm.example"],
  complete_url: "https://crm.example/done?token=1",
  cancel_url: "http://127.0.0.1:8080/later",
};

function create(more: object, client = desk.client) {
  return client.post<OrderView & { param: string }>("/v1/orders", {
    title: "Agreement",
    documents: [{ name: "a.pdf", content: desk.content }],
    signers: [ada],
    ...more,
  });
}

describe("an order's page", () => {
  test("is kept as it was asked for, and told where a colour had to give way", async () => {
    const order = await desk.order([ada], { page, signature_modes: ["drawn"], time_zone: "Europe/Paris" });
    expect(await desk.read(order)).toMatchObject({
      page,
      signature_modes: ["drawn"],
      time_zone: "Europe/Paris",
    });
    expect(order.page_corrections).toEqual([
      { param: "page.colors.header_title", used: expect.stringMatching(/^#[0-9a-f]{6}$/) },
    ]);
    const plain = await desk.order();
    expect(plain).toMatchObject({ page: {}, page_corrections: [], time_zone: null });
    expect(plain.signature_modes).toEqual(["typed", "drawn"]);
  });

  test("reaches the signer's page, with the way out that fits how far the signer is", async () => {
    const order = await desk.order([ada], { page });
    const signer = desk.browser(order);
    const before = (await signer.status()).page;
    expect(before).toMatchObject({
      logo_url: page.logo_url,
      hide: ["download_source"],
      frame_ancestors: page.frame_ancestors,
      complete_url: null,
      cancel_url: page.cancel_url,
    });
    expect(before.theme?.light["header_background"]).toBe("#10254a");
    await signer.sign();
    expect((await signer.status()).page).toMatchObject({ complete_url: page.complete_url, cancel_url: null });
  });

  test("is told which places will look as their caller says, so that it shows no ink there", async () => {
    const appearance = { lines: [{ text: "Ada", x: 5, y: 5 }] };
    const at = { page: 1, x: 100, width: 200, height: 40 };
    const placements = [
      { ...at, y: 500, appearance },
      { ...at, y: 600 },
    ];
    const signer = desk.browser(await desk.order([{ ...ada, placements }]));
    const { body } = await signer.client.get<PositionView[]>(`${signer.path}/positions`);
    expect(body.map(({ y, own_appearance }) => [y, own_appearance])).toEqual([
      [500, true],
      [600, false],
    ]);
  });

  test("two orders are framed by their own pages each, and one that names none by nobody", async () => {
    const ancestors = ["https://erp.example", "https://hr.example:8443"];
    const orders = [
      await desk.order([ada], { page }),
      await desk.order([ada], { page: { frame_ancestors: ancestors } }),
      await desk.order(),
    ];
    const opened = await Promise.all(orders.map((order) => desk.browser(order).open()));
    expect(opened.map(({ headers }) => policyOf(headers, "frame-ancestors"))).toEqual([
      "https://crm.example",
      "https://erp.example https://hr.example:8443",
      "'none'",
    ]);
    expect(opened.map(({ headers }) => headers.get("X-Frame-Options"))).toEqual([null, null, null]);
    expect(policyOf(opened[0]!.headers, "img-src")).toBe("'self' data: blob: https://cdn.example");
    const nobody = await fetch(new URL(`/s/${"A".repeat(43)}`, desk.service.baseUrl));
    expect(policyOf(nobody.headers, "frame-ancestors")).toBe("'none'");
  });

  test("has from its profile what it does not say itself, also when the profile changes later", async () => {
    const ofProfile = { ...page, colors: { footer_background: "#111111", header_background: "#222222" } };
    await desk.client.post("/v1/profiles", { code: "crm", name: "CRM", page: ofProfile });
    const own = { colors: { header_background: "#333333" }, hide: [], logo_url: null };
    const order = await desk.order([ada], { profile: "crm", page: own });
    expect(order.page).toEqual(own);
    const told = async () => (await desk.browser(order).status()).page;
    expect(await told()).toMatchObject({
      theme: { light: { footer_background: "#111111", header_background: "#333333" } },
      logo_url: null,
      hide: [],
      cancel_url: page.cancel_url,
    });
    await desk.client.request("PATCH", "/v1/profiles/crm", {
      page: { frame_ancestors: ["https://new.example"] },
    });
    expect(await told()).toMatchObject({ frame_ancestors: ["https://new.example"], cancel_url: null });
    const { headers } = await desk.browser(order).open();
    expect(policyOf(headers, "frame-ancestors")).toBe("https://new.example");
  });

  test.each<[object, string]>([
    [{ page: { colors: { header_title: "navy" } } }, "page.colors.header_title"],
    [{ page: { colors: { header_colour: "#000000" } } }, "page.colors.header_colour"],
    [{ page: { complete_url: "javascript:alert(1)" } }, "page.complete_url"],
    [{ page: { frame_ancestors: ["https://*.example.com"] } }, "page.frame_ancestors[0]"],
    [{ page: { hide: ["footer"] } }, "page.hide[0]"],
    [{ signature_modes: [] }, "signature_modes"],
    [{ signature_modes: ["carved"] }, "signature_modes[0]"],
    [{ time_zone: "Europe/Atlantis" }, "time_zone"],
    [{ time_zone: "+05:00" }, "time_zone"],
  ])("%j is refused with the field's name", async (more, param) => {
    expect(await create(more)).toMatchObject({ status: 422, body: { code: "field_invalid", param } });
  });

  test("leads a live order's signers nowhere without TLS", async () => {
    const { apiKey } = await desk.service.tenant("Live", "live");
    const live = new ApiClient(desk.service.baseUrl, apiKey);
    const answer = await create({ page: { cancel_url: "http://crm.example" } }, live);
    expect(answer).toMatchObject({ status: 422, body: { param: "page.cancel_url" } });
  });
});

test("orders of a template and of a list have its page, unless they have their own", async () => {
  const content = desk.content;
  const settings = { page: { hide: ["header"] }, signature_modes: ["typed"], time_zone: "Asia/Tokyo" };
  const make = (with_: object) =>
    desk.client.post<{ id: string; param: string }>("/v1/templates", {
      name: "Lease",
      title: "Lease",
      documents: [{ name: "lease.pdf", content }],
      roles: [{ name: "tenant" }],
      settings: with_,
    });
  expect(await make({ page: { logo_url: "http://a.example" } })).toMatchObject({
    status: 422,
    body: { param: "settings.page.logo_url" },
  });
  const template = (await make(settings)).body.id;
  const signers = [{ ...ada, template_role: "tenant" }];
  const like = await desk.client.createOrder({ template, signers });
  expect(like).toMatchObject(settings);
  const own = { hide: ["sidebar"] };
  expect((await desk.client.createOrder({ template, signers, page: own })).page).toEqual(own);
  const lines = [{ signers }];
  const bulk = (common: object) => desk.client.post(`/v1/templates/${template}/bulk`, { lines, common });
  expect(await bulk({ page: { complete_url: "ftp://a.example" } })).toMatchObject({
    status: 422,
    body: { param: "common.page.complete_url" },
  });
  // The newest order is told first: those of one millisecond come as they come.
  desk.service.clock.advance(1);
  expect((await bulk({ page: own, time_zone: "Europe/Rome" })).status).toBe(202);
  while ((await sweep(desk.service.platform)) > 0);
  const [newest] = (await desk.client.get<{ data: OrderView[] }>("/v1/orders?limit=1")).body.data;
  expect(newest).toMatchObject({ template, page: own, signature_modes: ["typed"], time_zone: "Europe/Rome" });
});
