import { Buffer } from "node:buffer";
import type { Block, Figure, Text } from "../../../../../engine/pdf/compose/blocks.js";
import type { DocumentOptions } from "../../../../../engine/pdf/compose/documentOptions.js";
import type { Shaper } from "../../../../../engine/pdf/shaping/shaper.js";
import { hebrew, naskh, sans } from "../../font/fonts.js";

export const DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const GREY = 0.42;

/** What a sample says in one language. */
interface Words {
  readonly title: string;
  readonly subject: string;
  readonly intro: string;
  readonly verdict: string;
  readonly columns: readonly [string, string, string];
  readonly event: string;
  readonly page: string;
  readonly names: readonly [string, string, string];
}

const words = {
  en: {
    title: "Audit trail",
    subject: "Frame agreement 2026 for consulting services",
    intro: "This report tells what happened to the order from its creation to its end.",
    verdict: "All three have signed. The document is sealed at PAdES B-LTA.",
    columns: ["Time (UTC)", "Who", "What happened"],
    event:
      "Consented to the terms of electronic signing, version 3, and typed the code that was sent by SMS.",
    page: "Page {page} of {pages}",
    names: ["Ada Lovelace", "Zoë Ångström", "محمد عبد الله"],
  },
  de: {
    title: "Prüfprotokoll",
    subject: "Rahmenvertrag 2026 über Beratungsleistungen",
    intro: "Dieser Bericht sagt, was mit dem Auftrag von seiner Erstellung bis zu seinem Ende geschah.",
    verdict: "Alle drei haben unterschrieben. Das Dokument ist nach PAdES B-LTA versiegelt.",
    columns: ["Zeit (UTC)", "Wer", "Was geschah"],
    event: "Stimmte den Bedingungen der elektronischen Unterschrift zu, Fassung 3, und gab den Code ein.",
    page: "Seite {page} von {pages}",
    names: ["Ada Lovelace", "Jürgen Müller-Lüdenscheid", "Łukasz Żółć"],
  },
  ar: {
    title: "سجل التدقيق",
    subject: "اتفاقية إطارية 2026 لخدمات الاستشارات",
    intro: "يوضح هذا التقرير ما حدث للطلب منذ إنشائه حتى نهايته.",
    verdict: "وقّع الثلاثة جميعا. الوثيقة مختومة بمستوى PAdES B-LTA.",
    columns: ["الوقت (UTC)", "من", "ماذا حدث"],
    event: "وافق على شروط التوقيع الإلكتروني، الإصدار 3، وأدخل الرمز المرسل عبر SMS.",
    page: "صفحة {page} من {pages}",
    names: ["محمد عبد الله", "Ada Lovelace", "דוד לוי"],
  },
} satisfies Record<string, Words>;

export type SampleLanguage = keyof typeof words;
export const sampleLanguages = Object.keys(words) as SampleLanguage[];
export const sampleWords: Record<SampleLanguage, Words> = words;

export const sampleAttachments = [
  { name: "audit.json", mediaType: "application/json", relationship: "Source", text: '{"été":1}\r\n' },
  { name: "Prüfung ✓.xml", mediaType: "application/xml", relationship: "Data", text: "<a/>".repeat(300) },
] as const;

/** A matrix like that of a QR code. */
const figure: Figure = {
  alt: "A code that leads to https://sign.example.com/check/8F3K",
  width: 90,
  height: 90,
  drawing: {
    kind: "modules",
    modules: Array.from({ length: 25 }, (_, y) =>
      Array.from({ length: 25 }, (_, x) => (x * y + x) % 3 === 0),
    ),
  },
};

const drawn: Figure = {
  alt: "A tick in a circle",
  width: 30,
  height: 30,
  drawing: {
    kind: "paths",
    viewBox: [24, 24],
    paths: [
      { d: [["M", 2, 2], ["L", 22, 2], ["C", 24, 10, 24, 20, 12, 22], ["Z"]], fill: [0.1, 0.5, 0.3] },
      {
        d: [
          ["M", 6, 12],
          ["L", 10, 16],
          ["L", 18, 7],
        ],
        stroke: 1,
        lineWidth: 2,
      },
    ],
  },
};

const code = (text: string): Text => [{ text, code: true }];

/** Every kind of block, in a document of several pages. */
export function sampleDocument(language: SampleLanguage, shaper: Shaper, rows = 40): DocumentOptions {
  const { title, subject, intro, verdict, columns, event, page, names } = words[language];
  const link = "https://sign.example.com/check/8F3K";
  const blocks: Block[] = [
    {
      kind: "beside",
      figure,
      blocks: [
        { kind: "heading", level: 1, text: title },
        { kind: "paragraph", text: subject, size: 1.2, colour: GREY },
        { kind: "paragraph", text: intro },
      ],
    },
    {
      kind: "callout",
      tone: "positive",
      blocks: [
        { kind: "paragraph", text: [{ text: verdict, bold: true }] },
        { kind: "paragraph", text: code(DIGEST), size: 0.9 },
      ],
    },
    { kind: "heading", level: 2, text: columns[1] },
    {
      kind: "fields",
      rows: names.map((name) => ({
        label: name,
        value: [
          { text: "ada@example.com", code: true, link: "mailto:ada@example.com" },
          { text: `\n${DIGEST}`, size: 0.85 },
        ],
      })),
    },
    { kind: "list", items: names.map((text) => [{ text, bold: true }]) },
    { kind: "list", ordered: true, items: [intro, event] },
    { kind: "heading", level: 2, text: columns[2] },
    {
      kind: "table",
      summary: subject,
      columns: [
        { header: columns[0], width: 1 },
        { header: columns[1], width: 1.2 },
        { header: columns[2], width: 3 },
      ],
      rows: Array.from({ length: rows }, (_, i) => [
        `2026-11-22 14:${String(i % 60).padStart(2, "0")}`,
        names[i % 3]!,
        [{ text: event }, { text: `\n${DIGEST}`, size: 0.85, colour: GREY, code: true }],
      ]),
    },
    { kind: "rule" },
    { kind: "spacer", height: 10 },
    { kind: "figure", figure: drawn, align: "center" },
    {
      kind: "callout",
      tone: "caution",
      blocks: [{ kind: "paragraph", text: [{ text: link, code: true, link }] }],
    },
    { kind: "pageBreak" },
    { kind: "paragraph", text: "Ce texte est en français.", language: "fr", align: "end" },
  ];
  return {
    title: `${title}: ${subject}`,
    language,
    author: "Paraph & Co",
    subject,
    producer: "Paraph",
    created: new Date("2026-11-22T16:00:00Z"),
    id: Buffer.alloc(16, 7),
    fonts: [sans(), naskh(), hebrew()],
    shaper,
    header: { start: "Paraph", end: "2026-11-22" },
    footer: { start: title, end: page },
    attachments: sampleAttachments.map(({ text, ...said }) => ({ ...said, bytes: Buffer.from(text) })),
    blocks,
  };
}
