import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { type SignerOrders, signerOrders } from "../support/signerOrders.js";
import { launch, phone, type WatchedPage, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

describeWith(["chromium"], "the hosted page when things go otherwise", () => {
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

  describe("an order that is over", () => {
    test.each([
      ["cancelled", "This request was cancelled"],
      ["expired", "This request has expired"],
      ["refused", "This request was refused"],
      ["failed", "This request has stopped"],
    ])("says so when it is %s, and offers no step", async (status, heading) => {
      await watched.page.goto(orders.order({ status }).link);
      await hand.heading(heading);
      expect(await watched.page.getByRole("button").count()).toBe(0);
    });

    test("says so at the next press when it ends while the signer reads", async () => {
      const { order, link } = orders.order();
      await hand.toSignature(link);
      order.status = "cancelled";
      await hand.press("Send me the code");
      await hand.heading("This request was cancelled");
    });

    test("says it beside the signature of a signer who had signed before", async () => {
      const { order, link } = orders.order({ others: [{ role: "landlord", name: "P", has_signed: false }] });
      order.signer.signed_at = new Date().toISOString();
      order.status = "cancelled";
      await watched.page.goto(link);
      await hand.heading("You have signed");
      await watched.page.getByText("This request was cancelled").waitFor();
    });

    test("waits for documents that are still to come, and goes on by itself when they are there", async () => {
      const { order, link } = orders.order({ status: "preparing" });
      await watched.page.goto(link);
      await watched.page.getByText("The documents are being prepared.").waitFor();
      expect(await watched.page.title()).toBe("The documents are being prepared");
      expect(await watched.page.getByRole("button").count()).toBe(0);
      order.status = "in_progress";
      await watched.page.getByRole("button", { name: "Continue to sign" }).waitFor();
      await watched.page.locator(".sheet-canvas").first().waitFor();
    });

    test("says so when the order ends before its documents are there", async () => {
      const { order, link } = orders.order({ status: "preparing" });
      await watched.page.goto(link);
      await watched.page.getByText("The documents are being prepared.").waitFor();
      order.status = "failed";
      await hand.heading("This request has stopped");
    });

    test("names the sender in the reader's language when there is none", async () => {
      await watched.page.goto(orders.order({ status: "cancelled", sender: null }).link);
      await watched.page.getByText("contact the sender").waitFor();
    });
  });

  describe("the connection", () => {
    test("when the order cannot be opened, the page says so and opens it at the next try", async () => {
      const { link } = orders.order();
      await watched.page.route("**/status", (route) => route.abort());
      await watched.page.goto(link);
      await hand.heading("We could not reach the service");
      await watched.page.unroute("**/status");
      await hand.press("Try again");
      await watched.page.locator(".sheet-canvas").first().waitFor();
    });

    test("a document that does not load says so in its place and loads at the next try", async () => {
      const { link } = orders.order();
      await watched.page.route("**/files/**", (route) => route.abort());
      await watched.page.goto(link);
      await watched.page.getByText("This document did not load.").first().waitFor();
      await watched.page.unroute("**/files/**");
      await watched.page.getByRole("button", { name: "Try again" }).first().click();
      await watched.page.locator(".sheet-canvas").first().waitFor();
    });

    test("a lost PDF engine is told in the document's place, and started anew at the next try", async () => {
      await watched.page.route("**/pdf.worker.min.mjs", (route) => route.abort());
      await watched.page.goto(orders.order().link);
      await watched.page.getByText("This document did not load.").first().waitFor();
      await watched.page.unroute("**/pdf.worker.min.mjs");
      await watched.page.getByRole("button", { name: "Try again" }).first().click();
      await watched.page.locator(".sheet-canvas").first().waitFor();
    });

    test("a failed send keeps the typed name, and the retry goes on", async () => {
      await hand.toSignature(orders.order().link);
      await watched.page.getByLabel("Your full name").fill("Anna Maria Martin");
      await watched.page.route("**/send-otp", (route) => route.abort());
      await hand.press("Send me the code");
      await watched.page.getByRole("alert").getByText("We could not reach the service").waitFor();
      expect(await watched.page.getByLabel("Your full name").inputValue()).toBe("Anna Maria Martin");
      await watched.page.unroute("**/send-otp");
      await hand.press("Send me the code");
      await hand.heading("Enter the code");
    });

    test("a signature whose answer is lost is found out, and never called failed", async () => {
      const { order, link, code } = orders.order();
      await hand.toSign(link, code);
      await watched.page.route("**/sign", async (route) => {
        await route.fetch();
        await route.abort();
      });
      await hand.press("Sign");
      await hand.heading("You have signed");
      expect(order.given?.typedName).toBe("Anna Martin");
    });

    test("while it cannot be found out, the page says that it does not know, and looks before it signs again", async () => {
      const { order, link, code } = orders.order();
      await hand.toSign(link, code);
      let signed = 0;
      await watched.page.route("**/signers/**", async (route) => {
        if (route.request().url().endsWith("/sign")) {
          signed += 1;
          await route.fetch();
        }
        await route.abort();
      });
      await hand.press("Sign");
      await watched.page.getByText("We do not know yet whether your signature arrived").waitFor();
      expect(order.given).not.toBeNull();
      await watched.page.unroute("**/signers/**");
      await hand.press("Sign");
      await hand.heading("You have signed");
      expect(signed).toBe(1);
    });

    test("a signature that never arrived is called so, and the retry signs", async () => {
      const { order, link, code } = orders.order();
      await hand.toSign(link, code);
      await watched.page.route("**/sign", (route) => route.abort());
      await hand.press("Sign");
      await watched.page.getByText("You have not signed yet").waitFor();
      expect(order.given).toBeNull();
      await watched.page.unroute("**/sign");
      await hand.press("Sign");
      await hand.heading("You have signed");
    });

    test("a fault of the server is told with the reference that support needs", async () => {
      await hand.toSignature(orders.order().link);
      await watched.page.route("**/send-otp", (route) =>
        route.fulfill({
          status: 500,
          contentType: "application/problem+json",
          body: '{"request_id":"req_7"}',
        }),
      );
      await hand.press("Send me the code");
      await watched.page.getByText("req_7").waitFor();
    });
  });

  describe("the code", () => {
    test("is found in what is pasted, whatever stands around it", async () => {
      await hand.toCode(orders.order().link);
      const input = watched.page.getByLabel("6-digit code");
      for (const [pasted, found] of [
        ["Your code is 123456.", "123456"],
        ["123 456", "123456"],
        ["١٢٣٤٥٦", "123456"],
        ["12ab", "12"],
      ] as const) {
        await input.fill(pasted);
        expect(await input.inputValue()).toBe(found);
      }
    });

    test("after three wrong tries is of no use, and a new one can be asked for", async () => {
      const { link, code } = orders.order({ resendAfterSeconds: 0 });
      await hand.toCode(link);
      const wrong = (await code()) === "111111" ? "222222" : "111111";
      for (let tries = 0; tries < 3; tries += 1) {
        await hand.enterCode(wrong);
        await watched.page.locator(".complaint:not(:empty)").waitFor();
      }
      await watched.page.getByText("There were too many wrong codes").waitFor();
      await hand.press("Send a new code");
      await hand.enterCode(await code());
      await hand.heading("Check and sign");
    });

    test("that has run out says so, and a new one can be asked for", async () => {
      const { order, link, code } = orders.order({ resendAfterSeconds: 0 });
      await hand.toCode(link);
      order.codeExpiresAt = 0;
      await hand.enterCode(await code());
      await watched.page.getByText("That code no longer works").waitFor();
      await hand.press("Send a new code");
      await hand.enterCode(await code());
      await hand.heading("Check and sign");
    });

    test("can be asked for again only after the pause, which is counted down", async () => {
      const { order, link } = orders.order({ resendAfterSeconds: 2 });
      await hand.toCode(link);
      await watched.page.getByText(/You can ask for a new code in \d seconds?/).waitFor();
      await hand.press("Send a new code");
      await watched.page.getByText("We sent a new code").waitFor();
      expect(order.codes).toHaveLength(2);
    });

    test("that was sent a moment ago is awaited instead of complained about", async () => {
      const { order, link, code } = orders.order();
      await hand.toCode(link);
      await watched.page.evaluate("sessionStorage.clear()");
      await hand.toCode(link);
      expect(order.codes).toHaveLength(1);
      await hand.enterCode(await code());
      await hand.heading("Check and sign");
    });
  });

  test("when the session has ended, a new code is asked for and the signature is kept", async () => {
    const { order, link, code } = orders.order({ resendAfterSeconds: 0 });
    await hand.toSign(link, code);
    order.session = null;
    await hand.press("Sign");
    await hand.heading("Enter the code");
    await hand.enterCode(await code());
    await hand.heading("Check and sign");
    await hand.press("Sign");
    await hand.heading("You have signed");
    expect(order.given?.typedName).toBe("Anna Martin");
  });

  test("a signature that is placed shortly after is waited for", async () => {
    const { link, code } = orders.order({ signsShortly: true });
    await hand.toSign(link, code);
    await hand.press("Sign");
    await watched.page.getByText("Your signature is being placed").waitFor();
    await hand.heading("You have signed");
  });
});
