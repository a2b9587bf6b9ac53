import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { ada, OrderDesk } from "../support/orderDesk.js";
import { axeFindings, keepPicture, launch, phone, sidewaysScroll, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

describeWith(["chromium"], "a signer's own data on the hosted page", () => {
  let desk: OrderDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open({ tenantName: "Arbor Homes" }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test("who corrects their address is sent the code there, and sees it unmasked before", async () => {
    const watched = await watchedPage(browser, phone);
    const hand = new SignerHand(watched.page);
    const order = await desk.order([{ ...ada, authentication: "both", phone: "+447700900123" }], {
      notify: false,
      editable_identity: ["email", "phone"],
    });
    await hand.open(order.signers[0]!.signing_url);
    await hand.press("Continue to sign");
    await hand.heading("Check your details");
    expect(await watched.page.getByLabel("E-mail address").inputValue()).toBe(ada.email);
    await watched.page.getByLabel("E-mail address").fill("countess@example.org");
    await watched.page.getByLabel("Phone number, with country code").fill("+447700900456");
    await keepPicture(watched.page, "corrected-addresses", { fullPage: true });
    expect(await axeFindings(watched.page)).toEqual([]);
    expect(await sidewaysScroll(watched.page)).toBe(0);
    await hand.press("Continue");
    await watched.page.getByRole("checkbox").check();
    await hand.press("Continue");
    await hand.press("Send me the code");
    await hand.heading("Enter the code");
    const sentTo = async () => (await desk.service.outbox.list({ limit: 1 }))[0]?.to;
    expect(await sentTo()).toBe("countess@example.org");
    await hand.enterCode(await desk.browser(order).newestCode());
    await watched.page.getByText(/We sent a text message with a code to \+44/).waitFor();
    expect(await sentTo()).toBe("+447700900456");
    await hand.enterCode(await desk.browser(order).newestCode());
    await hand.heading("Check and sign");
    await watched.page.getByText("countess@example.org").waitFor();
    await watched.close();
  });
});
