import type { Browser, BrowserContextOptions } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { OrderDesk } from "../support/orderDesk.js";
import { axeFindings, desk as deskSize, keepPicture, launch, phone, sidewaysScroll } from "./browser.js";
import { ConsoleVisit } from "./consoleVisit.js";

const looks: readonly [string, BrowserContextOptions][] = [
  ["desktop", deskSize],
  ["desktop-dark", { ...deskSize, colorScheme: "dark" }],
  ["phone", phone],
  ["phone-dark", { ...phone, colorScheme: "dark" }],
  ["narrow", { ...phone, viewport: { width: 320, height: 568 } }],
  ["narrow-dark", { ...phone, viewport: { width: 320, height: 568 }, colorScheme: "dark" }],
];

describeWith(["chromium"], "the console's page of client certificates", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let visit: ConsoleVisit;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  afterEach(() => visit?.close());

  test.each(looks)(
    "%s: passes axe with nothing violated or undecided, and fits its width",
    async (look, device) => {
      visit = await ConsoleVisit.open(browser, desk, device);
      const { page } = visit;
      const found: string[] = [];
      const check = async (state: string) => {
        await keepPicture(page, `console-${look}-${state}`, { fullPage: true });
        found.push(...(await axeFindings(page)).map((finding) => `${state}: ${finding}`));
        if ((await sidewaysScroll(page)) > 0) found.push(`${state}: scrolls sideways`);
      };
      await check("1-closed");
      await visit.submitKey("paraph_test_x");
      await check("2-wrong");
      await visit.unlock((await desk.service.tenant()).apiKey);
      await check("3-empty");
      await visit.press("Issue a certificate");
      await check("4-issue");
      await page.getByLabel("Name").fill("ERP, production");
      await visit.press("Issue it");
      await visit.heading("The certificate is issued");
      await page.getByText("Try it with curl").click();
      await check("5-issued");
      await visit.press("Done");
      await check("6-warned");
      await visit.press("Done");
      await page.getByText("Details").click();
      await check("7-listed");
      await visit.press("Revoke ERP, production");
      await check("8-revoke");
      await visit.press("Revoke it");
      await page.getByText("“ERP, production” is revoked.").waitFor();
      await check("9-revoked");
      expect(found).toEqual([]);
      expect(visit.complaints).toEqual([]);
    },
    60_000,
  );
});
