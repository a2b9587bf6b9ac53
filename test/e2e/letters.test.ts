import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Branding } from "../../api/messages/branding/branding.js";
import { themeOf } from "../../api/messages/branding/theme.js";
import { invitation } from "../../api/messages/kinds/request.js";
import { html } from "../../api/messages/layout/html.js";
import type { Letter } from "../../api/messages/letter.js";
import { noticeLanguages } from "../../api/webhooks/notices/words/languages.js";
import { describeWith } from "../support/judges.js";
import { occasion, request, sampleLetters } from "../support/sampleLetters.js";
import { noticeOccasion, sampleNotices } from "../support/sampleNotices.js";
import { axeViolations, keepPicture, launch, phone, sidewaysScroll, watchedPage } from "./browser.js";

const screens: Readonly<Record<string, BrowserContextOptions>> = {
  "desk-light": { viewport: { width: 800, height: 900 }, colorScheme: "light" },
  "desk-dark": { viewport: { width: 800, height: 900 }, colorScheme: "dark" },
  "phone-light": { ...phone, colorScheme: "light" },
  "phone-dark": { ...phone, colorScheme: "dark" },
};

const everyKind = { ...sampleLetters(), ...sampleNotices() };

describeWith(["chromium"], "letters", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** Shows letters one after the other on one screen, and keeps a picture of each. */
  async function shown(
    screen: string,
    letters: Readonly<Record<string, Letter>>,
    look: (page: Page, name: string) => Promise<void>,
    branding: Branding = {},
  ): Promise<void> {
    const watched = await watchedPage(browser, screens[screen]);
    try {
      const asked: string[] = [];
      watched.page.on("request", (one) => asked.push(one.url()));
      for (const [name, letter] of Object.entries(letters)) {
        await watched.page.setContent(
          html(letter, { theme: themeOf(branding), logo: branding.logo ?? null }),
        );
        await keepPicture(watched.page, `letters/${name}-${screen}`, { fullPage: true });
        await look(watched.page, name);
      }
      expect(asked).toEqual([]);
      expect(watched.complaints).toEqual([]);
    } finally {
      await watched.close();
    }
  }

  /** Landmarks are the mail program's, which shows the letter within a page of its own. */
  const ofPages = /^(landmark-one-main|region):/;
  const accessible = async (page: Page, name: string) => {
    const found = (await axeViolations(page)).filter((violation) => !ofPages.test(violation));
    expect([name, ...found]).toEqual([name]);
  };

  const fits = async (page: Page, name: string) =>
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);

  test.each(["desk-dark", "phone-light"])(
    "every kind fetches nothing and fits the screen: %s",
    (screen) => shown(screen, everyKind, fits),
    60_000,
  );

  test.each(["desk-light", "phone-dark"])(
    "every kind fetches nothing, fits the screen and can be read by everybody: %s",
    (screen) =>
      shown(screen, everyKind, async (page, name) => {
        await fits(page, name);
        await accessible(page, name);
      }),
    60_000,
  );

  test("a phone of 320 pixels shows every kind, in words as long as any language's, without scrolling sideways", async () => {
    const narrow = await watchedPage(browser, { ...phone, viewport: { width: 320, height: 640 } });
    const url = `https://${"w".repeat(60)}.example.com/${"w".repeat(200)}`;
    const endpoint = { ...noticeOccasion().endpoint, description: "W".repeat(200), url };
    const letters = {
      ...sampleLetters({ language: "de", title: "W".repeat(200) }),
      ...sampleNotices({ language: "de", endpoint }),
    };
    for (const [name, letter] of Object.entries(letters)) {
      await narrow.page.setContent(html(letter, { theme: themeOf({}), logo: null }));
      expect([name, await sidewaysScroll(narrow.page)]).toEqual([name, 0]);
    }
    await narrow.close();
  });

  test.each([
    ["ar", "in our own words", "rtl"],
    ["fa", "in English, for want of words", "ltr"],
  ])("a letter in %s runs from right to left, %s", async (language, _how, heading) => {
    const letters = sampleLetters({ language, mode: "test" });
    const notices = sampleNotices({ language, mode: "test" });
    const some = {
      [`invitation-${language}`]: letters["invitation"]!,
      [`code-${language}`]: letters["code"]!,
      [`endpointFailing-${language}`]: notices["endpointFailing"]!,
      [`endpointDisabled-${language}`]: notices["endpointDisabled"]!,
    };
    for (const screen of ["phone-light", "desk-dark"]) {
      await shown(screen, some, async (page, name) => {
        await accessible(page, name);
        const direction = (selector: string) =>
          page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`);
        expect(await direction("html")).toBe("rtl");
        expect(await direction("h1")).toBe(heading);
      });
    }
  });

  test("notices to tenants fit a phone of 320 pixels in every language", async () => {
    const narrow = await watchedPage(browser, { ...phone, viewport: { width: 320, height: 640 } });
    for (const { language } of noticeLanguages) {
      for (const [kind, letter] of Object.entries(sampleNotices({ language }))) {
        const name = `${kind}-${language}-narrow`;
        await narrow.page.setContent(html(letter, { theme: themeOf({}), logo: null }));
        await keepPicture(narrow.page, `letters/${name}`, { fullPage: true });
        await fits(narrow.page, name);
      }
    }
    await narrow.close();
  }, 60_000);

  test("a tenant's colours that nobody could read are corrected in light and in dark", async () => {
    const branding: Branding = {
      colors: { accent: "#ffe14d", background: "#fff8dc", text: "#e8e8e8" },
      dark_colors: { accent: "#101010", background: "#202020", surface: "#303030" },
    };
    for (const screen of ["phone-light", "phone-dark"]) {
      const { invitation: branded, endpointDisabled: brandedNotice } = everyKind;
      await shown(screen, { branded: branded!, brandedNotice: brandedNotice! }, accessible, branding);
    }
  });

  test("a letter is well-formed XML, whatever strangers wrote into it", async () => {
    const watched = await watchedPage(browser);
    const hostile = `"><script>alert(1)</script><b a='&amp;]]>\u0000\u202eevil\r\nBcc: x`;
    const letters = sampleLetters({ title: hostile, sender: hostile, reader: hostile });
    const quoting = invitation(
      occasion({ title: hostile }),
      request({ message: hostile, documents: [hostile], witnessOf: hostile }),
    );
    const endpoint = { ...noticeOccasion().endpoint, description: hostile };
    const notices = sampleNotices({ sender: hostile, endpoint });
    for (const letter of [...Object.values(letters), ...Object.values(notices), quoting]) {
      const text = html(letter, { theme: themeOf({}), logo: { url: "https://example.org/a?b=1&c=2" } });
      const found = await watched.page.evaluate((source) => {
        const { DOMParser } = globalThis as unknown as {
          DOMParser: new () => {
            parseFromString(
              text: string,
              type: string,
            ): { querySelectorAll(name: string): { length: number } };
          };
        };
        const parsed = new DOMParser().parseFromString(source, "application/xhtml+xml");
        return ["parsererror", "script", "b", "img"].map((name) => parsed.querySelectorAll(name).length);
      }, text);
      expect(found).toEqual([0, 0, 0, 1]);
    }
    await watched.close();
  });
});
