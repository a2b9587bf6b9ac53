import express from "express";
import { assetUrl } from "./assetFiles.js";
import { pageHeaders } from "./contentSecurityPolicy.js";

function page(): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Paraph API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
<link rel="stylesheet" href="${assetUrl("docsPage/vendor/swagger-ui.css")}">
<link rel="stylesheet" href="${assetUrl("docsPage/styles/docs.css")}">
<script defer src="${assetUrl("docsPage/vendor/swagger-ui-bundle.js")}"></script>
<script type="module" src="${assetUrl("docsPage/main.js")}"></script>
</head>
<body>
<div id="docs"></div>
<noscript><p>This page needs JavaScript. The description is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</p></noscript>
</body>
</html>
`;
}

/**
 * Serves `GET /docs`, Swagger UI under a policy that allows no inline script or style, and `GET /openapi/v1.json`.
 * @param openapiDocument the OpenAPI description, as an object
 */
export function docsRouter(openapiDocument: object): express.Router {
  const router = express.Router();
  const html = page();
  router.get("/docs", (_request, response) => {
    response.set(pageHeaders("docsPage")).send(html);
  });
  router.get("/openapi/v1.json", (_request, response) => {
    response.set({ "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" }).json(openapiDocument);
  });
  return router;
}
