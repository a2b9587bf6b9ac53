import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame } from "playwright-core";
import type { PageSettings } from "../../api/hostedPage/pageSettings.js";
import { describeWith } from "../support/judges.js";
import { ada, OrderDesk } from "../support/orderDesk.js";
import { desk as desktop, keepPicture, launch, type WatchedPage, watchedPage } from "./browser.js";

/** Somebody's site: at `/frame?of=…` a page with another page in a frame, everywhere else a page that says where it is. */
async function site(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    const of = (searchParams.get("of") ?? "").replaceAll('"', "");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      pathname === "/frame"
        ? `<title>Host</title><h1>The host's own page</h1><iframe title="Signing" src="${of}" style="width:100%;height:660px;border:1px solid #999"></iframe>`
        : `<title>Site</title><h1>You are at ${pathname}</h1><p id="referrer"></p><script>referrer.textContent = document.referrer</script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describeWith(["chromium"], "the hosted page in a frame, and the ways out of it", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let watched: WatchedPage;
  let host: Awaited<ReturnType<typeof site>>;
  let stranger: Awaited<ReturnType<typeof site>>;

  beforeAll(async () => {
    [desk, browser, host, stranger] = await Promise.all([
      OrderDesk.open({ tenantName: "Arbor Homes" }),
      launch(),
      site(),
      site(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    for (const { server } of [host, stranger]) server.close();
    await desk?.close();
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, desktop);
  });
  afterEach(() => watched?.close());

  async function order(page: PageSettings): Promise<{ link: string; code: () => Promise<string> }> {
    const made = await desk.order([ada], { page, notify: false });
    return { link: made.signers[0]!.signing_url, code: () => desk.browser(made).newestCode() };
  }

  /** Goes to a page with the link in a frame. @returns the frame */
  async function framed(by: string, link: string): Promise<Frame> {
    await watched.page.goto(`${by}/frame?of=${encodeURIComponent(link)}`);
    const frame = watched.page.frames()[1];
    if (frame === undefined) throw new Error("There is no frame");
    return frame;
  }

  async function sign(within: Frame, code: () => Promise<string>): Promise<void> {
    const press = (name: string) => within.getByRole("button", { name, exact: true }).click();
    await within.locator(".sheet-canvas").first().waitFor();
    await press("Continue to sign");
    await within.getByRole("checkbox").check();
    await press("Continue");
    await press("Send me the code");
    await within.getByLabel("6-digit code").waitFor();
    await within.getByLabel("6-digit code").fill(await code());
    await press("Confirm the code");
    await press("Sign");
    await within.getByRole("heading", { name: "You have signed" }).waitFor();
  }

  test("a signer signs in the frame of a page that the order names, and goes on to its page within the frame", async () => {
    const { link, code } = await order({
      frame_ancestors: [host.origin],
      complete_url: `${host.origin}/done`,
    });
    const frame = await framed(host.origin, link);
    await frame.locator(".sheet-canvas").first().waitFor();
    await keepPicture(watched.page, "framed-read");
    await sign(frame, code);
    await frame.getByRole("link", { name: "Continue", exact: true }).click();
    await frame.getByRole("heading", { name: "You are at /done" }).waitFor();
    await watched.page.getByRole("heading", { name: "The host's own page" }).waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test("the browser shows it in nobody else's frame, nor in the host's own where the order names none", async () => {
    const { link } = await order({ frame_ancestors: [host.origin] });
    const { link: unframed } = await order({});
    for (const [by, address] of [
      [stranger.origin, link],
      [host.origin, unframed],
    ] as const) {
      const frame = await framed(by, address);
      await frame.waitForURL(/^chrome-error:/);
      expect(await frame.locator(".header, .panel").count()).toBe(0);
    }
    expect(watched.complaints.join("\n")).toMatch(/frame-ancestors/);
  });

  test("the way out after signing leads to the order's page, which is told nothing of the link", async () => {
    const { link, code } = await order({
      complete_url: `${host.origin}/done?order=7`,
      cancel_url: host.origin,
    });
    const { page } = watched;
    await page.goto(link);
    await page.getByRole("link", { name: "Not now" }).waitFor();
    expect(await page.getByRole("link", { name: "Continue", exact: true }).count()).toBe(0);
    await sign(page.mainFrame(), code);
    expect(await page.getByRole("link", { name: "Not now" }).count()).toBe(0);
    await page.getByRole("link", { name: "Continue", exact: true }).click();
    await page.waitForURL(`${host.origin}/done?order=7`);
    expect(await page.locator("#referrer").textContent()).toBe("");
  });

  test("a signer who leaves comes back to where they were, and one who refuses is led out too", async () => {
    const { link } = await order({ cancel_url: `${host.origin}/later` });
    const { page } = watched;
    await page.goto(link);
    await page.getByRole("button", { name: "Continue to sign" }).click();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.getByRole("link", { name: "Not now" }).click();
    await page.waitForURL(`${host.origin}/later`);
    await page.goto(link);
    await page.getByRole("button", { name: "Refuse to sign" }).click();
    await page.getByLabel("Why do you refuse?").fill("The rent is not what we agreed.");
    await page.getByRole("button", { name: "Refuse to sign" }).click();
    await page.getByRole("heading", { name: "You refused to sign" }).waitFor();
    await page.getByRole("link", { name: "Continue", exact: true }).click();
    await page.waitForURL(`${host.origin}/later`);
  });

  test("an order that takes one kind of signature offers that one alone", async () => {
    const { page } = watched;
    for (const [mode, shown, missing] of [
      ["typed", "Your full name", "Draw it"],
      ["drawn", "Box for your signature", "Type my name"],
    ] as const) {
      const made = await desk.order([ada], { signature_modes: [mode], notify: false });
      await page.goto(made.signers[0]!.signing_url);
      await page.getByRole("button", { name: "Continue to sign" }).click();
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Continue", exact: true }).click();
      await page.getByLabel(shown).waitFor();
      expect(await page.getByText(missing).count()).toBe(0);
      await keepPicture(page, `signature-${mode}-only`);
    }
  });

  test("times are told in the order's zone, which is named, and else in the browser's own", async () => {
    const { page } = watched;
    const at = async (more: object) => {
      const made = await desk.order([ada], { notify: false, ...more });
      await page.goto(made.signers[0]!.signing_url);
      await sign(page.mainFrame(), () => desk.browser(made).newestCode());
      return page.locator(".state-text").first().textContent();
    };
    expect(await at({ time_zone: "Asia/Kolkata" })).toMatch(/ GMT\+5:30$/);
    expect(await at({})).toMatch(/ at \d\d:\d\d$/);
  });
});
