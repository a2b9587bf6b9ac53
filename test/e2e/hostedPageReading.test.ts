import { readFileSync } from "node:fs";
import { join } from "node:path";
import { degrees, PDFDocument } from "pdf-lib";
import type { Browser } from "playwright-core";
import { fakePlace } from "../support/fakeSignerOrder.js";
import { jbig2Pdf } from "../support/jbig2Pdf.js";
import { describeWith, describeWithCorpora } from "../support/judges.js";
import { type SignerOrders, signerOrders } from "../support/signerOrders.js";
import { desk, launch, phone, type WatchedPage, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

/** The share of a drawn page's pixels that are dark. */
const darkShare = `(() => {
  const canvas = document.querySelector(".sheet-canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark += 1;
  return dark / (data.length / 4);
})()`;

/** Waits until something holds, for ten seconds at most. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error("It did not come to hold");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describeWith(["chromium"], "reading on the hosted page", () => {
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
  beforeEach(async () => {
    watched = await watchedPage(browser, desk);
    hand = new SignerHand(watched.page);
  });
  afterEach(() => watched?.close());

  function linkTo(bytes: Uint8Array, pages: number): string {
    return orders.order({ documents: [{ id: "d", name: "d.pdf", kind: "sign", pages, bytes }], places: [] })
      .link;
  }

  test("every document is there with its name, what it is for, and its words for a screen reader", async () => {
    await hand.open(orders.order().link);
    const lease = watched.page.getByRole("region", { name: "Lease of a furnished flat.pdf" });
    const notice = watched.page.getByRole("region", { name: "Information for tenants.pdf" });
    await lease.getByText("To sign").waitFor();
    await notice.getByText("For information").waitFor();
    const first = lease.getByRole("group", { name: "Page 1 of 3 of Lease of a furnished flat.pdf" });
    await first.getByText("The lease begins on 1 March 2027").waitFor({ state: "attached" });
    await notice.scrollIntoViewIfNeeded();
    await notice.getByText("This notice tells you your rights").waitFor({ state: "attached" });
  });

  test("in 300 pages never more than 8 are drawn, and the one in sight always is", async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 300; page += 1)
      pdf.addPage([595, 842]).drawText(`Leaf ${page + 1}`, { x: 70, y: 700 });
    await hand.open(linkTo(await pdf.save(), 300));
    for (const number of [1, 2, 40, 300, 150]) {
      const sheet = watched.page.getByRole("group", { name: `Page ${number} of 300 of d.pdf` });
      await sheet.scrollIntoViewIfNeeded();
      await sheet.locator("canvas").waitFor();
      await sheet.getByText(`Leaf ${number}`, { exact: true }).waitFor({ state: "attached" });
      expect(await watched.page.locator(".sheet-canvas").count()).toBeLessThanOrEqual(8);
    }
    expect(watched.complaints).toEqual([]);
  });

  test("the place to sign stands on the page where the server says, to a point, and leads to the next step", async () => {
    await watched.page.emulateMedia({ reducedMotion: "reduce" });
    await hand.open(orders.order().link);
    await hand.press("Show where I sign");
    const mark = watched.page.getByRole("button", { name: "Sign here, page 3" });
    await mark.waitFor();
    const sheet = watched.page.getByRole("group", { name: /^Page 3 of 3/ });
    const [place, page] = [await mark.boundingBox(), await sheet.boundingBox()];
    if (place === null || page === null) throw new Error("Not shown");
    const scale = page.width / 595.28;
    expect(Math.abs((place.x - page.x) / scale - 322)).toBeLessThan(1);
    expect(Math.abs((place.y - page.y) / scale - 560)).toBeLessThan(1);
    expect(Math.abs(place.width / scale - 200)).toBeLessThan(1);
    expect(place.y).toBeGreaterThan(0);
    expect(place.y + place.height).toBeLessThan(800);
    await mark.click();
    await hand.heading("Agree to sign electronically");
  });

  test("on a page that is turned, a place stands where the page is seen to have it", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([400, 800]).setRotation(degrees(90));
    const documents = [{ id: "d", name: "d.pdf", kind: "sign" as const, pages: 1, bytes: await pdf.save() }];
    const place = {
      ...fakePlace("d"),
      page: 1,
      x: 600,
      y: 300,
      w: 100,
      h: 50,
      kind: "signature",
      label: null,
    };
    await hand.open(orders.order({ documents, places: [place] }).link);
    const mark = await watched.page.getByRole("button", { name: "Sign here, page 1" }).boundingBox();
    const page = await watched.page.getByRole("group", { name: /^Page 1/ }).boundingBox();
    if (mark === null || page === null) throw new Error("Not shown");
    expect(page.width / page.height).toBeCloseTo(2, 1);
    expect((mark.x - page.x) / page.width).toBeCloseTo(600 / 800, 2);
    expect((mark.y - page.y) / page.height).toBeCloseTo(300 / 400, 2);
  });

  test("the chosen signature is seen in its place before it is given", async () => {
    await hand.toSignature(orders.order().link);
    await watched.page.getByLabel("Your full name").fill("A. Martin");
    const mark = watched.page.getByRole("button", { name: /^Your signature.*, page 3$/ });
    await mark.getByText("A. Martin").waitFor({ state: "attached" });
    await hand.draw();
    await mark.locator("img").waitFor({ state: "attached" });
  });

  test("pages can be made larger, and are drawn anew so that they stay sharp", async () => {
    await hand.open(orders.order().link);
    const canvas = watched.page.locator(".sheet-canvas").first();
    const before = Number(await canvas.getAttribute("width"));
    await hand.press("Make the pages larger");
    await eventually(async () => Number(await canvas.getAttribute("width")) > before * 1.4);
  });

  test("a picture in JBIG2 is decoded under the policy", async () => {
    await hand.open(linkTo(await jbig2Pdf(), 1));
    expect(await watched.page.evaluate(darkShare)).toBeGreaterThan(0.99);
    expect(watched.complaints).toEqual([]);
  });

  describeWithCorpora("real documents", (corpora) => {
    test.each(["bug_jpx.pdf", "jpx_smaskindata.pdf"])(
      "%s, with JPEG 2000, is drawn under the policy",
      async (name) => {
        await hand.open(linkTo(readFileSync(join(corpora, "real-pdfs", name)), 1));
        expect(await watched.page.evaluate(darkShare)).toBeGreaterThan(0.01);
        expect(watched.complaints).toEqual([]);
      },
    );
  });

  test("a link to a document that has run out is renewed without a word", async () => {
    const { order, link } = orders.order();
    order.linkLives = -1;
    const renewed: string[] = [];
    watched.page.on("response", (response) => {
      if (!response.url().endsWith("/pdf-url")) return;
      renewed.push(response.url());
      order.linkLives = 300_000;
    });
    await hand.open(link);
    expect(renewed.length).toBeGreaterThan(1);
  });

  test("on a desktop the primary action is in sight at every step, before and after scrolling", async () => {
    const { link, code } = orders.order();
    await hand.toSign(link, code);
    await watched.page.route("**/signers/**", (route) => route.abort());
    await hand.press("Sign");
    await watched.page.getByRole("alert").waitFor();
    for (const scrolled of [0, 2000]) {
      await watched.page.evaluate(`scrollTo({ top: ${scrolled}, behavior: "instant" })`);
      const button = await watched.page.getByRole("button", { name: "Sign", exact: true }).boundingBox();
      if (button === null) throw new Error("Not shown");
      expect(button.y).toBeGreaterThan(0);
      expect(button.y + button.height).toBeLessThanOrEqual(800);
    }
  });

  test("on a phone the primary action is within the thumb's reach while reading, and nothing is cut off", async () => {
    const small = await watchedPage(browser, phone);
    try {
      await new SignerHand(small.page).open(orders.order().link);
      const button = await small.page.getByRole("button", { name: "Continue to sign" }).boundingBox();
      if (button === null) throw new Error("Not shown");
      expect(button.height).toBeGreaterThanOrEqual(44);
      expect(button.y).toBeGreaterThan(740 * 0.6);
      expect(button.y + button.height).toBeLessThanOrEqual(740);
    } finally {
      await small.close();
    }
  });
});
