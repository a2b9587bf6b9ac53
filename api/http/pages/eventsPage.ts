import { Router } from "express";
import { catalogue, notificationTypes } from "../../webhooks/catalogue/catalogue.js";
import { type EventGroup, eventGroups } from "../../webhooks/catalogue/entry.js";
import { exampleOf } from "../../webhooks/catalogue/example.js";
import { schemaPath } from "../../webhooks/catalogue/payloadSchema.js";
import { apiVersion } from "../../webhooks/outbox/notification.js";
import type { NotificationType } from "../../webhooks/outbox/notificationTypes.js";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";
import { membersTable } from "./eventMembers.js";
import { escapeHtml } from "./html.js";

/** `GET /docs/events`: the catalogue of events, for whoever writes what webhooks call. */
export function eventsRouter(): Router {
  const html = page();
  const router = Router();
  router.get("/docs/events", (_request, response) => {
    response.set(pageHeaders("landingPage")).send(html);
  });
  return router;
}

function page(): string {
  const groups = Object.keys(eventGroups) as EventGroup[];
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Events of Paraph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/tokens.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/page.css")}">
<link rel="stylesheet" href="${assetUrl("eventsPage/styles/events.css")}">
</head>
<body>
<div class="events">
<header>
<h1>Events</h1>
<p>What webhook endpoints and callbacks are told of: ${notificationTypes.length} types. Each request has one event as its body, by the
conventions of Standard Webhooks 1.0. <code>api_version</code> is <code>${apiVersion}</code>.</p>
<p>An event of an order is a line of its audit trail. Its <code>data</code> says of which order and signer it is, who acted, and
in <code>details</code> what is listed here: ids and states, and nobody's name. Whoever wants more asks the
<a href="/docs">API</a>. Requests arrive in any order; <code>data.sequence</code> is the line's number in the trail. Where
<code>details</code> would take more than 20 kB it is <code>null</code>, and the trail has them.</p>
</header>
<nav aria-label="Types of events">
${groups.map(contents).join("\n")}
</nav>
<main>
${groups.map(section).join("\n")}
</main>
</div>
</body>
</html>
`;
}

const typesOf = (group: EventGroup) => notificationTypes.filter((type) => catalogue[type].group === group);

function contents(group: EventGroup): string {
  const links = typesOf(group).map((type) => `<li><a href="#${type}">${type}</a></li>`);
  return `<div><h2><a href="#group-${group}">${group}</a></h2><ul>${links.join("")}</ul></div>`;
}

function section(group: EventGroup): string {
  return `<section aria-labelledby="group-${group}">
<h2 id="group-${group}">${group}</h2>
<p>${escapeHtml(eventGroups[group])}</p>
${typesOf(group).map(article).join("\n")}
</section>`;
}

function article(type: NotificationType): string {
  const { description, details, line } = catalogue[type];
  const table = membersTable(details);
  const where = line ? "data.details" : "data";
  return `<article aria-labelledby="${type}">
<h3 id="${type}"><code>${type}</code></h3>
<p>${escapeHtml(description)} <a href="${schemaPath(type)}" aria-label="JSON Schema of ${type}">JSON Schema</a></p>
${table === "" ? `<p class="nothing"><code>${where}</code> is empty.</p>` : `<details><summary>Members of <code>${where}</code></summary><div class="wide" tabindex="0" role="region" aria-label="Members of ${type}">${table}</div></details>`}
<details><summary>Example</summary><pre tabindex="0" role="region" aria-label="Example of ${type}">${escapeHtml(JSON.stringify(exampleOf(type), null, 2))}</pre></details>
</article>`;
}
