import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { trailAsHtml } from "../../api/auditTrail/renderings/html.js";
import { auditTrailOf } from "../../engine/auditTrail/auditTrailOf.js";
import { chainOf } from "../support/eventChain.js";
import { everyEvent } from "../support/everyEvent.js";
import { describeWith } from "../support/judges.js";
import { axeViolations, keepPicture, launch, sidewaysScroll, watchedPage } from "./browser.js";

const trail = auditTrailOf(chainOf(everyEvent));
const narrow = { viewport: { width: 320, height: 700 }, deviceScaleFactor: 2 };
const wide = { viewport: { width: 1100, height: 1000 } };

describeWith(["chromium"], "the audit trail as a page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function shown(
    name: string,
    language: string,
    screen: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const watched = await watchedPage(browser, screen);
    try {
      const asked: string[] = [];
      watched.page.on("request", (one) => asked.push(one.url()));
      await watched.page.setContent(trailAsHtml(trail, language));
      await keepPicture(watched.page, `auditTrail/${name}`, { fullPage: true });
      await look(watched.page);
      expect(asked).toEqual([]);
      expect(watched.complaints).toEqual([]);
    } finally {
      await watched.close();
    }
  }

  test.each<[string, string, BrowserContextOptions]>([
    ["light", "en", { ...wide, colorScheme: "light" }],
    ["dark", "de", { ...wide, colorScheme: "dark" }],
    ["from the right", "ar", { ...wide, colorScheme: "light" }],
    ["on a small phone", "fr", { ...narrow, colorScheme: "dark" }],
  ])(
    "can be read by everybody, fetches nothing, and fits the screen: %s",
    (name, language, screen) =>
      shown(name.replaceAll(" ", "-"), language, screen, async (page) => {
        expect(await axeViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      }),
    60_000,
  );

  test("is styled by its own policy, and runs no script", () =>
    shown("policy", "en", wide, async (page) => {
      const styled = await page.evaluate("getComputedStyle(document.querySelector('dl')).display");
      expect(styled).toBe("grid");
      expect(await page.locator("script").count()).toBe(0);
    }));

  test("is printed without its list of contents, in black on white", () =>
    shown("printed", "en", { ...wide, colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.locator("nav").isVisible()).toBe(false);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
    }));
});
