import type { Browser, BrowserContextOptions } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { type SignerOrders, signerOrders } from "../support/signerOrders.js";
import {
  axeViolations,
  desk,
  keepPicture,
  launch,
  phone,
  sidewaysScroll,
  type WatchedPage,
  watchedPage,
} from "./browser.js";
import { SignerHand } from "./signerHand.js";

const narrow: BrowserContextOptions = { ...phone, viewport: { width: 320, height: 568 } };

const looks: readonly [string, BrowserContextOptions, string][] = [
  ["phone", phone, ""],
  ["phone-dark", { ...phone, colorScheme: "dark" }, ""],
  ["desktop", desk, ""],
  ["desktop-dark", { ...desk, colorScheme: "dark" }, ""],
  ["narrow", narrow, ""],
  ["phone-right-to-left", phone, "?dir=rtl"],
];

describeWith(["chromium"], "the hosted page is for everybody", () => {
  let orders: SignerOrders;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    [orders, browser] = await Promise.all([signerOrders(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await orders?.close();
  });
  afterEach(() => watched?.close());

  test.each(looks)(
    "%s: every step passes axe with 0 violations and fits its width",
    async (look, device, query) => {
      watched = await watchedPage(browser, device);
      const { page } = watched;
      const hand = new SignerHand(page);
      const { link, code } = orders.order();
      const found: string[] = [];
      const check = async (state: string) => {
        await keepPicture(page, `${look}-${state}`);
        found.push(...(await axeViolations(page)).map((violation) => `${state}: ${violation}`));
        if ((await sidewaysScroll(page)) > 0) found.push(`${state}: scrolls sideways`);
      };
      await hand.open(`${link}${query}`);
      await check("1-read");
      await hand.press("Continue to sign");
      await hand.press("Continue");
      await check("2-consent-missing");
      await page.getByRole("checkbox").check();
      await check("2-consent");
      await hand.press("Continue");
      await check("3-typed");
      await hand.draw();
      await check("3-drawn");
      await hand.press("Send me the code");
      await hand.heading("Enter the code");
      await check("4-code");
      await hand.enterCode((await code()) === "000000" ? "000001" : "000000");
      await page.locator(".complaint:not(:empty)").waitFor();
      await check("4-wrong");
      await hand.enterCode(await code());
      await hand.heading("Check and sign");
      await check("5-sign");
      await hand.press("Refuse to sign");
      await check("6-refuse");
      await page.goBack();
      await page.route("**/signers/**", (route) => route.abort());
      await hand.press("Sign");
      await page.getByRole("alert").waitFor();
      await check("5-unknown");
      await page.unroute("**/signers/**");
      await hand.press("Sign");
      await hand.heading("You have signed");
      await page
        .getByRole("link", { name: /^Download / })
        .first()
        .waitFor();
      await check("7-done");
      await page.goto(orders.order({ status: "expired" }).link);
      await hand.heading("This request has expired");
      await check("8-expired");
      expect(found).toEqual([]);
    },
    60_000,
  );

  test("the whole way can be gone by keyboard alone", async () => {
    watched = await watchedPage(browser, desk);
    const { page } = watched;
    const { link, code } = orders.order();
    await page.goto(link);
    await page.locator(".sheet-canvas").first().waitFor();
    const focused = () =>
      page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id");
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await focused()) === name) return;
      }
      throw new Error(`The Tab key does not reach ${name}`);
    };
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the next step");
    await page.keyboard.press("Enter");
    await tabTo("Continue to sign");
    await page.keyboard.press("Enter");
    await tabTo("consent");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await tabTo("full-name");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Enter the code" }).waitFor();
    expect(await focused()).toBe("code");
    await page.keyboard.type(await code());
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Check and sign" }).waitFor();
    await tabTo("Sign");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "You have signed" }).waitFor();
  });

  test("each step moves the reading position to its heading and names itself in the title", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    await hand.toConsent(orders.order().link);
    expect(await watched.page.evaluate("document.activeElement.id")).toBe("panel-heading");
    expect(await watched.page.title()).toBe("Agree to sign electronically – Lease of a furnished flat");
  });

  test("with reduced motion nothing moves by itself", async () => {
    watched = await watchedPage(browser, { ...phone, reducedMotion: "reduce" });
    await watched.page.route("**/files/**", () => undefined);
    await watched.page.goto(orders.order().link);
    await watched.page.locator(".sheet-waiting").first().waitFor();
    expect(await watched.page.evaluate("document.getAnimations().length")).toBe(0);
  });

  test.each([
    ["fr-CA", "fr", "Continuer pour signer"],
    ["de-AT", "de", "Weiter zur Unterschrift"],
    ["en-AU", "en", "Continue to sign"],
    ["pl-PL", "en", "Continue to sign"],
  ])("a browser in %s is spoken to in %s", async (locale, language, label) => {
    watched = await watchedPage(browser, { ...phone, locale });
    await watched.page.goto(orders.order().link);
    await watched.page.getByRole("button", { name: label, exact: true }).waitFor();
    expect(await watched.page.getAttribute("html", "lang")).toBe(language);
    expect(await watched.page.getAttribute("html", "dir")).toBe("ltr");
  });

  test("the language can be changed at a step, and nothing is lost", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    await hand.toSignature(orders.order().link);
    await watched.page.getByLabel("Your full name").fill("A. Martin");
    await watched.page.getByLabel("Language").selectOption("de");
    await hand.heading("Ihre Unterschrift");
    expect(await watched.page.getByLabel("Ihr vollständiger Name").inputValue()).toBe("A. Martin");
  });
});
