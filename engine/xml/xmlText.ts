import { XmlFault } from "./xmlElement.js";

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Character data or an attribute's value with its references replaced: the five that XML has, and numbers
 * (XML 1.0 4.1, 4.6). There are no others without a DTD.
 * @throws XmlFault
 */
export function xmlText(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML does not have.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(raw)) {
    throw new XmlFault("has a character that XML does not allow");
  }
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!lines.includes("&")) return lines;
  return lines.replace(/&([^;&]{0,12};?)/g, (_whole, reference: string) => replacement(reference));
}

function replacement(reference: string): string {
  const name = reference.slice(0, -1);
  if (reference.endsWith(";")) {
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (known !== undefined) return known;
    const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name) ?? [];
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (isCharacter(point)) return String.fromCodePoint(point);
  }
  throw new XmlFault("has a reference to an entity, of which it can have none");
}

/** Char of XML 1.0 2.2. */
function isCharacter(point: number): boolean {
  return (
    point === 0x9 ||
    point === 0xa ||
    point === 0xd ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}
