import express from "express";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";
import { escapeHtml } from "./html.js";

export interface LandingLinks {
  /** Path of the API documentation. */
  readonly docs: string;
  /** Path of the catalogue of events. */
  readonly events: string;
  /** Path of the tenant's pages. */
  readonly console?: string;
  /** Path of the development outbox, where there is one. */
  readonly outbox?: string;
  /** Path of the health check. */
  readonly health: string;
  /** Path of the certificates to trust, as PEM. */
  readonly roots: string;
}

export interface Landing {
  /** Where this server is reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly links: LandingLinks;
}

function link(path: string | undefined, name: string, what: string): string {
  if (path === undefined) return "";
  return `<li><a href="${escapeHtml(path)}"><strong>${name}</strong>${what}</a></li>`;
}

function page({ baseUrl, links }: Landing): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Paraph: electronic signatures</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/tokens.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/page.css")}">
<link rel="stylesheet" href="${assetUrl("landingPage/styles/landing.css")}">
</head>
<body>
<main class="landing">
<img class="landing-mark" src="${assetUrl("hostedPage/styles/icon.svg")}" alt="" width="56" height="56">
<h1>Paraph signs documents</h1>
<p class="landing-lead">A program sends a PDF and says who signs it. Each signer gets a link, reads, confirms a code and signs. What comes back is a signed PDF that anybody can check without us.</p>
<ul class="landing-links">
${link(links.docs, "API documentation", "Every call, to read and to try.")}
${link(links.events, "Events", "Everything that webhooks tell of, with schemas and examples.")}
${link(links.console, "Console", "Client certificates, allowed addresses, refused calls.")}
${link(links.outbox, "Development outbox", "The e-mails and text messages this server did not send.")}
${link(links.health, "Health", "Whether this server and what it needs are up.")}
${link(links.roots, "Trust roots", "The certificates to trust when you check our signatures.")}
</ul>
<p class="landing-lead">The API is at <code>${escapeHtml(baseUrl)}/v1</code>.</p>
</main>
</body>
</html>
`;
}

/** Serves `GET /`: what this server is, and where everything is. */
export function landingRouter(landing: Landing): express.Router {
  const router = express.Router();
  const html = page(landing);
  router.get("/", (_request, response) => {
    response.set(pageHeaders("landingPage")).send(html);
  });
  return router;
}
