import { readFileSync } from "node:fs";
import express, { type Express, type RequestHandler } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { csvBody } from "../bulk/csvBody.js";
import { caRouter } from "../ca/caRouter.js";
import type { Hierarchy } from "../ca/hierarchy.js";
import type { RevocationLists } from "../ca/revocationLists.js";
import { checkRouter } from "../checkPage/checkRouter.js";
import { logsRouter } from "../checkpoints/logsRouter.js";
import { callbacksRouter, type ReportingProviders } from "../delivery/callbacksRouter.js";
import { dialectDescriptions } from "../dialects/descriptions.js";
import { dialects } from "../dialects/dialects.js";
import { dialectBody } from "../dialects/reading/body.js";
import { RegisterRoutes } from "../generated/routes.js";
import type { Platform } from "../platform.js";
import { apiKeyAuthentication } from "../request/authentication.js";
import { bodyLimit, boundedMultipart } from "../request/bodyLimit.js";
import type { CertificateHeader } from "../request/certificateHeader.js";
import { jsonTypes, requireMediaType } from "../request/mediaType.js";
import { type DescribedPaths, requireKnownParameters } from "../request/queryParameters.js";
import { requireStorableText } from "../request/storableText.js";
import { multipartBody } from "../request/uploads.js";
import { hostedRouter } from "../signers/hostedRouter.js";
import type { TimestampUnit } from "../timestamping/timestampUnit.js";
import { tsaRouter } from "../timestamping/tsaRouter.js";
import { pdfBody } from "../verification/pdfBody.js";
import { accessLog } from "./accessLog.js";
import { platformSetting } from "./controllers.js";
import { healthRouter } from "./health.js";
import { assetUrl } from "./pages/assetFiles.js";
import { assetsRouter } from "./pages/assetsRouter.js";
import { consoleRouter } from "./pages/consolePage.js";
import { hostedPageHeaders, pageHeaders } from "./pages/contentSecurityPolicy.js";
import { type DescribedApi, docsRouter } from "./pages/docsPage.js";
import { errorsRouter } from "./pages/errorsPage.js";
import { eventsRouter } from "./pages/eventsPage.js";
import { renderHostedPage } from "./pages/hostedPage.js";
import { landingRouter } from "./pages/landingPage.js";
import { type Outbox, outboxRouter } from "./pages/outboxPage.js";
import { schemasRouter } from "./pages/schemasRouter.js";
import { noSuchRoute, problemHandler } from "./problem.js";
import { limitByAddress, limitByApiKey, limitFailuresByAddress, type RateLimits } from "./rateLimits.js";
import { requestId } from "./requestId.js";
import { securityHeaders } from "./securityHeaders.js";

export interface AppParts {
  readonly platform: Platform;
  readonly hierarchies: Readonly<Record<Mode, Hierarchy>>;
  readonly revocationLists: Readonly<Record<Mode, RevocationLists>>;
  readonly timestampUnits: Readonly<Record<Mode, TimestampUnit>>;
  /** Null wherever a real provider is configured: then the outbox does not exist. */
  readonly outbox: Outbox | null;
  /** Those who report what became of messages. */
  readonly reports?: ReportingProviders;
  readonly rateLimits: RateLimits;
  /** Express' `trust proxy`: how many proxies stand in front, 0 for none. */
  readonly proxies: number;
  /** In which proxies hand on the client certificates that they were shown. */
  readonly certificateHeader?: CertificateHeader | null;
  /** The root of the TLS port's own certificate, DER; null where the operator brought one, or there is no such port. */
  readonly serverRoot?: Uint8Array | null;
}

