/** Gives a whole number from 0 up to, and without, `below`. */
export type Random = (below: number) => number;

/** What a reader trips over when it stands in the wrong place. */
const FRAGMENTS = [
  ...[
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "%",
    "\\",
    "\0",
    "\r",
    "\n",
    "null",
    "R",
    "obj",
    " 0 obj\n",
    "endobj",
  ],
  ...[
    "stream\n",
    "endstream",
    "xref\n0 9\n",
    "trailer\n",
    "startxref\n",
    "%%EOF",
    "%PDF-1.7\n",
    "#",
    "-",
    ".",
    "+",
  ],
  ...["/Kids [1 0 R 2 0 R 3 0 R]", "/Prev 0", "/XRefStm 9", "/Length 1 0 R", "/Type /ObjStm", "/Type /XRef"],
  ...["/W [1 2 1]", "/Index [0 1000000]", "/Encrypt << /Filter /Standard /V 4 /R 4 >>", "/Size 8388608"],
  ...[
    "/AcroForm 1 0 R",
    "/Annots 3 0 R",
    "/Count -1",
    "/FT /Sig",
    "/V 1 0 R",
    "/T (a.b)",
    "/ByteRange [0 1 2 3]",
  ],
  ...["/Filter [/FlateDecode /FlateDecode]", "/DecodeParms << /Predictor 15 /Columns 1 >>", "/Rotate 90.5"],
  ...["/Parent 1 0 R", "/Extends 5 0 R", "/ID [()()]", "/Root 1 0 R", "/Contents <00>", "/Rect [1 0 R 0 9]"],
];

/** Numbers at the edges of what is counted, stored or allowed. */
const NUMBERS = [
  ...[
    "0",
    "1",
    "-1",
    "2",
    "7",
    "255",
    "256",
    "65535",
    "65536",
    "8388607",
    "8388608",
    "2147483647",
    "2147483648",
  ],
  ...[
    "4294967295",
    "4294967296",
    "9007199254740991",
    "9007199254740993",
    "999999999999999999999",
    "1e9",
    "0.5",
  ],
];

/** Where the structure of a file has numbers and names that steer a reader. */
const PLACES = [
  /(?<!\d)\d{10} \d{5} [nf]/g,
  /startxref\s+\d+/g,
  /\/(Prev|XRefStm|Length|Size|N|First|Count|P|V|R|Columns|Colors|Predictor|BitsPerComponent|Rotate) -?\d+/g,
  /\/(W|Index|Kids|Fields|Annots|ByteRange|Rect|MediaBox|ID|Filter|DecodeParms) ?\[[^\]]{0,200}\]/g,
  /(?<!\d)\d{1,10} \d{1,5} R/g,
  /(?<!\d)\d{1,10} \d{1,5} obj/g,
  /\/(Type|Subtype|Filter|FT|StmF|StrF|CFM|TransformMethod) ?\/\w+/g,
];

/** Hurts a file as bytes, in one to four places: changed, cut, removed, repeated, put in. */
export function mutateBytes(file: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(file);
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + random(1 << random(12)));
    const fragment = Buffer.from(` ${FRAGMENTS[random(FRAGMENTS.length)]!} `, "latin1");
    const kind = random(12);
    if (kind === 0) bytes = bytes.subarray(0, at);
    else if (kind <= 3 && at < bytes.length) bytes[at] = random(256);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (kind === 5) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (kind === 6) bytes = Buffer.concat([bytes.subarray(0, at), fragment, bytes.subarray(at)]);
    else if (kind === 7) fragment.copy(bytes, at);
    else if (kind === 8)
      for (let i = at; i < to; i++)
        if (isDigit(bytes[i]!)) bytes[i] = 0x30 + random(10);
        else bytes = Buffer.from(mutateText(bytes.toString("latin1"), random), "latin1");
  }
  return bytes;
}

/** Changes one thing that steers a reader: an offset, a length, a reference, a filter. */
export function mutateText(text: string, random: Random): string {
  const place = PLACES[random(PLACES.length)]!;
  place.lastIndex = random(text.length + 1);
  const match = place.exec(text);
  if (match === null) return text;
  const parts = match[0].split(/(\d+)/);
  const at = parts.length > 1 ? 2 * random(parts.length >> 1) + 1 : 0;
  parts[at] = random(6) === 0 ? FRAGMENTS[random(FRAGMENTS.length)]! : otherNumber(parts[at]!, random);
  return text.slice(0, match.index) + parts.join("") + text.slice(match.index + match[0].length);
}

function otherNumber(number: string, random: Random): string {
  const kind = random(3);
  if (kind === 0) return NUMBERS[random(NUMBERS.length)]!;
  if (kind === 1) return String(Math.max(0, Number(number) + random(9) - 4)).padStart(number.length, "0");
  return String(random(12)).padStart(number.length, "0");
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
