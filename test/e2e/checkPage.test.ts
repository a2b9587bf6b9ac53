import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { checkUrl } from "../../api/checkPage/checkToken.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { describeWith } from "../support/judges.js";
import { ada, charles, OrderDesk, uuidOf } from "../support/orderDesk.js";
import {
  axeViolations,
  desk as deskSize,
  keepPicture,
  launch,
  phone,
  sidewaysScroll,
  type WatchedPage,
  watchedPage,
} from "./browser.js";

const looks: readonly [string, BrowserContextOptions, string][] = [
  ["phone", phone, "en"],
  ["phone-dark", { ...phone, colorScheme: "dark" }, "de"],
  ["phone-right-to-left", phone, "ar"],
  ["narrow", { ...phone, viewport: { width: 320, height: 568 } }, "pl"],
  ["desktop", deskSize, "en"],
  ["desktop-dark", { ...deskSize, colorScheme: "dark" }, "fr"],
  ["desktop-right-to-left", deskSize, "ar"],
];

describeWith(["chromium"], "the public check page in a browser", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let watched: WatchedPage;
  let order: OrderView;
  let source: Buffer;
  let midway: Buffer;
  let signed: Buffer;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open(), launch()]);
    const documents = [
      { name: "agreement.pdf", content: desk.content },
      { name: "annex.pdf", content: desk.content, kind: "info" },
    ];
    order = await desk.order([ada, charles], { documents });
    source = Buffer.from(desk.content, "base64");
    await desk.browser(order, 0).sign();
    midway = await download();
    await desk.browser(order, 1).sign();
    signed = await download();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  afterEach(() => watched?.close());

  async function download(): Promise<Buffer> {
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    return (await desk.client.get<Buffer>(path)).body;
  }

  async function open(device?: BrowserContextOptions, language = "en"): Promise<Page> {
    watched = await watchedPage(browser, device);
    const url = checkUrl(desk.service.platform, { tenantId: desk.tenantId, orderId: uuidOf(order.id) });
    await watched.page.goto(`${url}?lang=${language}`);
    return watched.page;
  }

  const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });
  const choose = (page: Page, ...files: ReturnType<typeof pdf>[]) =>
    page.locator("#file").setInputFiles(files);

  test.each(looks)(
    "%s: passes axe with 0 violations and fits its width, before and after",
    async (look, device, language) => {
      const page = await open(device, language);
      const found: string[] = [];
      const check = async (state: string) => {
        await keepPicture(page, `check-${look}-${state}`, { fullPage: true });
        found.push(...(await axeViolations(page)).map((violation) => `${state}: ${violation}`));
        if ((await sidewaysScroll(page)) > 0) found.push(`${state}: scrolls sideways`);
      };
      await check("1-open");
      await choose(page, pdf("contract-signed.pdf", signed), pdf("عقد.pdf", Buffer.from("%PDF-1.7 another")));
      await page.locator(".verdict[data-outcome=known]").waitFor();
      await page.locator(".verdict[data-outcome=unknown]").waitFor();
      await page.locator(".earlier summary").click();
      await page.locator(".languages summary").click();
      await check("2-compared");
      expect(found).toEqual([]);
      expect(watched.complaints).toEqual([]);
    },
  );

  test("says which document a chosen file is, in which version, or that it is none, and asks no server", async () => {
    const page = await open();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await choose(
      page,
      pdf("final.pdf", signed),
      pdf("one.pdf", midway),
      pdf("first.pdf", Buffer.concat([signed, Buffer.from("\n")])),
    );
    const verdicts = page.locator(".verdict");
    await verdicts.nth(2).locator(".hash").waitFor();
    expect(await verdicts.nth(0).textContent()).toContain("Document 1, complete and unchanged");
    expect(await verdicts.nth(1).textContent()).toContain(
      "Document 1 with signatures, but not in its completed form",
    );
    expect(await verdicts.nth(2).textContent()).toContain("No. This is none of these documents");
    expect(await page.locator(".versions .matched").count()).toBe(2);
    await choose(page, pdf("source.pdf", source));
    await page.getByText("as it was before anybody signed it").waitFor();
    expect(await verdicts.count()).toBe(1);
    // The tab's icon comes when the browser likes.
    expect(requests.filter((request) => !request.endsWith("/icon.svg"))).toEqual([]);
  });

  test("a file that is two of the documents is said to be both of them", async () => {
    const page = await open();
    await choose(page, pdf("source.pdf", source));
    const text = page.locator(".verdict-text");
    await page.getByText("Document 2, complete and unchanged").waitFor();
    expect(await text.allTextContents()).toEqual([
      "Yes. This is Document 2, complete and unchanged.",
      "Yes. This is Document 1 as it was before anybody signed it.",
    ]);
    expect(await page.locator(".versions .matched").count()).toBe(2);
  });

  test("a file dropped anywhere on the page is compared, and not opened in its place", async () => {
    const page = await open();
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob("${signed.toString("base64")}"), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], "dropped.pdf", { type: "application/pdf" }));
      return data;
    })()`);
    await page.dispatchEvent("h1", "drop", { dataTransfer: transfer });
    await page.getByText("complete and unchanged").waitFor();
  });

  test("with the keyboard alone: the chooser is reached and seen to be, and the languages open", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.getByRole("heading", { name: "Ein signiertes Dokument prüfen" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("file");
  });

  test("without scripts it shows every hash, and says how to compare by hand", async () => {
    const page = await open({ ...deskSize, javaScriptEnabled: false });
    await page.getByText("sha256sum contract.pdf").waitFor();
    expect(await page.locator("#comparison").isVisible()).toBe(false);
    expect(await page.locator(".versions .hash").first().textContent()).toMatch(/^[0-9a-f]{64}$/);
    await keepPicture(page, "check-without-scripts", { fullPage: true });
  });

  test("a wrong address gives a page that says so", async () => {
    watched = await watchedPage(browser, phone);
    await watched.page.goto(`${desk.service.baseUrl}/check/wrong`);
    await watched.page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    expect(await axeViolations(watched.page)).toEqual([]);
    await keepPicture(watched.page, "check-wrong");
  });
});
