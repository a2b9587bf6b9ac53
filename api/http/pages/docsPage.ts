import express from "express";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";
import { escapeHtml } from "./html.js";

/** An API that is described. */
export interface DescribedApi {
  /** In the path of its file: `v1` for `/openapi/v1.json`. */
  readonly name: string;
  readonly title: string;
  /** Of its page. */
  readonly path: string;
  /** The OpenAPI description. */
  readonly description: object;
}

function page(shown: DescribedApi, all: readonly DescribedApi[]): string {
  const file = `/openapi/${shown.name}.json`;
  const links = all.map(
    ({ title, path }) =>
      `<li><a href="${path}"${path === shown.path ? ' aria-current="page"' : ""}>${escapeHtml(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>${escapeHtml(shown.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="paraph-description" content="${file}">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("docsPage/vendor/swagger-ui.css")}">
<link rel="stylesheet" href="${assetUrl("docsPage/styles/docs.css")}">
<script defer src="${assetUrl("docsPage/vendor/swagger-ui-bundle.js")}"></script>
<script type="module" src="${assetUrl("docsPage/main.js")}"></script>
</head>
<body>
${all.length > 1 ? `<nav class="apis" aria-label="APIs"><ul>${links.join("")}</ul></nav>` : ""}
<div id="docs"></div>
<noscript><p>This page needs JavaScript. The description is at <a href="${file}">${file}</a>.</p></noscript>
</body>
</html>
`;
}

/**
 * Serves a page of each API, Swagger UI under a policy that allows no inline script or style, and
 * `GET /openapi/{name}.json`.
 */
export function docsRouter(apis: readonly DescribedApi[]): express.Router {
  const router = express.Router();
  for (const api of apis) {
    const html = page(api, apis);
    router.get(api.path, (_request, response) => {
      response.set(pageHeaders("docsPage")).send(html);
    });
    router.get(`/openapi/${api.name}.json`, (_request, response) => {
      response
        .set({ "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" })
        .json(api.description);
    });
  }
  return router;
}
