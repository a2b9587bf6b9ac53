import { readFileSync } from "node:fs";
import { assetCatalogue, assetUrl } from "./assetFiles.js";
import { escapeHtml } from "./html.js";

export { assetsRouter } from "./assetsRouter.js";

export interface HostedPage {
  /** The signer whose page this is; the link's token is in the address and nowhere else. */
  readonly signerId: string;
  /** Names this browser in the proof path; it lets nobody do anything. */
  readonly session: string;
  /** The language to fall back to when the browser asks for none that we speak: a BCP 47 tag. */
  readonly language: string;
  /** What the tab is called before the order is known, e.g. the platform's name. */
  readonly title: string;
}

const withoutScript: Readonly<Record<string, string>> = {
  en: "To read and sign, turn on JavaScript in your browser and reload this page.",
  fr: "Pour lire et signer, activez JavaScript dans votre navigateur, puis rechargez cette page.",
  de: "Um zu lesen und zu unterschreiben, schalten Sie JavaScript in Ihrem Browser ein und laden Sie die Seite neu.",
};

const stylesheets = [
  "tokens",
  "page",
  "sidebar",
  "controls",
  "fields",
  "documents",
  "sheets",
  "panel",
  "steps",
  "signature",
];

let preloads: string | undefined;

/** The scripts that a first view needs, fetched side by side instead of one import after the other. */
function modulePreloads(): string {
  if (preloads !== undefined) return preloads;
  const own = [...assetCatalogue().files]
    .filter(([path]) => /^hostedPage\/(?!vendor\/|styles\/).*\.js$/.test(path))
    // A module of types alone is compiled to nothing, and imported by nobody.
    .filter(([, { file }]) => readFileSync(file, "utf8").trim() !== "export {};")
    .map(([path]) => path);
  const vendors = ["pdfjs/pdf.min.mjs", "signaturePad/signature_pad.min.js"].map(
    (name) => `hostedPage/vendor/${name}`,
  );
  preloads = [...own, ...vendors]
    .map((path) => `<link rel="modulepreload" href="${assetUrl(path)}">`)
    .join("\n");
  return preloads;
}

/**
 * The HTML of a signer's page: a shell without a secret and without inline script or style, which finds its
 * signing link in its own address. Send it with `hostedPageHeaders()`.
 */
export function renderHostedPage({ signerId, session, language, title }: HostedPage): string {
  const primary = language.toLowerCase().split("-")[0] ?? "en";
  const shellLanguage = Object.hasOwn(withoutScript, primary) ? primary : "en";
  return `<!doctype html>
<html lang="${shellLanguage}" dir="ltr">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="paraph-signer" content="${escapeHtml(signerId)}">
<meta name="paraph-session" content="${escapeHtml(session)}">
<link rel="modulepreload" href="${assetUrl("hostedPage/documents/pdfEngine.js")}">
<script type="module" async src="${assetUrl("hostedPage/start.js")}"></script>
<link rel="icon" type="image/svg+xml" href="${assetUrl("hostedPage/styles/icon.svg")}">
${stylesheets.map((name) => `<link rel="stylesheet" href="${assetUrl(`hostedPage/styles/${name}.css`)}">`).join("\n")}
<script type="module" src="${assetUrl("hostedPage/main.js")}"></script>
${modulePreloads()}
</head>
<body>
<div id="app"><div class="opening" role="presentation"></div></div>
<noscript><p class="without-script">${withoutScript[shellLanguage]}</p></noscript>
</body>
</html>
`;
}
