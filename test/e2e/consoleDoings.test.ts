import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { describeWith } from "../support/judges.js";
import { openPkcs12 } from "../support/openPkcs12.js";
import { OrderDesk } from "../support/orderDesk.js";
import { launch } from "./browser.js";
import { ConsoleVisit } from "./consoleVisit.js";

interface Listed {
  readonly name: string;
  readonly api_key: string;
  readonly state: string;
}

describeWith(["chromium", "openssl"], "in the console a tenant's staff", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let visit: ConsoleVisit;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([OrderDesk.open(), launch()]);
  });
  beforeEach(async () => {
    visit = await ConsoleVisit.open(browser, desk);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const certificates = async () =>
    (await desk.client.get<{ data: Listed[] }>("/v1/client-certificates")).body.data;
  const key = async (body: object = {}) =>
    (await desk.client.post<{ id: string; secret: string }>("/v1/api-keys", { name: "CRM", ...body })).body;

  test("download a file that opens with the password that they copied", async () => {
    const { page } = visit;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit.unlock(desk.client.apiKey!);
    await visit.press("Issue a certificate");
    await page.getByLabel("Name").fill("Büro, 3. Stock");
    await page.getByLabel("Private key").selectOption({ label: "RSA, 2048 bits, for older programs" });
    await visit.press("Issue it");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download buro-3-stock.p12" }).click(),
    ]);
    await page.getByRole("button", { name: "Copy the password" }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    const password = (await page.evaluate("navigator.clipboard.readText()")) as string;
    const file = (await readFile(await download.path())).toString("base64");
    const { certificate, key: opened } = await openPkcs12(file, password);
    expect(certificate.checkPrivateKey(opened)).toBe(true);
    expect(opened.asymmetricKeyType).toBe("rsa");
    await visit.press("Done");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await visit.heading("Büro, 3. Stock");
  });

  test("issue for another key, until a day that they choose", async () => {
    const { page } = visit;
    const { id } = await key({ name: "Warehouse" });
    await visit.unlock(desk.client.apiKey!);
    await visit.press("Issue a certificate");
    await page.getByLabel("Name").fill("Scanner");
    await page.getByLabel("Acts for the API key").selectOption(id);
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Last day (optional)").fill(day);
    await visit.press("Issue it");
    await visit.heading("The certificate is issued");
    const found = (await certificates()).find(({ name }) => name === "Scanner");
    expect(found).toMatchObject({ api_key: id, expires_at: `${day}T23:59:59.000Z` });
  });

  test("are held back once when they leave without the file, by the button and by Escape", async () => {
    const { page } = visit;
    await visit.unlock(desk.client.apiKey!);
    for (const leave of [() => visit.press("Done"), () => page.keyboard.press("Escape")]) {
      await visit.press("Issue a certificate");
      await page.getByLabel("Name").fill("Lost");
      await visit.press("Issue it");
      await visit.heading("The certificate is issued");
      await leave();
      await page.getByText("You have not downloaded the file.").waitFor();
      expect(
        await page.getByRole("link", { name: /^Download/ }).evaluate((link) => link.matches(":focus")),
      ).toBe(true);
      await visit.press("Done");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });

  test("revoke after a question, by keyboard alone, and find themselves where they were", async () => {
    const { page } = visit;
    await desk.client.post("/v1/client-certificates", { name: "Old server" });
    await visit.unlock(desk.client.apiKey!);
    await page.getByRole("button", { name: "Revoke Old server" }).focus();
    await page.keyboard.press("Enter");
    await visit.heading("Revoke this certificate?");
    // The harmless answer is the one that Enter gives.
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await certificates()).find(({ name }) => name === "Old server")!.state).toBe("active");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Revoke Old server");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("“Old server” is revoked.").waitFor();
    expect((await certificates()).find(({ name }) => name === "Old server")!.state).toBe("revoked");
  });

  test("are told beside the field what the service did not take, and lose nothing of what they wrote", async () => {
    const { page } = visit;
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const { secret } = await key({ expires_at: soon });
    await visit.unlock(secret);
    await visit.press("Issue a certificate");
    await visit.press("Issue it");
    await page.getByText("Give it a name.").waitFor();
    await page.getByLabel("Name").fill("Too long");
    const late = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Last day (optional)").fill(late);
    await visit.press("Issue it");
    await page.getByText("expires_at must not lie after the end of").waitFor();
    expect(await page.getByLabel("Last day (optional)").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Name").inputValue()).toBe("Too long");
  });

  test("see whose name it is and no markup, whatever the name says", async () => {
    const { page } = visit;
    const name = '<img src=x onerror="top.hacked=1">';
    await desk.client.post("/v1/client-certificates", { name });
    await visit.unlock(desk.client.apiKey!);
    await visit.heading(name);
    expect(await page.evaluate("window.hacked")).toBeUndefined();
  });

  test("see older certificates a page at a time", async () => {
    const { apiKey } = await desk.service.tenant("Many");
    const many = { Authorization: `Bearer ${apiKey}` };
    for (let number = 1; number <= 21; number++) {
      await desk.client.post("/v1/client-certificates", { name: `Machine ${number}` }, many);
      desk.service.clock.advance(0.01);
    }
    await visit.unlock(apiKey);
    const { page } = visit;
    expect(await page.locator(".row").count()).toBe(20);
    await visit.press("Show older ones");
    await visit.heading("Machine 1");
    expect(await page.locator(".row").count()).toBe(21);
    expect(await page.getByRole("button", { name: "Show older ones" }).isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Details of Machine 1");
  });

  test("keep the key in the page's memory alone, and lose it with the page", async () => {
    const { page } = visit;
    await visit.unlock(desk.client.apiKey!);
    const kept = await page.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.documentElement.outerHTML])",
    );
    expect(kept).not.toContain(desk.client.apiKey!);
    expect(await page.context().cookies()).toEqual([]);
    await page.reload();
    await visit.heading("Open with an API key");
    await visit.unlock(desk.client.apiKey!);
    await visit.press("Forget key");
    await visit.heading("Open with an API key");
    expect(await page.locator(".row").count()).toBe(0);
  });

  test("are asked for another key when theirs is revoked meanwhile, or never was good", async () => {
    const { page } = visit;
    const { id, secret } = await key();
    await visit.submitKey(`${secret.slice(0, -3)}AAA`);
    await page.getByText("This API key is unknown or revoked.").waitFor();
    await visit.unlock(secret);
    await desk.client.request("DELETE", `/v1/api-keys/${id}`);
    await visit.press("Look again for refused calls");
    await visit.heading("Open with an API key");
    await page.getByText("This API key is unknown or revoked.").waitFor();
  });

  test("with a key that may only read see what there is, and are told what it may not", async () => {
    const { page } = visit;
    const { secret } = await key({ scopes: ["keys:read"] });
    await visit.unlock(secret);
    await visit.press("Issue a certificate");
    await page.getByLabel("Name").fill("ERP");
    await visit.press("Issue it");
    await page.getByText("This API key has no scope keys:write").waitFor();
  });
});
