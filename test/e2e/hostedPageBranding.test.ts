import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { PageColors, PageSettings } from "../../api/hostedPage/pageSettings.js";
import { decodePng } from "../../engine/image/png.js";
import { describeWith } from "../support/judges.js";
import { type SignerOrders, signerOrders } from "../support/signerOrders.js";
import {
  axeFindings,
  desk,
  keepPicture,
  launch,
  phone,
  sidewaysScroll,
  type WatchedPage,
  watchedPage,
} from "./browser.js";
import { SignerHand } from "./signerHand.js";

const colors: Required<PageColors> = {
  sidebar_background: "#10254a",
  sidebar_title: "#fff4d6",
  sidebar_text: "#c9d6ee",
  footer_background: "#0b1a35",
  header_background: "#1d3a6e",
  header_title: "#ffffff",
  header_subtitle: "#b9cbea",
  button_text: "#fdfdfd",
  button_text_hover: "#fefefe",
  button_background: "#0f7a5a",
  button_background_hover: "#0a5c43",
  sign_button_text: "#10254a",
  sign_button_text_hover: "#0a1830",
  sign_button_background: "#f4b740",
  sign_button_background_hover: "#e5a321",
};

/** All that can be said of a page, but for the parts to hide. */
const dressed: PageSettings = {
  colors,
  logo_url: "https://cdn.example/logo.svg",
  frame_ancestors: ["https://crm.example"],
  complete_url: "https://crm.example/done",
  cancel_url: "https://crm.example/later",
};

