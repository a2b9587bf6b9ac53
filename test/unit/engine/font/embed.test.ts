import { inflateSync } from "node:zlib";
import { embedFont } from "../../../../engine/pdf/font/embed.js";
import { parseFont } from "../../../../engine/pdf/font/trueType.js";
import { type PdfName, type PdfObject, PdfRef, PdfStream } from "../../../../engine/pdf/objects.js";
import { shippedFontBytes } from "./shippedFont.js";

const font = parseFont(shippedFontBytes());

function embedded(texts: string[], options = {}) {
  const objects: PdfObject[] = [];
  const add = (value: PdfObject) => new PdfRef(objects.push(value), 0);
  const made = embedFont(font, texts, add, options);
  const get = (value: PdfObject | undefined, key: string): PdfObject | undefined => {
    const target = value instanceof PdfRef ? objects[value.num - 1] : value;
    if (target instanceof PdfStream) return target.dict.get(key);
    return target instanceof Map ? target.get(key) : undefined;
  };
  const descendant = (get(made.ref, "DescendantFonts") as PdfObject[])[0];
  const stream = (ref: PdfObject | undefined) =>
    Buffer.from(inflateSync((objects[(ref as PdfRef).num - 1] as PdfStream).raw));
  return { ...made, objects, get, descendant, descriptor: get(descendant, "FontDescriptor"), stream };
}

test("the name of the subset comes from its contents: same text, same name; other text, another", () => {
  const base = (text: string) => {
    const { get, ref } = embedded([text]);
    return (get(ref, "BaseFont") as PdfName).name;
  };
  expect(base("Zoë")).toMatch(/^[A-Z]{6}\+NotoSans-Regular$/);
  expect(base("Zoë")).toBe(base("Zoë"));
  expect(base("Zoë")).not.toBe(base("Zoé"));
});

test("equal texts give equal objects", () => {
  expect(embedded(["Ελένη"]).objects).toEqual(embedded(["Ελένη"]).objects);
});

test("the ToUnicode map gives back every character, also beyond the basic plane and where a box is drawn", () => {
  const { get, ref, stream, encode } = embedded(["A李\u{1f600}"]);
  const cmap = stream(get(ref, "ToUnicode")).toString("latin1");
  const codes = Buffer.from(encode("A李\u{1f600}")).toString("hex").toUpperCase().match(/.{4}/g)!;
  expect(codes).toHaveLength(3);
  expect(cmap).toContain(`<${codes[0]}> <0041>`);
  expect(cmap).toContain(`<${codes[1]}> <674E>`);
  expect(cmap).toContain(`<${codes[2]}> <D83DDE00>`);
});

test("more than a hundred mappings are split into sections, as the CMap format asks", () => {
  const many = Array.from({ length: 250 }, (_, i) => String.fromCodePoint(0x400 + i)).join("");
  const { get, ref, stream } = embedded([many]);
  const sections = stream(get(ref, "ToUnicode"))
    .toString("latin1")
    .match(/\d+ beginbfchar/g);
  expect(sections).toEqual(["100 beginbfchar", "100 beginbfchar", "50 beginbfchar"]);
});

test("widths stand in thousandths of an em for every code", () => {
  const { get, descendant, encode } = embedded(["Wi"]);
  const [first, widths] = get(descendant, "W") as [number, number[]];
  expect(first).toBe(0);
  const code = Buffer.from(encode("W")).readUInt16BE(0);
  expect(widths[code]).toBe(Math.round(font.widthOf("W") * 1000));
});

test("a CIDSet that names every glyph is there for PDF/A-1, and only then", () => {
  const plain = embedded(["é"]);
  expect(plain.get(plain.descriptor, "CIDSet")).toBeUndefined();
  const archival = embedded(["é"], { cidSet: true });
  const set = archival.stream(archival.get(archival.descriptor, "CIDSet"));
  // .notdef, é, and the e and the accent that é is made of.
  expect(set).toEqual(Buffer.of(0b11110000));
});

test("no line break, control or direction-changing character gets into the drawing", () => {
  const { encode } = embedded(["a b"]);
  expect(encode("a\n\u0000\tb\u202e\u200b")).toEqual(encode("a b"));
});
