import { Router } from "express";
import { failureCodes } from "../../failure/codes.js";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";

/** `GET /errors`: the closed list of codes, which the `type` of each problem document points into. */
export function errorsRouter(): Router {
  const html = page();
  const router = Router();
  router.get("/errors", (_request, response) => {
    response.set(pageHeaders("landingPage")).send(html);
  });
  return router;
}

function page(): string {
  const rows = Object.entries(failureCodes)
    .map(([code, status]) => `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td></tr>`)
    .join("\n");
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Errors of the API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/tokens.css")}">
<link rel="stylesheet" href="${assetUrl("hostedPage/styles/page.css")}">
<link rel="stylesheet" href="${assetUrl("errorsPage/styles/errors.css")}">
</head>
<body>
<main class="errors">
<h1>Errors</h1>
<p>Every error is a problem document (RFC 9457). Its <code>code</code> is one of these and stays what it is, its
<code>detail</code> says what is wrong, and <code>param</code> names the field of the request.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</main>
</body>
</html>
`;
}
