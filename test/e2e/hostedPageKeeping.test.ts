import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { type SignerOrders, signerOrders } from "../support/signerOrders.js";
import { launch, phone, type WatchedPage, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

/** What chromium makes of a PNG: its size, how many pixels hold ink, and whether its corners are transparent. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly inked: number;
  readonly edges: number;
  readonly firstAlpha: number;
}

async function decoded(watched: WatchedPage, base64: string): Promise<Picture> {
  return (await watched.page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${base64}";
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    let [inked, left, right, top, bottom] = [0, width, -1, height, -1];
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] === 0) continue;
      inked += 1;
      const [x, y] = [((i - 3) / 4) % width, Math.floor((i - 3) / 4 / width)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
    return { width, height, inked, edges: Math.max(left, width - 1 - right, top, height - 1 - bottom), firstAlpha: data[3] };
  })()`)) as Picture;
}

describeWith(["chromium"], "what the hosted page keeps", () => {
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
    watched = await watchedPage(browser, phone);
    hand = new SignerHand(watched.page);
  });
  afterEach(() => watched?.close());

  async function sentPicture(link: string, code: () => Promise<string>, turn: boolean): Promise<void> {
    await hand.toSignature(link);
    await hand.draw();
    if (turn) {
      for (const [width, height] of [
        [740, 360],
        [360, 740],
        [1280, 800],
        [740, 360],
      ] as const) {
        await watched.page.setViewportSize({ width, height });
        await watched.page.waitForTimeout(60);
      }
    }
    await hand.press("Send me the code");
    await hand.heading("Enter the code");
    await hand.enterCode(await code());
    await hand.heading("Check and sign");
    await hand.press("Sign");
    await hand.heading("You have signed");
  }

  test("a drawing is sent as a transparent PNG at print resolution, trimmed, with the consent word for word", async () => {
    const { order, link, code } = orders.order();
    await sentPicture(link, code, false);
    expect(order.given?.consentText).toBe(order.consent);
    expect(order.given?.typedName).toBeUndefined();
    const png = order.given?.signatureImageBase64 ?? "";
    expect(Buffer.from(png, "base64").subarray(1, 4).toString("latin1")).toBe("PNG");
    const picture = await decoded(watched, png);
    // 60 % of a box about 326 CSS pixels wide, three times.
    expect(picture.width).toBeGreaterThan(500);
    expect(picture.width).toBeLessThan(700);
    expect(picture.firstAlpha).toBe(0);
    expect(picture.inked).toBeGreaterThan(1000);
    // Nothing but the small margin stands around the ink.
    expect(picture.edges).toBeLessThanOrEqual(8);
  });

  test("a drawing keeps its shape when the phone is turned and turned back", async () => {
    const still = orders.order();
    await sentPicture(still.link, still.code, false);
    const before = await decoded(watched, still.order.given?.signatureImageBase64 ?? "");
    const turned = orders.order();
    await watched.page.setViewportSize({ width: 360, height: 740 });
    await sentPicture(turned.link, turned.code, true);
    const after = await decoded(watched, turned.order.given?.signatureImageBase64 ?? "");
    expect(after.width / after.height).toBeCloseTo(before.width / before.height, 1);
    expect(Math.abs(after.inked / before.inked - 1)).toBeLessThan(0.1);
  });

  test.each([
    ["consent", "Agree to sign electronically"],
    ["signature", "Your signature"],
    ["code", "Enter the code"],
    ["sign", "Check and sign"],
  ] as const)("a reload at %s comes back to it, with what was entered", async (step, heading) => {
    const { order, link, code } = orders.order();
    if (step === "consent") await hand.toConsent(link);
    if (step === "signature") {
      await hand.toSignature(link);
      await watched.page.getByLabel("Your full name").fill("A. Martin");
    }
    if (step === "code") await hand.toCode(link);
    if (step === "sign") await hand.toSign(link, code);
    await watched.page.reload();
    await hand.heading(heading);
    if (step === "signature") {
      expect(await watched.page.getByLabel("Your full name").inputValue()).toBe("A. Martin");
    }
    if (step === "code") expect(order.codes).toHaveLength(1);
    if (step === "sign") {
      await hand.press("Sign");
      await hand.heading("You have signed");
    }
  });

  test("a drawing outlives a reload", async () => {
    await hand.toSignature(orders.order().link);
    await hand.draw();
    await watched.page.reload();
    await hand.heading("Your signature");
    await hand.press("Send me the code");
    await hand.heading("Enter the code");
  });

  test("a consent that the server has changed since must be given anew", async () => {
    const { order, link } = orders.order();
    await hand.toSignature(link);
    order.consent = "I agree to something else.";
    await watched.page.reload();
    await hand.heading("Agree to sign electronically");
    expect(await watched.page.getByRole("checkbox").isChecked()).toBe(false);
  });

  test("a consent that changes before the last press is shown anew, and signs only once it is agreed to", async () => {
    const { order, link, code } = orders.order();
    await hand.toSign(link, code);
    order.consent = "I agree to something else.";
    await hand.press("Sign");
    await hand.heading("Agree to sign electronically");
    await watched.page.getByText("I agree to something else.").waitFor();
    expect(order.given).toBeNull();
  });

  test("the address cannot skip a step", async () => {
    await watched.page.goto(`${orders.order().link}#sign`);
    await hand.heading("Agree to sign electronically");
    expect(new URL(watched.page.url()).hash).toBe("#consent");
  });

  test("the browser's back goes back one step and keeps what was entered", async () => {
    await hand.toSignature(orders.order().link);
    await watched.page.goBack();
    await hand.heading("Agree to sign electronically");
    expect(await watched.page.getByRole("checkbox").isChecked()).toBe(true);
    await hand.press("Back");
    await watched.page.locator(".sheet-canvas").first().waitFor();
  });

  test("once signed, nothing of the signer stays in the tab", async () => {
    const { link, code } = orders.order();
    await hand.toSign(link, code);
    await hand.press("Sign");
    await hand.heading("You have signed");
    expect(await watched.page.evaluate("JSON.stringify(sessionStorage)")).toBe("{}");
  });
});
