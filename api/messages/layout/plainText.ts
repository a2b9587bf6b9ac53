import type { Block, Letter } from "../letter.js";

/** A letter as plain text (`text/plain`): for mail programs, readers and eyes that want no more. */
export function plainText(letter: Letter): string {
  // French writes a space before it, and no line may end there.
  const colon = /^fr\b/i.test(letter.language) ? "\u00a0:" : ":";
  const parts = [
    letter.heading,
    ...letter.blocks.map((block) => blockText(block, colon)),
    ["--", ...letter.footer].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case "text":
    case "note":
      return block.text;
    case "banner":
      return `[${block.text}]`;
    case "quote":
      return `${block.label}${colon}\n${block.text
        .split("\n")
        .map((line) => `> ${line}`.trimEnd())
        .join("\n")}`;
    case "facts":
      return block.facts
        .map(({ label, values }) =>
          values.length === 1
            ? `${label}${colon} ${values[0]}`
            : `${label}${colon}\n${values.map((one) => `- ${one}`).join("\n")}`,
        )
        .join("\n");
    case "button":
      return `${block.label}${colon}\n${block.url}`;
    case "code":
      return `    ${block.code}`;
    case "listing":
      return `${block.label}${colon}\n${block.lines.map((line) => `    ${line}`).join("\n")}`;
  }
}
