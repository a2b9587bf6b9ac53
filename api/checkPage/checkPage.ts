import { trailWordsFor } from "../auditTrail/words/languages.js";
import { directionOf } from "../messages/words/languages.js";
import { byHandHtml, documentsHtml, recordHtml, trailHtml } from "./checkSections.js";
import type { CheckRecord, CheckView } from "./checkView.js";
import { escaped, phrase } from "./text.js";
import { dayIn } from "./times.js";
import { checkLanguages } from "./words/languages.js";
import type { CheckWords } from "./words/words.js";

/** Where the page's files are, on this server. @param path in the catalogue of assets */
export type AssetAddress = (path: string) => string;

/** The page behind a paper's code, in one language. It works without scripts, but for the comparison of a file. */
export function checkPage(view: CheckView, words: CheckWords, asset: AssetAddress): string {
  const { record } = view;
  return frame(words, asset, record === null ? overHtml(view, words) : factsHtml(view, record, words), true);
}

/** The page where the address was not made here. */
export function missingPage(words: CheckWords, asset: AssetAddress): string {
  const { heading, text } = words.missing;
  return frame(
    words,
    asset,
    `<h1>${escaped(heading)}</h1>\n<p class="check-lead">${escaped(text)}</p>`,
    false,
  );
}

function factsHtml(view: CheckView, record: CheckRecord, words: CheckWords): string {
  const test =
    record.mode === "test"
      ? `<p class="check-test">${escaped(trailWordsFor(words.language).labels.test)}</p>\n`
      : "";
  return `<h1>${escaped(words.title)}</h1>
<p class="check-lead">${escaped(words.lead)}</p>
${test}${compareHtml(words)}
${recordHtml(view, record, words)}
${documentsHtml(record, words)}
${trailHtml(record, words)}`;
}

/** What is said of a file stands in the page from the beginning: the script has no words of its own. */
function compareHtml(words: CheckWords): string {
  const { compare, verdict } = words;
  const said = { ...verdict, busy: compare.busy, unreadable: compare.unreadable };
  const data = Object.entries(said)
    .map(
      ([name, text]) =>
        `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${escaped(text)}"`,
    )
    .join(" ");
  return `<section class="check-card" aria-labelledby="compare">
<h2 id="compare">${escaped(compare.heading)}</h2>
<div class="compare" id="comparison" ${data} hidden>
<p>${escaped(compare.lead)}</p>
<div class="drop">
<input class="drop-file" type="file" id="file" accept="application/pdf,.pdf" multiple>
<label class="button-primary" for="file">${escaped(compare.choose)}</label>
<span class="drop-hint" aria-hidden="true">${escaped(compare.drop)}</span>
</div>
<div class="verdicts" id="verdicts" role="status"></div>
</div>
<p class="insecure" id="insecure" hidden>${escaped(compare.insecure)}</p>
<details id="by-hand" open><summary>${escaped(compare.byHand)}</summary>
${byHandHtml(words)}
</details>
</section>`;
}

function overHtml({ order, evidence_until: until }: CheckView, words: CheckWords): string {
  const { over, record } = words;
  const kept =
    until === null
      ? ""
      : `<p class="check-lead">${phrase(over.until, { date: dayIn(until, words.language) })}</p>\n`;
  return `<h1>${escaped(over.heading)}</h1>
${kept}<p class="check-lead">${escaped(over.text)}</p>
<section class="check-card">
<dl class="facts"><div><dt>${escaped(record.order)}</dt><dd><code dir="ltr">${escaped(order)}</code></dd></div></dl>
</section>`;
}

function frame(words: CheckWords, asset: AssetAddress, main: string, scripted: boolean): string {
  const sheet = (path: string) => `<link rel="stylesheet" href="${asset(path)}">`;
  const script = scripted ? `\n<script type="module" src="${asset("checkPage/main.js")}"></script>` : "";
  return `<!doctype html>
<html lang="${words.language}" dir="${directionOf(words.language)}">
<head>
<meta charset="utf-8">
<title>${escaped(words.title)} · Paraph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<link rel="icon" type="image/svg+xml" href="${asset("hostedPage/styles/icon.svg")}">
${["tokens", "page", "controls"].map((name) => sheet(`hostedPage/styles/${name}.css`)).join("\n")}
${["check", "compare"].map((name) => sheet(`checkPage/styles/${name}.css`)).join("\n")}${script}
</head>
<body>
<header class="check-header">
<img src="${asset("hostedPage/styles/icon.svg")}" alt="" width="32" height="32"><span class="check-brand">Paraph</span>
${languagesHtml(words)}
</header>
<main class="check">
${main}
</main>
</body>
</html>
`;
}

/** Links, which need no script; each in its own language and writing. */
function languagesHtml(words: CheckWords): string {
  const links = checkLanguages.map(({ language, name }) => {
    const current = language === words.language ? ' aria-current="true"' : "";
    return `<li><a href="?lang=${language}" lang="${language}" dir="${directionOf(language)}" hreflang="${language}"${current}>${escaped(name)}</a></li>`;
  });
  return `<details class="languages"><summary><span class="visually-hidden">${escaped(words.languages)}: </span>${escaped(words.name)}</summary>
<ul>${links.join("")}</ul></details>`;
}
