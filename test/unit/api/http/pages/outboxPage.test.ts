import express from "express";
import request from "supertest";
import { landingRouter } from "../../../../../api/http/pages/landingPage.js";
import { outboxRouter } from "../../../../../api/http/pages/outboxPage.js";
import type { OutboxMessage } from "../../../../../api/ports/outbox.js";

const messages: readonly OutboxMessage[] = [
  {
    id: "m1",
    channel: "email",
    to: "Anna@Example.com",
    text: "one",
    html: "<b>one</b>",
    sentAt: "2027-01-01T10:00:00Z",
  },
  { id: "m2", channel: "sms", to: "+33600000000", text: "two", sentAt: "2027-01-01T11:00:00Z" },
  { id: "m3", channel: "email", to: "anna@example.com", text: "three", sentAt: "2027-01-01T12:00:00Z" },
];

describe("the development outbox", () => {
  const app = express().use(outboxRouter({ list: async () => messages }));

  test("gives every message, newest first, never from a cache", async () => {
    const answer = await request(app).get("/dev/outbox.json");
    expect(answer.body.data.map(({ id }: OutboxMessage) => id)).toEqual(["m3", "m2", "m1"]);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("gives one recipient's messages, whatever the case", async () => {
    const answer = await request(app).get("/dev/outbox.json").query({ to: "ANNA@example.com" });
    expect(answer.body.data.map(({ id }: OutboxMessage) => id)).toEqual(["m3", "m1"]);
  });

  test("shows an e-mail's HTML only inside a sandbox without scripts", async () => {
    const answer = await request(app).get("/dev/outbox/m1/html");
    expect(answer.text).toBe("<b>one</b>");
    const policy = answer.headers["content-security-policy"] ?? "";
    expect(policy.split("; ")).toContain("sandbox");
    expect(policy).not.toContain("script-src");
    expect(policy).toContain("default-src 'none'");
  });

  test.each(["/dev/outbox/m2/html", "/dev/outbox/none/html"])(
    "%s, which has no HTML, is not found",
    async (path) => {
      expect((await request(app).get(path)).status).toBe(404);
    },
  );
});

describe("the landing page", () => {
  const links = { docs: "/docs", events: "/docs/events", health: "/health", roots: "/ca/roots.pem" };

  test("links to the outbox only where there is one", async () => {
    const baseUrl = "http://127.0.0.1:3000";
    const without = await request(express().use(landingRouter({ baseUrl, links }))).get("/");
    expect(without.text).not.toContain("outbox");
    const withOne = express().use(landingRouter({ baseUrl, links: { ...links, outbox: "/dev/outbox" } }));
    expect((await request(withOne).get("/")).text).toContain('href="/dev/outbox"');
  });

  test("needs no script, and is allowed none", async () => {
    const answer = await request(express().use(landingRouter({ baseUrl: "http://x", links }))).get("/");
    expect(answer.text).not.toContain("<script");
    expect(answer.headers["content-security-policy"]).not.toContain("script-src");
  });
});