const pale: PageColors = {
  sidebar_background: "#e9f5ee",
  sidebar_title: "#0b5d3b",
  sidebar_text: "#2b4a3b",
  footer_background: "#ffffff",
  header_background: "#ffffff",
  header_title: "#0b5d3b",
  header_subtitle: "#4a6a5a",
  button_background: "#0b5d3b",
  sign_button_background: "#e2541b",
};

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 56" width="220" height="56">
  <circle cx="28" cy="28" r="20" fill="none" stroke="#7fb3ff" stroke-width="5"/>
  <text x="60" y="37" font-family="sans-serif" font-size="26" font-weight="700" fill="#7fb3ff">arbor homes</text></svg>`;

const looks: Readonly<Record<string, [options: BrowserContextOptions, query: string]>> = {
  desktop: [desk, ""],
  "desktop-dark": [{ ...desk, colorScheme: "dark" }, ""],
  phone: [phone, ""],
  "phone-dark": [{ ...phone, colorScheme: "dark" }, ""],
  "phone-right-to-left": [phone, "?dir=rtl"],
  narrow: [{ ...phone, viewport: { width: 320, height: 568 } }, ""],
};

const unreadable: PageSettings = {
  colors: Object.fromEntries(Object.keys(colors).map((name) => [name, "#808080"])),
};

describeWith(["chromium"], "the hosted page in a tenant's clothes", () => {
  let orders: SignerOrders;
  let browser: Browser;
  let watched: WatchedPage;
  let hand: SignerHand;

  beforeAll(async () => {
    [orders, browser] = await Promise.all([signerOrders(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await orders?.close();
  });
  afterEach(() => watched?.close());

  async function open(options: BrowserContextOptions): Promise<Page> {
    watched = await watchedPage(browser, { reducedMotion: "reduce", ...options });
    hand = new SignerHand(watched.page);
    await watched.page.route("https://cdn.example/**", (route) =>
      route.fulfill({ contentType: "image/svg+xml", body: picture }),
    );
    return watched.page;
  }

  /** A colour as the browser has computed it, as `#rrggbb`. */
  async function colour(selector: string, property: string): Promise<string> {
    const found = (await watched.page.evaluate(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))["${property}"]`,
    )) as string;
    const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(found)?.slice(1) ?? [];
    return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
  }

  /** What a picture of the page shows at a place, as `#rrggbb`. @param x, y CSS pixels, at one pixel each */
  async function shownAt(x: number, y: number): Promise<string> {
    const { width, rgb } = decodePng(await watched.page.screenshot());
    const at = (Math.round(y) * width + Math.round(x)) * 3;
    return `#${Buffer.from(rgb.subarray(at, at + 3)).toString("hex")}`;
  }

  /** How large the picture of a logo is, without the ground around it, in CSS pixels. */
  async function pictureOf(logo: Locator): Promise<{ width: number; height: number }> {
    const { width, height } = (await logo.boundingBox())!;
    return { width: width - 24, height: height - 16 };
  }

  async function expectColours(parts: readonly [string, string, string][]): Promise<void> {
    for (const [selector, property, wanted] of parts) {
      expect([selector, property, await colour(selector, property)]).toEqual([selector, property, wanted]);
    }
  }

  test("all 15 colours are those of the parts that they are named after", async () => {
    await open(desk);
    const { link, code } = orders.order({ page: dressed });
    await hand.open(link);
    const ground = (await watched.page.evaluate(
      "getComputedStyle(document.querySelector('.main'), '::before').backgroundColor",
    )) as string;
    expect(ground).toBe("rgb(16, 37, 74)");
    await expectColours([
      [".sidebar-title", "color", colors.sidebar_title],
      [".sidebar-text p", "color", colors.sidebar_text],
      [".sidebar-text .hint", "color", colors.sidebar_text],
      [".footer", "backgroundColor", colors.footer_background],
      [".header", "backgroundColor", colors.header_background],
      [".title", "color", colors.header_title],
      [".asks", "color", colors.header_subtitle],
      [".panel .button-primary", "backgroundColor", colors.button_background],
      [".panel .button-primary", "color", colors.button_text],
    ]);
    await watched.page.locator(".panel .button-primary").hover();
    await expectColours([
      [".panel .button-primary", "backgroundColor", colors.button_background_hover],
      [".panel .button-primary", "color", colors.button_text_hover],
    ]);
    await hand.toSign(link, code);
    await watched.page.mouse.move(0, 0);
    await expectColours([
      [".button-sign", "backgroundColor", colors.sign_button_background],
      [".button-sign", "color", colors.sign_button_text],
    ]);
    await watched.page.locator(".button-sign").hover();
    await expectColours([
      [".button-sign", "backgroundColor", colors.sign_button_background_hover],
      [".button-sign", "color", colors.sign_button_text_hover],
    ]);
    expect(watched.complaints).toEqual([]);
  });

  test("the logo stands in the sidebar, is fetched without a referrer, and goes where it cannot be had", async () => {
    const page = await open(desk);
    const asked = page.waitForRequest("https://cdn.example/**");
    const { link } = orders.order({ page: dressed });
    await hand.open(link);
    expect((await (await asked).allHeaders())["referer"]).toBeUndefined();
    const logo = page.locator(".sidebar").getByRole("img", { name: "Arbor Homes" });
    expect((await pictureOf(logo)).height).toBeCloseTo(48, 0);
    await page.unroute("https://cdn.example/**");
    await page.route("https://cdn.example/**", (route) => route.fulfill({ status: 404, body: "" }));
    await hand.open(link);
    await page.waitForFunction("document.querySelector('.logo') === null");
  });

  test("a logo that says its shape and no size is seen, and one in the sidebar's height at most", async () => {
    const page = await open(desk);
    const body = picture.replace(' width="220" height="56"', "");
    await page.route("https://cdn.example/**", (route) =>
      route.fulfill({ contentType: "image/svg+xml", body }),
    );
    await hand.open(orders.order({ page: dressed }).link);
    await page.waitForFunction("document.querySelector('.logo-image').naturalWidth > 0");
    const { width, height } = await pictureOf(page.locator(".logo-image"));
    expect(width).toBeGreaterThan(100);
    expect(height).toBeLessThanOrEqual(48);
    expect(width / height).toBeCloseTo(220 / 56, 1);
  });

  test("the logo keeps the ground that it was made for where the device has colours of its own", async () => {
    const page = await open({ ...desk, forcedColors: "active" });
    await hand.open(orders.order({ page: dressed }).link);
    await keepPicture(page, "branded-forced-colours");
    const { x, y, height } = (await page.locator(".sidebar .logo").boundingBox())!;
    expect(await shownAt(x + 4, y + height / 2)).toBe(colors.sidebar_background);
    // And on paper, where the browser leaves grounds out.
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('.logo-image')).printColorAdjust"),
    ).toBe("exact");
  });

  test("no ink is shown in a place whose look is the caller's, and the others have it", async () => {
    const page = await open(desk);
    const { link, order } = orders.order();
    const [place] = order.places;
    order.places = [
      { ...place!, own_appearance: true },
      { ...place!, id: "plc_9", y: place!.y - 100 },
    ];
    await hand.toSignature(link);
    await page.locator(".place-signature .likeness-typed").first().waitFor({ state: "attached" });
    const places = page.locator(".place-signature");
    expect(await places.count()).toBe(2);
    expect(await places.first().locator(".likeness").count()).toBe(0);
    expect(await places.first().getAttribute("aria-label")).not.toContain("Anna Martin");
    expect(await places.last().locator(".likeness").count()).toBe(1);
    expect(await page.locator(".preview").count()).toBe(1);
    order.places = order.places.slice(0, 1);
    await page.reload();
    await hand.heading("Your signature");
    expect(await page.locator(".preview, .preview-label").count()).toBe(0);
  });

  test("a logo of another host than the order's is not fetched by the page", async () => {
    const page = await open(desk);
    await hand.open(orders.order({ page: dressed }).link);
    const loaded = await page.evaluate(
      "new Promise((tell) => { const image = new Image(); image.onload = () => tell(true); image.onerror = () => tell(false); image.src = 'https://other.example/a.svg'; })",
    );
    expect(loaded).toBe(false);
    expect(watched.complaints.join()).toMatch(/img-src/);
  });

  test("what is hidden is not there, and what the signer needs of it is elsewhere", async () => {
    const page = await open(desk);
    const hide = ["sidebar", "header", "download_source", "download_signed"] as const;
    const { link, code } = orders.order({ page: { ...dressed, hide: [...hide] } });
    await hand.open(link);
    expect(await page.locator(".sidebar, .logo, .document-open").count()).toBe(0);
    expect((await page.locator(".header").boundingBox())?.height).toBe(1);
    // For those who hear the page it has a title all the same.
    const title = page.getByRole("heading", { level: 1, name: "Lease of a furnished flat" });
    expect(await title.count()).toBe(1);
    await page.locator(".panel").getByText("Hello Anna Martin.").waitFor();
    await page.locator(".panel").getByRole("link", { name: "Not now" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await keepPicture(page, "branded-hidden");
    await hand.toSign(link, code);
    await hand.press("Sign");
    await hand.heading("You have signed");
    await page.getByRole("link", { name: "Continue" }).waitFor();
    expect(await page.getByRole("link", { name: /Download/ }).count()).toBe(0);
  });

  test.each<[string, string, PageSettings]>([
    ["plain", "desktop", {}],
    ["plain", "phone-dark", {}],
    ...Object.keys(looks).map((look): [string, string, PageSettings] => ["branded", look, dressed]),
    ["pale", "desktop-dark", { ...dressed, colors: pale }],
    ["pale", "phone", { ...dressed, colors: pale }],
    ["unreadable", "desktop", unreadable],
    ["unreadable", "phone-dark", unreadable],
  ])(
    "%s, %s: passes axe with nothing undecided, and fits its width",
    async (name, look, page) => {
      const [device, query] = looks[look]!;
      await open(device);
      const { link, code } = orders.order({ page });
      const found: string[] = [];
      const check = async (state: string) => {
        await keepPicture(watched.page, `${name}-${look}-${state}`);
        found.push(...(await axeFindings(watched.page)).map((finding) => `${state}: ${finding}`));
        if ((await sidewaysScroll(watched.page)) > 0) found.push(`${state}: scrolls sideways`);
      };
      await hand.open(`${link}${query}`);
      await check("read");
      await hand.press("Continue to sign");
      await watched.page.getByRole("checkbox").check();
      await hand.press("Continue");
      await check("signature");
      await hand.press("Send me the code");
      await hand.heading("Enter the code");
      await hand.enterCode(await code());
      await hand.heading("Check and sign");
      await check("sign");
      await hand.press("Sign");
      await watched.page
        .getByRole("link", { name: /^Download / })
        .first()
        .waitFor();
      await check("done");
      await watched.page.goto(orders.order({ page, status: "expired" }).link);
      await hand.heading("This request has expired");
      await check("expired");
      expect(found).toEqual([]);
      expect(watched.complaints).toEqual([]);
    },
    30_000,
  );
});
