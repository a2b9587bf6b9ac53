import type { Block, Text } from "../../../../../engine/pdf/compose/blocks.js";

/** Texts that are hard to set: unbroken, mixed, malformed, invisible, empty. */
const samples = [
  "The quick brown fox",
  "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".repeat(3),
  "https://sign.example.com/check?order=ord_01J9XQ5K3ZC0W8&signer=sgr_01J9XQ5K3ZC0W8",
  "محمد عبد الله وقّع الوثيقة (PDF) في 22/11/2026، الساعة 14:07.",
  "שָׁלוֹם עולם",
  "日本語の文章は、空白なしに書かれる。「山田太郎」さんが署名しました。",
  "नमस्ते दुनिया",
  "\u{1f600}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
  "\ufdfd",
  "é e\u0301 a\u0300\u0323\u0302",
  "\u0000\u0001\u001b[31m\ud800 \udfff\ufffe\uffff\ue000",
  "a\nb\r\nc\u2028d",
  "\u202eevil\u202c \u2066iso\u2069 \u2067\u2067\u2067",
  "()\\<>[]{}/%",
  "",
  "   ",
];

/** Blocks of everything, as chance has it. */
export function someBlocks(random: (below: number) => number, depth = 0): Block[] {
  const text = (): Text => {
    const one = () => samples[random(samples.length)]!;
    if (random(3) === 0) return one();
    return Array.from({ length: random(4) }, () => ({
      text: `${one()} `,
      bold: random(3) === 0,
      code: random(4) === 0,
      size: 0.5 + random(20) / 10,
      ...(random(5) === 0 && { direction: (["auto", "ltr", "rtl"] as const)[random(3)]! }),
      ...(random(8) === 0 && { link: "https://example.com/" }),
    }));
  };
  const texts = (count: number) => Array.from({ length: count }, text);
  const figure = {
    alt: "a square",
    width: 20 + random(400),
    height: 20 + random(900),
    drawing: { kind: "modules" as const, modules: [[true]] },
  };
  const kinds: Array<() => Block> = [
    () => ({ kind: "heading", level: (1 + random(3)) as 1 | 2 | 3, text: text() }),
    () => ({ kind: "paragraph", text: text(), align: (["start", "center", "end"] as const)[random(3)]! }),
    () => ({ kind: "list", items: texts(random(5)), ordered: random(2) === 0 }),
    () => ({ kind: "fields", rows: texts(random(4)).map((label) => ({ label, value: text() })) }),
    () => {
      const columns = Array.from({ length: 1 + random(6) }, () => ({ header: text(), width: 1 + random(9) }));
      return { kind: "table", columns, rows: Array.from({ length: random(9) }, () => texts(columns.length)) };
    },
    () => ({ kind: "spacer", height: random(100) }),
    () => ({ kind: "figure", figure }),
    () => ({ kind: "pageBreak" }),
    () => ({ kind: "rule" }),
    () => ({ kind: "beside", figure, blocks: depth < 2 ? someBlocks(random, depth + 1) : [] }),
    () => ({ kind: "callout", blocks: depth < 2 ? someBlocks(random, depth + 1) : [] }),
  ];
  return Array.from({ length: 1 + random(5) }, () => kinds[random(kinds.length)]!());
}
