import type { Block } from "../../engine/pdf/compose/blocks.js";
import type { ReportBlock, ReportSection, TrailReport } from "../auditTrail/report/trailReport.js";
import { trailWordsFor } from "../auditTrail/words/languages.js";
import { stepsBlock, tableBlock } from "./reportTables.js";
import { cellText, valueRun } from "./reportText.js";

/** What a value beside its label has room for, in characters of a line. */
const factRoom = 80;

/** An audit trail's report as the blocks of a paper, without its title: nothing of it is left out. */
export function trailBlocks({ sections, language }: TrailReport): Block[] {
  const { labels } = trailWordsFor(language);
  return sections.flatMap((section) => sectionBlocks(section, 2, labels.details));
}

function sectionBlocks(section: ReportSection, level: 2 | 3, others: string): Block[] {
  return [
    { kind: "heading", level, text: [valueRun(section.heading)] },
    ...section.blocks.flatMap((block) => blocksOf(block, section, others)),
    ...section.sections.flatMap((inner) => sectionBlocks(inner, 3, others)),
  ];
}

function blocksOf(block: ReportBlock, { id, heading }: ReportSection, others: string): Block[] {
  if (block.kind === "facts") {
    const rows = block.facts.map(({ label, values }) => ({ label, value: cellText(values, factRoom) }));
    return [{ kind: "fields", rows, labelWidth: 0.27 }];
  }
  if (id === "steps") return [stepsBlock(block, heading.text)];
  const caption: Block[] =
    block.caption === null
      ? []
      : [
          { kind: "spacer", height: 4 },
          { kind: "paragraph", text: [{ text: block.caption, bold: true }], keepWithNext: true },
        ];
  return [...caption, tableBlock(block, block.caption ?? heading.text, others)];
}
