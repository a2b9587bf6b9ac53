import type { CheckedDocument, CheckedRevision, CheckRecord, CheckView, Share } from "./checkView.js";
import { escaped, phrase } from "./text.js";
import { dayIn, timeIn } from "./times.js";
import type { CheckWords } from "./words/words.js";

/** A label and what stands beside it, both HTML; null: it has no place here. */
type Fact = readonly [label: string, value: string] | null;

/** Where the order stands. */
export function recordHtml(view: CheckView, record: CheckRecord, words: CheckWords): string {
  const { record: said, language } = words;
  const share = (label: string, { given, asked }: Share): Fact =>
    asked === 0 ? null : [label, phrase(said.share, { given: `${given}`, asked: `${asked}` })];
  return card("order", said.heading, [
    [said.order, `<code dir="ltr">${escaped(view.order)}</code>`],
    [
      said.state,
      `<span class="state" data-state="${record.state}">${escaped(said.states[record.state])}</span>`,
    ],
    [said.created, timeIn(record.created_at, language)],
    record.ended_at === null ? null : [said.ended, timeIn(record.ended_at, language)],
    share(said.signatures, record.signatures),
    share(said.approvals, record.approvals),
    view.evidence_until === null ? null : [said.kept, dayIn(view.evidence_until, language)],
  ]);
}

/** Each document's versions by their hashes, the last one foremost. */
export function documentsHtml(record: CheckRecord, words: CheckWords): string {
  const { documents: said } = words;
  const articles = record.documents.map((document) => {
    const { number, kind, revisions } = document;
    const name = phrase(said.document, { number: `${number}` });
    const note = kind === "info" ? ` <span class="document-note">${escaped(said.information)}</span>` : "";
    const item = (revision: CheckedRevision) => revisionHtml(revision, document, record, words, name);
    const between = revisions.slice(1, -1);
    const last = revisions.slice(1).at(-1);
    return `<article class="document" aria-labelledby="document-${number}">
<h3 id="document-${number}">${name}${note}</h3>
${list([...(last ? [item(last)] : []), ...revisions.slice(0, 1).map(item)])}
${earlier(between, words, item)}</article>`;
  });
  return `<section class="check-card" aria-labelledby="documents">
<h2 id="documents">${escaped(said.heading)}</h2>
${articles.join("\n")}
</section>`;
}

function earlier(
  revisions: readonly CheckedRevision[],
  { documents }: CheckWords,
  item: (revision: CheckedRevision) => string,
): string {
  const [first] = revisions;
  if (first === undefined) return "";
  const number =
    revisions.length === 1 ? `${first.revision}` : `${first.revision}–${revisions.at(-1)!.revision}`;
  return `<details class="earlier"><summary>${phrase(documents.signed, { number })}</summary>
${list(revisions.map(item))}
</details>
`;
}

function list(items: readonly string[]): string {
  return `<ul class="versions">${items.join("\n")}</ul>`;
}

/** One version, with what the script says of a file that is it. */
function revisionHtml(
  { revision, kind, level, sha256, bytes }: CheckedRevision,
  document: CheckedDocument,
  record: CheckRecord,
  { documents: said }: CheckWords,
  name: string,
): string {
  const newest = document.revisions.at(-1)?.revision === revision;
  // A document for information is what it is from the beginning.
  const complete = newest && (document.kind === "info" || record.state === "completed");
  const verdict = complete ? "complete" : kind === "source" ? "source" : "signed";
  const label = kind === "signed" ? phrase(said.signed, { number: `${revision}` }) : escaped(said[kind]);
  const shown = level === null ? "" : ` <bdi class="level">PAdES ${level}</bdi>`;
  return `<li data-sha256="${sha256}" data-bytes="${bytes}" data-verdict="${verdict}" data-document="${name}"><span class="version">${label}${shown}</span> <code class="hash" dir="ltr">${sha256}</code></li>`;
}

/** How the order's audit trail stands, and where the public log vouches for it. */
export function trailHtml({ chain, checkpoint }: CheckRecord, words: CheckWords): string {
  const { trail: said, language } = words;
  const covered =
    checkpoint === null
      ? escaped(said.uncovered)
      : `${phrase(said.covered, { events: `${checkpoint.events}`, time: timeIn(checkpoint.created_at, language) })} <a href="${escaped(checkpoint.url)}">${escaped(said.note)}</a>, <a href="${escaped(checkpoint.url)}.p7s">${escaped(said.signature)}</a>`;
  return card("trail", said.heading, [
    [said.events, `${chain.length}`],
    [said.head, `<code class="hash" dir="ltr">${chain.head}</code>`],
    [said.checkpoint, covered],
  ]);
}

/** The same comparison with what every system has. */
export function byHandHtml({ compare }: CheckWords): string {
  const commands = [
    ["Linux", "sha256sum contract.pdf"],
    ["macOS", "shasum -a 256 contract.pdf"],
    ["Windows", "certutil -hashfile contract.pdf SHA256"],
  ].map(([system, command]) => `<div><dt>${system}</dt><dd><code dir="ltr">${command}</code></dd></div>`);
  return `<p>${escaped(compare.byHandHow)}</p>
<dl class="facts">${commands.join("")}</dl>`;
}

function card(id: string, heading: string, facts: readonly Fact[]): string {
  const rows = facts
    .filter((fact) => fact !== null)
    .map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${value}</dd></div>`);
  return `<section class="check-card" aria-labelledby="${id}">
<h2 id="${id}">${escaped(heading)}</h2>
<dl class="facts">
${rows.join("\n")}
</dl>
</section>`;
}
