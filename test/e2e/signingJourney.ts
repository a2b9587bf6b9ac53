import type { Browser } from "playwright-core";
import { axeViolations, desk, launch, phone, type WatchedPage, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

/** A server that has the hosted page, and orders to sign. */
export interface JourneyServer {
  /** Makes an order for one signer. @returns the signing link, and a way to the last code that was sent */
  order(): Promise<{ readonly link: string; code(): Promise<string> }>;
  close(): Promise<void>;
}

/** What holds on the hosted page whichever server stands behind it: tests to be called inside a `describe`. */
export function signingJourney(start: () => Promise<JourneyServer>): void {
  let server: JourneyServer;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([start(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => watched?.close());

  test.each([
    ["a phone", phone],
    ["a desktop", desk],
  ])(
    "on %s, a signer reads, consents, types a name, proves the code, signs, and is offered the documents",
    async (_, device) => {
      watched = await watchedPage(browser, device);
      const hand = new SignerHand(watched.page);
      const { link, code } = await server.order();
      await hand.toSign(link, code);
      await hand.press("Sign");
      await hand.heading("You have signed");
      const download = watched.page.getByRole("link", { name: /^Download / }).first();
      await download.waitFor({ timeout: 30_000 });
      const address = new URL((await download.getAttribute("href")) ?? "", watched.page.url());
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString("latin1"),
      ).toBe("%PDF-");
      expect(watched.complaints).toEqual([]);
    },
  );

  test("a drawn signature is accepted", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    const { link, code } = await server.order();
    await hand.toSignature(link);
    await hand.draw();
    await hand.press("Send me the code");
    await hand.heading("Enter the code");
    await hand.enterCode(await code());
    await hand.heading("Check and sign");
    await hand.press("Sign");
    await hand.heading("You have signed");
    expect(watched.complaints).toEqual([]);
  });

  test("after signing, the link says that it is signed and asks for nothing", async () => {
    watched = await watchedPage(browser);
    const hand = new SignerHand(watched.page);
    const { link, code } = await server.order();
    await hand.toSign(link, code);
    await hand.press("Sign");
    await hand.heading("You have signed");
    await watched.page.goto(link);
    await hand.heading("You have signed");
    expect(await watched.page.getByRole("button", { name: "Continue to sign" }).count()).toBe(0);
  });

  test("a wrong code is told with the tries that are left, and the right one still works", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    const { link, code } = await server.order();
    await hand.toCode(link);
    const right = await code();
    await hand.enterCode(right === "000000" ? "000001" : "000000");
    await watched.page.getByText("That code is not right. You can try 2 more times.").waitFor();
    await hand.enterCode(right);
    await hand.heading("Check and sign");
  });

  test("a refusal with a reason ends the order for the signer", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    const { link } = await server.order();
    await hand.open(link);
    await hand.press("Refuse to sign");
    await watched.page.getByLabel("Why do you refuse?").fill("The rent is not what we agreed.");
    await hand.press("Refuse to sign");
    await hand.heading("You refused to sign");
    await watched.page.goto(link);
    await watched.page.getByRole("heading", { name: /refused/ }).waitFor();
  });

  test("a link that nobody made is told apart from a fault", async () => {
    watched = await watchedPage(browser);
    const { link } = await server.order();
    const unknown = link.replace(/[^/]+$/, "AAAAAAAAAAAAAAAAAAAAAA");
    const answer = await watched.page.goto(unknown);
    expect(answer?.status()).toBeLessThan(500);
    await watched.page.getByText("This link does not work").waitFor();
  });

  test("reading and signing pass axe on the server's own data", async () => {
    watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    const { link, code } = await server.order();
    await watched.page.emulateMedia({ reducedMotion: "reduce" });
    await hand.open(link);
    // Else the place may lie half under the bar, where axe measures only the half that is seen.
    await hand.press("Show where I sign");
    await watched.page.getByRole("button", { name: /^Sign here/ }).waitFor();
    expect(await axeViolations(watched.page)).toEqual([]);
    await hand.toSign(link, code);
    expect(await axeViolations(watched.page)).toEqual([]);
  });
}
