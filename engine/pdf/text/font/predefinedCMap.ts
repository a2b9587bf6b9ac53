import type { CodeMap } from "./codeMap.js";

/** How the codes of a predefined CMap (ISO 32000-2 Table 116) are made, after the part of its name that says so. */
interface Kind {
  readonly name: RegExp;
  /** How many bytes a code has, given its first two. */
  readonly length: (first: number, second: number) => number;
  /** The character set of its codes, as the Encoding Standard names it; or how they are to be read. */
  readonly charset: string;
  /** The CID of the space, behind which the other ASCII characters follow; they are the ones with a width of their own. */
  readonly space: number;
}

const oneOrTwo = (first: number) => (first >= 0x80 ? 2 : 1);
const shiftJis = (first: number) =>
  (first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xfc) ? 2 : 1;
const two = () => 2;

const KINDS: readonly Kind[] = [
  { name: /^Uni\w+-(UCS2|UTF16)-HW-/, length: utf16Length, charset: "utf-16be", space: 231 },
  { name: /^Uni[\w-]+-(UCS2|UTF16)-/, length: utf16Length, charset: "utf-16be", space: 1 },
  { name: /^Uni[\w-]+-UTF32-/, length: () => 4, charset: "utf-32be", space: 1 },
  { name: /^Uni[\w-]+-UTF8-/, length: utf8Length, charset: "utf-8", space: 1 },
  { name: /^(90msp|90pv|83pv)-RKSJ-/, length: shiftJis, charset: "shift_jis", space: 1 },
  { name: /^(90ms|Ext|Add|78)(ms)?-RKSJ-/, length: shiftJis, charset: "shift_jis", space: 231 },
  { name: /^(78-)?EUC-[HV]$/, length: oneOrTwo, charset: "euc-jp", space: 231 },
  { name: /^(Ext-|Add-|78-)?[HV]$/, length: two, charset: "euc-jp 7", space: 0 },
  { name: /^GBK2K-/, length: gb18030Length, charset: "gb18030", space: 1 },
  { name: /^(GBKp|GBpc)-EUC-/, length: oneOrTwo, charset: "gbk", space: 1 },
  { name: /^(GBK|GB)-EUC-/, length: oneOrTwo, charset: "gbk", space: 814 },
  { name: /^GB-[HV]$/, length: two, charset: "gbk 7", space: 0 },
  { name: /^(B5pc|ETenms-B5|HKscs-B5)-/, length: oneOrTwo, charset: "big5", space: 1 },
  { name: /^ETen-B5-/, length: oneOrTwo, charset: "big5", space: 13648 },
  { name: /^(KSCms-UHC-HW|KSC-EUC)-/, length: oneOrTwo, charset: "euc-kr", space: 8094 },
  { name: /^(KSCms-UHC|KSCpc-EUC)-/, length: oneOrTwo, charset: "euc-kr", space: 1 },
  { name: /^KSC-[HV]$/, length: two, charset: "euc-kr 7", space: 0 },
];

/**
 * A CMap that readers have and files only name. The text of its codes follows from the character set that it is made
 * for; of CIDs only those of ASCII characters are known, all others have the font's default width.
 * @returns undefined for a name that is none of them, or one whose codes mean nothing without its own tables
 */
export function predefinedCMap(name: string): CodeMap | undefined {
  const vertical = name.endsWith("-V") || name === "V";
  if (name === "Identity-H" || name === "Identity-V") {
    return { vertical, codeLength: two, cid: (code) => code, text: () => undefined };
  }
  const kind = KINDS.find((candidate) => candidate.name.test(name));
  if (kind === undefined) return undefined;
  const text = textOf(kind.charset);
  return {
    vertical,
    codeLength: (bytes, at) => kind.length(bytes[at] ?? 0, bytes[at + 1] ?? 0),
    cid: (code, length) => {
      const point = kind.space === 0 ? undefined : text(code, length)?.codePointAt(0);
      return point !== undefined && point >= 0x20 && point <= 0x7e ? kind.space + point - 0x20 : undefined;
    },
    text,
  };
}

/** Reads a code in a character set; ` 7` behind its name says that the codes lack the high bit of each byte. */
function textOf(charset: string): (code: number, length: number) => string | undefined {
  if (charset === "utf-32be") {
    return (code) =>
      code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
  }
  if (charset === "utf-16be") return utf16Text;
  const [label, bits] = charset.split(" ");
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (code, length) => {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = Math.floor(code / 256 ** (length - 1 - i)) % 256;
    if (bits === "7") for (let i = 0; i < length; i++) bytes[i]! |= 0x80;
    try {
      return decoder.decode(bytes);
    } catch {
      // Fatal decoders throw where a code has no character.
      return undefined;
    }
  };
}

/** A code of two bytes, or of four that are a surrogate pair. */
function utf16Text(code: number, length: number): string | undefined {
  const high = Math.floor(code / 0x10000);
  const text = length === 4 ? String.fromCharCode(high, code % 0x10000) : String.fromCharCode(code);
  return text.isWellFormed() ? text : undefined;
}

function utf16Length(first: number): number {
  return first >= 0xd8 && first <= 0xdb ? 4 : 2;
}

function utf8Length(first: number): number {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function gb18030Length(first: number, second: number): number {
  if (first < 0x81) return 1;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}
