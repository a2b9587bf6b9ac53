import express from "express";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";

const sheets = [
  ...["tokens", "page", "controls", "fields"].map((name) => `hostedPage/styles/${name}.css`),
  ...["console", "rows"].map((name) => `console/styles/${name}.css`),
];

function certificatesPage(): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Client certificates · Paraph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
${sheets.map((path) => `<link rel="stylesheet" href="${assetUrl(path)}">`).join("\n")}
<script type="module" src="${assetUrl("console/certificates/main.js")}"></script>
</head>
<body>
<header class="console-header">
<img src="${assetUrl("hostedPage/styles/icon.svg")}" alt="" width="32" height="32"><span class="console-brand">Paraph <span>Console</span></span>
<div class="console-session" id="console-session"></div>
</header>
<main class="console">
<h1 tabindex="-1">Client certificates</h1>
<p class="console-lead">A program that comes with a certificate proves over TLS who it is, and sends no API key. Issue one for each, and revoke it when the program goes.</p>
<div class="console-sections" id="console-sections"></div>
<noscript><p class="card">This page needs JavaScript. The same can be done with <code>npx paraph certificates</code>, and by the API.</p></noscript>
<p class="announcement" id="announcement" role="status" hidden></p>
</main>
</body>
</html>
`;
}

/** Serves the tenant's pages: `GET /console/certificates`, and `/console`, which leads there. They speak to `/v1`. */
export function consoleRouter(): express.Router {
  const router = express.Router();
  const html = certificatesPage();
  router.get("/console", (_request, response) => response.redirect(302, "/console/certificates"));
  router.get("/console/certificates", (_request, response) => {
    response.set(pageHeaders("consolePage")).send(html);
  });
  return router;
}
