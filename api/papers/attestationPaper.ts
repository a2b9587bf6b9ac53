import type { Block, Run, Text } from "../../engine/pdf/compose/blocks.js";
import { shownLine, shownLines } from "../auditTrail/report/shownText.js";
import { trailWordsFor } from "../auditTrail/words/languages.js";
import type { TrailWords } from "../auditTrail/words/words.js";
import type { Platform } from "../platform.js";
import type { AttestationView, AttestedSignature, ChainStep } from "./attestation.js";
import { setPaper } from "./paper.js";
import type { Attestation } from "./readAttestation.js";
import { aside } from "./reportText.js";
import { utcTime } from "./times.js";
import { paperWords } from "./words/languages.js";
import type { PaperWords } from "./words/words.js";

/** What an attestation says: the audit trail's words for what stands in both, and its own. */
type Said = TrailWords & { readonly paper: PaperWords["attestation"] };

type Row = { readonly label: Text; readonly value: Text };

/**
 * The attestation as PDF/A-3, not sealed; the certificate (DER) and the same statement (JSON) are inside.
 * @param language BCP 47
 */
export function attestationPaper(
  platform: Pick<Platform, "typefaces">,
  { view, certificate, order }: Attestation,
  language: string,
): Uint8Array {
  const { attestation: said, frame, language: spoken } = paperWords(language);
  const speech: Said = { paper: said, ...trailWordsFor(spoken) };
  const created = new Date(view.made_at);
  return setPaper(platform, {
    language: spoken,
    title: said.title,
    subject: [
      { kind: "paragraph", text: [own(order.title)], size: 1.25 },
      { kind: "paragraph", text: sentence(said.lead, { name: view.name }) },
      { kind: "paragraph", text: writtenLine(view, speech), size: 0.9, colour: 0.35 },
    ],
    order: view.order,
    test: view.mode === "test",
    head: view.chain.head,
    created,
    checkUrl: view.check_url,
    blocks: [
      ...certificateBlocks(view, speech),
      ...authenticationBlocks(view, speech),
      ...signatureBlocks(view, speech),
    ],
    attached: frame.attestationAttached,
    attachments: [
      {
        name: `certificate-${view.signer}.cer`,
        mediaType: "application/pkix-cert",
        bytes: certificate,
        relationship: "Data",
      },
      {
        name: "attestation.json",
        mediaType: "application/json",
        bytes: Buffer.from(`${JSON.stringify(view, null, 2)}\n`, "utf8"),
        relationship: "Data",
      },
    ],
  });
}

/** When it was written, and of how long a chain: the head of it stands on each page. */
function writtenLine({ made_at, chain }: AttestationView, { paper, labels, language }: Said): string {
  return `${paper.written}: ${utcTime(made_at, language)} · ${labels.chainLength}: ${chain.length}`;
}

function certificateBlocks(
  { certificate, key }: AttestationView,
  { paper, labels, language }: Said,
): Block[] {
  const said = paper.certificate;
  return [
    { kind: "heading", level: 2, text: said.heading },
    fields([
      row(said.subject, [own(certificate.subject)]),
      row(said.issuer, [own(certificate.issuer)]),
      row(labels.serial, code(certificate.serial)),
      row(labels.sha256, code(certificate.sha256)),
      row(labels.policy, code(certificate.policies.join("\n"))),
      row(said.issued, step(certificate.issued, language)),
      row(labels.validFrom, utcTime(certificate.not_before, language)),
      row(labels.validUntil, utcTime(certificate.not_after, language)),
      row(paper.key.heading, [
        { text: key.algorithm, direction: "ltr" },
        { text: ` · ${paper.key.destroyed}: `, ...aside },
        ...step(key.destroyed, language),
      ]),
    ]),
  ];
}

/** What the service saw itself, and what it was told: a court weighs them differently. */
function authenticationBlocks(
  { authentication }: AttestationView,
  { paper, labels, terms, language }: Said,
): Block[] {
  const said = paper.authentication;
  const { codes, statements } = authentication;
  const heading: Block = { kind: "heading", level: 2, text: labels.authentication };
  if (codes.length + statements.length === 0) return [heading, { kind: "paragraph", text: said.none }];
  const given = codes.map(
    ({ channel, sent_to, verified }): Block => ({
      kind: "paragraph",
      text: [
        ...sentence(channel === "sms" ? said.sms : said.email, { to: sent_to ?? "…" }, true),
        { text: ` · ${labels.accepted}: `, ...aside },
        ...step(verified, language),
      ],
    }),
  );
  const stated = statements.flatMap(
    ({ method, statement, recorded, stated_at: at, reference }) =>
      [
        {
          kind: "paragraph",
          text: [
            {
              text: `${labels.statedBySender}: ${(terms.methods as Readonly<Record<string, string>>)[method] ?? method} · `,
            },
            ...step(recorded, language),
          ],
          keepWithNext: true,
        },
        fields([
          ...(statement === null
            ? []
            : [row(labels.statement, [{ text: shownLines(statement), direction: "auto" }])]),
          ...(at === null ? [] : [row(labels.statedAt, utcTime(at, language))]),
          ...(reference === null ? [] : [row(labels.reference, [own(reference)])]),
        ]),
      ] satisfies Block[],
  );
  return [heading, ...given, ...stated];
}

function signatureBlocks({ signatures }: AttestationView, said: Said): Block[] {
  return [
    { kind: "heading", level: 2, text: said.labels.signatures },
    ...signatures.flatMap((signature): Block[] => [
      { kind: "heading", level: 3, text: [own(signature.name)] },
      fields(signatureRows(signature, said)),
    ]),
  ];
}

function signatureRows(signature: AttestedSignature, { paper, labels, language }: Said): Row[] {
  const said = paper.signatures;
  const { level, level_now: now, timestamp } = signature;
  const levels = level === now ? level : `${level}, ${said.levelNow.replace("{level}", now)}`;
  return [
    row(labels.sha256Before, code(signature.sha256_before)),
    row(labels.sha256After, code(signature.sha256_after)),
    row(said.made, step(signature.made, language)),
    ...(timestamp === null
      ? []
      : [
          row(labels.timestamp, [
            { text: utcTime(timestamp.time, language) },
            { text: "\n" },
            own(timestamp.authority ?? timestamp.policy),
            { text: " · ", ...aside },
            { text: timestamp.serial, code: true },
          ]),
        ]),
    row(labels.level, `PAdES ${levels}`),
  ];
}

function fields(rows: readonly Row[]): Block {
  return { kind: "fields", rows, labelWidth: 0.28 };
}

function row(label: string, value: Text): Row {
  return { label, value };
}

/** What somebody is called, or calls something: in a direction of its own, and nothing in it unseen. */
function own(text: string): Run {
  return { text: shownLine(text), direction: "auto" };
}

function code(text: string): Run[] {
  return [{ text, code: true }];
}

/** When it was, and the number of the event that says so. */
function step({ at, seq }: ChainStep, language: string): Run[] {
  return [{ text: utcTime(at, language) }, { text: `  (#${seq})`, ...aside, size: 0.9, direction: "ltr" }];
}

/** A sentence with somebody's own words in it, each set apart from what is around it. */
function sentence(text: string, values: Readonly<Record<string, string>>, asCode = false): Run[] {
  return text.split(/(\{[a-z]+\})/).map((part): Run => {
    const value = /^\{.*\}$/.test(part) ? values[part.slice(1, -1)] : undefined;
    if (value === undefined) return { text: part };
    return asCode ? { text: shownLine(value), code: true } : { ...own(value), bold: true };
  });
}
