import express from "express";
import type { OutboxMessage } from "../../ports/outbox.js";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";

/** Where messages are kept while no provider is configured. */
export interface Outbox {
  /** The kept messages, in any order. */
  list(): readonly OutboxMessage[] | Promise<readonly OutboxMessage[]>;
}

function page(): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Development outbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/tokens.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/page.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/controls.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/fields.css")}">
<link rel="stylesheet" href="${assetUrl("outboxPage/styles/outbox.css")}">
<script type="module" src="${assetUrl("outboxPage/main.js")}"></script>
</head>
<body>
<main class="outbox">
<h1 class="outbox-heading">Development outbox</h1>
<p class="outbox-warning"><strong>Nothing here was sent to anybody.</strong> This server has no e-mail or SMS provider, so its messages end up on this page. It does not exist where a provider is configured.</p>
<div class="outbox-tools">
<div class="field"><label class="field-label" for="to">Only messages to</label><input type="text" id="to" autocomplete="off" spellcheck="false" placeholder="anna@example.com"></div>
<button type="button" class="button-second" id="refresh" aria-pressed="true">Refresh by itself</button>
</div>
<p id="state" role="status">Loading…</p>
<div id="messages"></div>
<noscript><p>This page needs JavaScript. The same messages are at <a href="/dev/outbox.json">/dev/outbox.json</a>.</p></noscript>
</main>
</body>
</html>
`;
}

/**
 * Serves the development outbox: `GET /dev/outbox`, `GET /dev/outbox.json?to=` (`{data: OutboxMessage[]}`, newest
 * first, `to` a part of the recipient in any case) and `GET /dev/outbox/{id}/html`, an e-mail in its own sandbox.
 * Mount it only where messages are kept instead of sent: it shows codes and signing links to whoever asks.
 */
export function outboxRouter(outbox: Outbox): express.Router {
  const router = express.Router();
  const html = page();
  router.get("/dev/outbox", (_request, response) => {
    response.set(pageHeaders("outboxPage")).send(html);
  });
  router.get("/dev/outbox.json", async (request, response) => {
    const wanted = typeof request.query["to"] === "string" ? request.query["to"].toLowerCase() : "";
    const data = (await outbox.list())
      .filter(({ to }) => to.toLowerCase().includes(wanted))
      .sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
    response.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" }).json({ data });
  });
  router.get("/dev/outbox/:id/html", async (request, response, next) => {
    const message = (await outbox.list()).find(({ id }) => id === request.params.id);
    if (message?.html === undefined) {
      next();
      return;
    }
    // Threat: an e-mail holds names that strangers chose. The sandbox of the policy holds even in a tab of its own.
    response.set(pageHeaders("outboxMessage")).send(message.html);
  });
  return router;
}
