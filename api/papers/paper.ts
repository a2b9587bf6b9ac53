import { createHash } from "node:crypto";
import type { Block } from "../../engine/pdf/compose/blocks.js";
import { composeDocument } from "../../engine/pdf/compose/composeDocument.js";
import type { Attachment } from "../../engine/pdf/compose/documentOptions.js";
import { trailWordsFor } from "../auditTrail/words/languages.js";
import type { Platform } from "../platform.js";
import { checkCode } from "./checkCode.js";
import { paperWords } from "./words/languages.js";

/** In points: what one signer signed in one document is attested on one sheet, test banner and all. */
const textSize = 9;
const margins = { top: 60, bottom: 56, start: 56, end: 56 } as const;

/** What makes one paper differ from another. */
export interface Paper {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Under the title: what it is about. */
  readonly subject: readonly Block[];
  /** Public id of the order. */
  readonly order: string;
  readonly test: boolean;
  /** Of the chain that it speaks of, hexadecimal. */
  readonly head: string;
  readonly created: Date;
  readonly checkUrl: string;
  readonly blocks: readonly Block[];
  /** What is said of the attachments, at the end. */
  readonly attached: string;
  readonly attachments: readonly Attachment[];
}

/**
 * Sets a paper, PDF/A-3 and tagged, not sealed: title, what it is about, the code of the check page with its address,
 * its blocks, and on each page whose it is. The same paper gives the same bytes.
 * @throws EngineError as `composeDocument`
 */
export function setPaper(platform: Pick<Platform, "typefaces">, paper: Paper): Uint8Array {
  const { language, title, order, head, created, attachments } = paper;
  const { frame } = paperWords(language);
  const { test } = trailWordsFor(language).labels;
  const { fonts, shaper } = platform.typefaces;
  const id = createHash("sha256")
    .update(JSON.stringify([title, order, head, created, language]))
    .digest();
  return composeDocument({
    title: `${title}: ${order}`,
    language,
    author: "Paraph",
    created,
    id: id.subarray(0, 16),
    fonts,
    shaper,
    style: { size: textSize },
    margins,
    header: { start: paper.test ? `${title} · ${test}` : title, end: order },
    footer: { start: `${frame.head} ${head}`, end: frame.page },
    attachments,
    blocks: [...opening(paper), ...paper.blocks, ...closing(paper)],
  }).bytes;
}

function opening({ title, subject, test, language, checkUrl }: Paper): Block[] {
  const { frame } = paperWords(language);
  const banner: Block = {
    kind: "callout",
    tone: "caution",
    blocks: [{ kind: "paragraph", text: [{ text: trailWordsFor(language).labels.test, bold: true }] }],
  };
  return [
    {
      kind: "beside",
      figure: checkCode(checkUrl, frame.code),
      gap: 18,
      blocks: [
        { kind: "heading", level: 1, text: title },
        ...subject,
        { kind: "spacer", height: 6 },
        {
          kind: "paragraph",
          text: [
            { text: `${frame.check}. `, bold: true },
            { text: frame.checkHow, colour: 0.35 },
          ],
          size: 0.9,
        },
        { kind: "paragraph", text: [{ text: checkUrl, code: true, link: checkUrl }], size: 0.9 },
      ],
    },
    ...(test ? [banner] : []),
  ];
}

function closing({ attached }: Paper): Block[] {
  return [
    { kind: "spacer", height: 8 },
    { kind: "paragraph", text: attached, size: 0.9, colour: 0.35 },
  ];
}
