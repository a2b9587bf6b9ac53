import { Buffer } from "node:buffer";
import type { Block, Text } from "../../../../../engine/pdf/compose/blocks.js";
import { composeDocument } from "../../../../../engine/pdf/compose/composeDocument.js";
import { cleanText } from "../../../../../engine/pdf/compose/text/styledText.js";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { loadShaper } from "../../../../../engine/pdf/shaping/loadShaper.js";
import type { Shaper } from "../../../../../engine/pdf/shaping/shaper.js";
import { openText } from "../../../../../engine/pdf/text/documentText.js";
import { pageText } from "../../../../../engine/pdf/text/pageText.js";
import { seededRandom } from "../../../../support/seededRandom.js";
import { hebrew, kana, naskh, sans } from "../../font/fonts.js";
import { someBlocks } from "./someBlocks.js";

const MARGIN = 50;
const PAGE = { width: 595.28, height: 841.89 };
/** All characters of the blocks but spaces, sorted: where they stand, other tests say. */
function charactersOf(blocks: readonly Block[]): string[] {
  const found: string[] = [];
  const add = (text: Text) => {
    for (const one of typeof text === "string" ? [text] : text.map((run) => run.text))
      for (const character of cleanText(one)) if (!/[\s\u2066-\u2069]/.test(character)) found.push(character);
  };
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "paragraph") add(block.text);
    if (block.kind === "list") block.items.forEach(add);
    if (block.kind === "fields") for (const { label, value } of block.rows) [label, value].forEach(add);
    if (block.kind === "table")
      for (const row of [block.columns.map(({ header }) => header), ...block.rows]) row.forEach(add);
    if (block.kind === "beside" || block.kind === "callout") found.push(...charactersOf(block.blocks));
  }
  return found;
}

function counted(characters: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of characters) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

describe("a document of any text", () => {
  let shaper: Shaper;
  beforeAll(async () => {
    shaper = await loadShaper();
  });

  test.each(Array.from({ length: 80 }, (_, seed) => seed))(
    "seed %i: no glyph stands outside the margins, and every character comes back",
    (seed) => {
      const random = seededRandom(seed);
      const blocks = [...someBlocks(random), ...someBlocks(random)];
      const { bytes, pages } = composeDocument({
        title: "Any text",
        language: random(2) === 0 ? "en" : "ar",
        created: new Date(0),
        id: Buffer.alloc(16),
        fonts: [sans(), naskh(), hebrew(), kana()],
        shaper,
        margins: { top: MARGIN, bottom: MARGIN, start: MARGIN, end: MARGIN },
        blocks,
      });
      const text = openText(openPdf(bytes));
      const read: string[] = [];
      for (let page = 1; page <= pages; page++)
        for (const line of pageText(text, page).lines) {
          read.push(...line.text.normalize("NFC"));
          expect(line.x).toBeGreaterThan(MARGIN - 0.5);
          expect(line.x + line.width).toBeLessThan(PAGE.width - MARGIN + 0.5);
          expect(line.y).toBeGreaterThan(MARGIN - 3);
          expect(line.y + line.height).toBeLessThan(PAGE.height - MARGIN + 3);
        }
      const there = counted(read);
      const lost = [...counted(charactersOf(blocks))].filter(
        ([character, count]) => (there.get(character) ?? 0) < count,
      );
      expect(lost).toEqual([]);
    },
  );
});