/** The one list of mounts. */
export function makeApp(parts: AppParts): Express {
  const { platform } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", parts.proxies);
  app.set(platformSetting, platform);
  app.use(requestId(platform), accessLog(platform));
  app.use(securityHeaders());

  app.use(healthRouter(platform));
  const links = {
    ...{ docs: "/docs", events: "/docs/events", console: "/console" },
    ...{ health: "/health", roots: "/ca/roots.pem" },
  };
  app.use(
    landingRouter({
      baseUrl: platform.publicUrl,
      links: { ...links, ...(parts.outbox && { outbox: "/dev/outbox" }) },
    }),
  );
  const description = readOpenApi("v1");
  app.use(
    docsRouter([{ name: "v1", title: "Paraph API", path: "/docs", description }, ...describedDialects()]),
  );
  app.use(errorsRouter());
  app.use(eventsRouter());
  app.use(consoleRouter());
  app.use(assetsRouter());
  app.use(schemasRouter(platform.publicUrl));
  app.use(caRouter(parts.hierarchies, parts.revocationLists, platform.clock, parts.serverRoot ?? null));
  if (parts.outbox) app.use(outboxRouter(parts.outbox));

  app.use("/tsa", limitByAddress(parts.rateLimits, "tsa"));
  app.use(tsaRouter(parts.timestampUnits));

  app.use("/logs", limitByAddress(parts.rateLimits, "logs"));
  app.use(logsRouter(platform));

  app.use("/check", limitByAddress(parts.rateLimits, "check"));
  app.use(checkRouter(platform, { asset: assetUrl, headers: () => pageHeaders("checkPage") }));

  // Providers ask from few addresses, for all tenants.
  app.use(
    "/callbacks",
    limitByAddress({ ...parts.rateLimits, perAddress: 10 * parts.rateLimits.perAddress }, "callbacks"),
  );
  app.use(callbacksRouter(platform, parts.reports ?? {}));

  const json = { strict: true, type: jsonTypes };
  app.use(["/s", "/v1"], neverCached);
  app.use("/s/:link", limitByAddress(parts.rateLimits, "signer"), requireMediaType());
  app.use("/s/:link", express.json({ ...json, limit: Math.ceil(platform.limits.imageBytes * 1.4) + 16_384 }));
  app.use(hostedRouter(platform, { render: renderHostedPage, headers: hostedPageHeaders }));

  const authentication = apiKeyAuthentication(platform, parts.certificateHeader ?? null);
  // The same for all, so that nobody has more tries or requests by going round.
  const failureLimit = limitFailuresByAddress(parts.rateLimits);
  const keyLimit = limitByApiKey(parts.rateLimits);
  app.use("/v1", failureLimit, authentication, keyLimit);
  app.use("/v1", requireKnownParameters(description));
  app.use("/v1/templates/:template/bulk", csvBody());
  app.use("/v1/verifications", pdfBody(platform.limits));
  app.use("/v1", requireMediaType("multipart/form-data"));
  app.use("/v1", express.json({ ...json, limit: bodyLimit(platform.limits) }));
  app.use(["/v1/orders", "/v1/templates"], boundedMultipart(platform.limits));
  app.use("/v1/orders", multipartBody(platform.limits, "order"));
  app.use("/v1/templates", multipartBody(platform.limits, "template"));

  for (const { paths } of dialects) {
    app.use([...paths], neverCached, failureLimit, authentication, keyLimit);
    app.use([...paths], dialectBody(platform.limits), requireMediaType());
  }

  app.use(requireStorableText);
  for (const dialect of dialects) app.use(dialect.router(platform));
  RegisterRoutes(app);
  app.use(noSuchRoute);
  app.use(problemHandler(platform));
  return app;
}

/** Names, addresses and signing links stand in these answers: no cache keeps them (RFC 9111 5.2.2.5). */
const neverCached: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

function describedDialects(): DescribedApi[] {
  return dialectDescriptions.map(({ name, title }) => ({
    name,
    title,
    path: `/docs/${name}`,
    description: readOpenApi(name),
  }));
}

function readOpenApi(name: string): DescribedPaths {
  return JSON.parse(
    readFileSync(new URL(`../../../openapi/${name}.json`, import.meta.url), "utf8"),
  ) as DescribedPaths;
}
