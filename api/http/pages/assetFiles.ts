import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file that a browser may fetch: nothing outside this list can be reached, whatever the path says. */
export interface AssetFile {
  readonly file: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
  ".icc": "application/octet-stream",
};

const ownPages = [
  "hostedPage",
  "outboxPage",
  "landingPage",
  "docsPage",
  "errorsPage",
  "eventsPage",
  "checkPage",
] as const;

/** This file runs as dist/api/http/pages/assetFiles.js: the checkout is four folders up. */
const checkout = fileURLToPath(new URL("../../../../", import.meta.url));

/** Files that other projects made, by the path under which our pages import them. */
function vendorFolders(): readonly { under: string; folder: string; only?: readonly string[] }[] {
  const pdfjs = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const signaturePad = dirname(fileURLToPath(import.meta.resolve("signature_pad")));
  const swaggerUi = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
  const pdfUnder = "hostedPage/vendor/pdfjs";
  return [
    // The legacy build: phones keep old browsers, and it differs by nothing but its polyfills.
    { under: pdfUnder, folder: join(pdfjs, "legacy/build"), only: ["pdf.min.mjs", "pdf.worker.min.mjs"] },
    { under: `${pdfUnder}/cmaps`, folder: join(pdfjs, "cmaps") },
    { under: `${pdfUnder}/standard_fonts`, folder: join(pdfjs, "standard_fonts") },
    { under: `${pdfUnder}/iccs`, folder: join(pdfjs, "iccs") },
    { under: `${pdfUnder}/wasm`, folder: join(pdfjs, "wasm") },
    { under: "hostedPage/vendor/signaturePad", folder: signaturePad, only: ["signature_pad.min.js"] },
    {
      under: "docsPage/vendor",
      folder: swaggerUi,
      only: ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"],
    },
  ];
}

function list(folder: string, under: string, into: Map<string, AssetFile>, only?: readonly string[]): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (only === undefined) list(join(folder, entry.name), `${under}/${entry.name}`, into);
      continue;
    }
    const contentType = contentTypes[extname(entry.name)];
    if (contentType === undefined || (only !== undefined && !only.includes(entry.name))) continue;
    into.set(`${under}/${entry.name}`, { file: join(folder, entry.name), contentType });
  }
}

function versionOf(own: ReadonlyMap<string, AssetFile>): string {
  const hash = createHash("sha256");
  for (const [path, { file }] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0`).update(readFileSync(file));
  }
  const require = createRequire(import.meta.url);
  for (const name of ["pdfjs-dist", "swagger-ui-dist"]) {
    hash.update((require(`${name}/package.json`) as { version: string }).version);
  }
  return hash.digest("base64url").slice(0, 16);
}

/** Everything under `/assets/{version}/`, and the version: it changes whenever one of our files or a vendor's does. */
export interface AssetCatalogue {
  readonly version: string;
  /** Keyed by the path after the version, e.g. `hostedPage/main.js`. */
  readonly files: ReadonlyMap<string, AssetFile>;
}

let catalogue: AssetCatalogue | undefined;

/** The catalogue, read from disk once a process. */
export function assetCatalogue(): AssetCatalogue {
  if (catalogue !== undefined) return catalogue;
  const own = new Map<string, AssetFile>();
  for (const page of ownPages) {
    list(join(checkout, "dist/widget", page), page, own);
    list(join(checkout, "widget", page, "styles"), `${page}/styles`, own);
  }
  list(join(checkout, "dist/console"), "console", own);
  list(join(checkout, "console/styles"), "console/styles", own);
  // The console's scripts import it from where it stands.
  list(join(checkout, "dist/widget/hostedPage"), "widget/hostedPage", own, ["element.js"]);
  const files = new Map(own);
  for (const { under, folder, only } of vendorFolders()) list(folder, under, files, only);
  catalogue = { version: versionOf(own), files };
  return catalogue;
}

/**
 * @param path the path after the version, e.g. `hostedPage/main.js`
 * @returns its address on this server, which may be cached for ever
 */
export function assetUrl(path: string): string {
  return `/assets/${assetCatalogue().version}/${path}`;
}
