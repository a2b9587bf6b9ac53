import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { OrderDesk } from "../support/orderDesk.js";
import { launch } from "./browser.js";
import { ConsoleVisit } from "./consoleVisit.js";

describeWith(["chromium"], "the console forgets the key and what it showed", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let visit: ConsoleVisit;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open(), launch()]);
  });
  beforeEach(async () => {
    visit = await ConsoleVisit.open(browser, desk);
    await visit.page.clock.install();
    await visit.unlock(desk.client.apiKey!);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test("when its page is left, so that the browser's way back does not lead to it", async () => {
    await visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    await visit.heading("Open with an API key");
    expect(await visit.page.getByRole("heading", { name: "Certificates", exact: true }).count()).toBe(0);
  });

  test("after a quarter of an hour in which nobody touched it, and not before", async () => {
    await visit.page.clock.fastForward("14:00");
    await visit.page.keyboard.press("Shift");
    await visit.page.clock.fastForward("14:00");
    await visit.heading("Certificates");
    await visit.page.clock.fastForward("02:00");
    await visit.heading("Open with an API key");
    await visit.page.getByText("nobody used the page for 15 minutes").waitFor();
  });
});
