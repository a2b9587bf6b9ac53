import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { OrderDesk } from "../support/orderDesk.js";
import { axeFindings, keepPicture, launch, phone } from "./browser.js";
import { ConsoleVisit } from "./consoleVisit.js";

describeWith(["chromium"], "in the console a tenant's staff", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let visit: ConsoleVisit;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open(), launch()]);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const allowed = async () =>
    (await desk.client.get<{ ranges: string[] }>("/v1/allowed-addresses")).body.ranges;
  const ranges = () => visit.page.getByLabel("Addresses and ranges, one a line");

  test("allow ranges with their own address, and after a question everybody again", async () => {
    visit = await ConsoleVisit.open(browser, desk);
    const { page } = visit;
    await visit.unlock(desk.client.apiKey!);
    await ranges().fill("2001:db8::/48\n203.0.113.0/24");
    await visit.press("Add it");
    await visit.press("Save");
    await page.locator(".notice", { hasText: "callers may come from these only" }).waitFor();
    expect(await allowed()).toEqual(["127.0.0.1/32", "203.0.113.0/24", "2001:db8::/48"]);
    await ranges().fill("");
    await visit.press("Save");
    await page.getByText("Without any, callers may come from anywhere").waitFor();
    expect(await allowed()).toHaveLength(3);
    await visit.press("Save it all the same");
    await page.locator(".notice", { hasText: "Saved: callers may come from anywhere" }).waitFor();
    expect(await allowed()).toEqual([]);
  });

  test("see the ranges as they are kept, each one once", async () => {
    visit = await ConsoleVisit.open(browser, desk);
    await visit.unlock(desk.client.apiKey!);
    await ranges().fill("127.0.0.1, 127.0.0.1\n\n");
    await visit.press("Save");
    await visit.page.locator(".notice", { hasText: "callers may come from these only" }).waitFor();
    expect(await ranges().inputValue()).toBe("127.0.0.1/32");
    await desk.client.request("DELETE", "/v1/allowed-addresses");
  });

  test("are told which line is no address", async () => {
    visit = await ConsoleVisit.open(browser, desk);
    await visit.unlock(desk.client.apiKey!);
    await ranges().fill("127.0.0.1\n10.0.0.300");
    await visit.press("Save");
    await visit.page.getByText(/^Line 2: /).waitFor();
    expect(await allowed()).toEqual([]);
  });

  test.each([
    ["light", { ...phone, viewport: { width: 320, height: 568 } }],
    ["dark", { ...phone, viewport: { width: 320, height: 568 }, colorScheme: "dark" as const }],
  ])("are warned before they lock themselves out, and see who was refused (%s)", async (look, device) => {
    visit = await ConsoleVisit.open(browser, desk, device);
    const { page } = visit;
    const { apiKey } = await desk.service.tenant("Careless");
    await visit.unlock(apiKey);
    await ranges().fill("203.0.113.7");
    await visit.press("Save");
    await page.getByRole("button", { name: "Save it all the same" }).waitFor();
    await keepPicture(page, `console-narrow-${look}-addresses`, { fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await visit.press("Save it all the same");
    await page.locator(".notice", { hasText: "callers may come from these only" }).waitFor();
    await visit.press("Look again for refused calls");
    await visit.heading("Open with an API key");
    await page
      .locator(".complaint", { hasText: /address/ })
      .first()
      .waitFor();
  });

  test.each(["light", "dark"] as const)(
    "see who was refused, how often and why (%s)",
    async (colorScheme) => {
      const { tenantId, apiKey } = await desk.service.tenant("Refused");
      await desk.sql(
        `INSERT INTO access_refusals (tenant_id, id, api_key_id, credential, reason, mode, refused, first_at, last_at, told_at)
       SELECT '${tenantId}', gen_random_uuid(), id, id, 'address_not_allowed', 'test', 12, now() - interval '1 day', now(), now()
       FROM api_keys WHERE tenant_id = '${tenantId}'`,
      );
      visit = await ConsoleVisit.open(browser, desk, { viewport: { width: 1280, height: 800 }, colorScheme });
      const { page } = visit;
      await visit.unlock(apiKey);
      await visit.heading("The address is not allowed.");
      await page.getByText("12 calls").waitFor();
      await page.getByText("API key first key").waitFor();
      await keepPicture(page, `console-refused-${colorScheme}`, { fullPage: true });
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
