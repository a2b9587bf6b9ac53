import type { AddressInfo } from "node:net";
import express from "express";
import type { Browser, Locator, Page } from "playwright-core";
import { docsRouter } from "../../api/http/pages/docsPage.js";
import { eventsRouter } from "../../api/http/pages/eventsPage.js";
import { assetsRouter } from "../../api/http/pages/hostedPage.js";
import { landingRouter } from "../../api/http/pages/landingPage.js";
import { outboxRouter } from "../../api/http/pages/outboxPage.js";
import type { OutboxMessage } from "../../api/ports/outbox.js";
import { describeWith } from "../support/judges.js";
import { axeViolations, desk, keepPicture, launch, phone, type WatchedPage, watchedPage } from "./browser.js";

const description = {
  openapi: "3.0.0",
  info: { title: "Echo", version: "1", description: "**Bold**, a [link](https://example.com) and `code`." },
  paths: {
    "/echo": {
      post: {
        operationId: "echo",
        tags: ["Echo"],
        summary: "Answers what it was asked",
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Word" } } } },
        responses: { "200": { description: "The same" } },
      },
    },
  },
  components: {
    schemas: { Word: { type: "object", properties: { word: { type: "string", example: "quill" } } } },
  },
};

describeWith(["chromium"], "the developer's pages", () => {
  const messages: OutboxMessage[] = [];
  let close: () => void;
  let baseUrl: string;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    browser = await launch();
    const app = express().use(
      assetsRouter(),
      outboxRouter({ list: () => messages }),
      docsRouter([
        { name: "echo", title: "Echo API", path: "/docs", description },
        {
          name: "other",
          title: "Other API",
          path: "/docs/other",
          description: { ...description, paths: {} },
        },
      ]),
      eventsRouter(),
      landingRouter({
        baseUrl: "http://127.0.0.1:3000",
        links: {
          docs: "/docs",
          events: "/docs/events",
          outbox: "/dev/outbox",
          health: "/health",
          roots: "/ca/roots.pem",
        },
      }),
    );
    app.post("/echo", express.json(), (request, response) => {
      response.json(request.body);
    });
    const server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });
  beforeEach(async () => {
    messages.length = 0;
    watched = await watchedPage(browser);
  });
  afterEach(() => watched?.close());

  test("/docs shows every operation, opens it and tries it out, and breaks no rule of its policy", async () => {
    const { page } = watched;
    const answer = await page.goto(`${baseUrl}/docs`);
    expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
    await page.getByText("Answers what it was asked").click();
    await page.getByRole("button", { name: "Execute" }).click();
    await page.locator(".live-responses-table .response-col_status", { hasText: "200" }).waitFor();
    await page.locator(".live-responses-table .microlight", { hasText: "quill" }).first().waitFor();
    await keepPicture(page, "docs");
    expect(watched.complaints).toEqual([]);
  });

  test("the outbox shows a message as it arrives, with its link to follow, and filters by recipient", async () => {
    const { page } = watched;
    await page.goto(`${baseUrl}/dev/outbox`);
    await page.getByText("No messages yet.").waitFor();
    const text = "Open http://127.0.0.1:3000/s/abc, then sign.";
    messages.push(
      {
        id: "m1",
        channel: "email",
        to: "anna@example.com",
        subject: "Sign",
        text,
        replyTo: "office@example.com",
        attachments: [{ name: "contract.pdf", bytes: 20_480 }],
        sentAt: "2027-01-01T10:00:00Z",
      },
      { id: "m2", channel: "sms", to: "+33600000000", text: "Code 123456", sentAt: "2027-01-01T11:00:00Z" },
    );
    const link = page.getByRole("link", { name: "http://127.0.0.1:3000/s/abc", exact: true });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("http://127.0.0.1:3000/s/abc");
    await page.getByText("Answers to office@example.com").waitFor();
    await page.getByText("contract.pdf (20 KB)").waitFor();
    await keepPicture(page, "outbox");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("Only messages to").fill("+336");
    await link.waitFor({ state: "detached" });
    await page.getByText("Code 123456").waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test("nothing in an e-mail's HTML can run, and neither can its text", async () => {
    const { page } = watched;
    const attack = '<img src=x onerror="top.hacked=1"><script>top.hacked=1</script>';
    messages.push({
      id: "m",
      channel: "email",
      to: "a@b.c",
      subject: attack,
      text: attack,
      html: `<p>Hi</p>${attack}`,
      sentAt: "2027-01-01T10:00:00Z",
    });
    await page.goto(`${baseUrl}/dev/outbox`);
    await page.getByRole("button", { name: "Show as an e-mail program would" }).click();
    await page.frameLocator("iframe").getByText("Hi").waitFor();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.getAttribute("iframe", "sandbox")).toBe("");
  });

  test.each([
    ["a desk", desk, "light"],
    ["a desk in the dark", desk, "dark"],
    ["a phone", phone, "light"],
  ] as const)(
    "the catalogue of events is read on %s, by its contents, and passes axe",
    async (name, size, scheme) => {
      const { page, complaints, close } = await watchedPage(browser, { ...size, colorScheme: scheme });
      try {
        await page.goto(`${baseUrl}/docs/events`);
        await page.getByRole("navigation").getByRole("link", { name: "billing", exact: true }).click();
        await expectInSight(page, page.getByRole("heading", { name: "billing", exact: true }).last());
        const counted = page.getByRole("article", { name: "billing.signer_counted" });
        await counted.getByText("Example").click();
        await counted.getByText('"usage_event": "usg_').waitFor();
        await counted.getByText(/Members of/).click();
        await counted.getByRole("cell", { name: "external_id", exact: true }).waitFor();
        await keepPicture(page, `events-${name.replaceAll(" ", "-")}`);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
        expect(await axeViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      } finally {
        await close();
      }
    },
  );

  test("the landing page says where everything is, and passes axe", async () => {
    const { page } = watched;
    await page.goto(baseUrl);
    for (const name of [/API documentation/, /Events/, /Development outbox/, /Health/, /Trust roots/]) {
      await page.getByRole("link", { name }).waitFor();
    }
    expect(await axeViolations(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

/** Within the window, and not above or below of it. */
async function expectInSight(page: Page, locator: Locator): Promise<void> {
  await locator.waitFor();
  const { y } = (await locator.boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(page.viewportSize()!.height);
}
