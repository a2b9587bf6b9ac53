import { inflateSync } from "node:zlib";
import { embedFont, prepareFont } from "../../../../engine/pdf/font/embed.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { FontUse } from "../../../../engine/pdf/font/fontUse.js";
import {
  type PdfName,
  type PdfObject,
  type PdfRaw,
  PdfRef,
  PdfStream,
} from "../../../../engine/pdf/objects.js";
import { kana } from "./fonts.js";
import { shippedFontBytes } from "./shippedFont.js";

const font = parseFont(shippedFontBytes());

function embedded(texts: string[], program = font) {
  const objects: PdfObject[] = [];
  const add = (value: PdfObject) => new PdfRef(objects.push(value), 0);
  const use = new FontUse(program);
  const codes = Array.from(texts.join(""), (one) => use.code(program.glyphOf(one.codePointAt(0)!), one));
  const ref = embedFont(prepareFont(use), add);
  const get = (value: PdfObject | undefined, key: string): PdfObject | undefined => {
    const target = value instanceof PdfRef ? objects[value.num - 1] : value;
    if (target instanceof PdfStream) return target.dict.get(key);
    return target instanceof Map ? target.get(key) : undefined;
  };
  const descendant = (get(ref, "DescendantFonts") as PdfObject[])[0];
  const stream = (target: PdfObject | undefined) => {
    const { dict, raw } = objects[(target as PdfRef).num - 1] as PdfStream;
    return Buffer.from(dict.has("Filter") ? inflateSync(raw) : raw);
  };
  return { ref, codes, objects, get, descendant, descriptor: get(descendant, "FontDescriptor"), stream };
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
  const { get, ref, stream, codes } = embedded(["A李\u{1f600}"]);
  const cmap = stream(get(ref, "ToUnicode")).toString("latin1");
  expect(codes).toEqual([1, 2, 3]);
  expect(cmap).toContain("<0001> <0041>");
  expect(cmap).toContain("<0002> <674E>");
  expect(cmap).toContain("<0003> <D83DDE00>");
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
  const { get, descendant, codes } = embedded(["Wi"]);
  const widths = /^\[0 \[(.*) \]\]$/.exec(
    Buffer.from((get(descendant, "W") as PdfRaw).bytes).toString(),
  )?.[1];
  expect(widths?.split(" ")[codes[0]!]).toBe(String(Math.round(font.widthOf("W") * 1000)));
  expect(widths?.split(" ")).toHaveLength(3);
});

test("a CIDSet names every glyph that the subset holds, components too", () => {
  const { get, descriptor, stream } = embedded(["é"]);
  // .notdef, é, and the e and the accent that é is made of.
  expect(stream(get(descriptor, "CIDSet"))).toEqual(Buffer.of(0b11110000));
});

test("a glyph that stands for two texts has two codes, and one that stands for the same again has one", () => {
  const use = new FontUse(font);
  const space = font.glyphOf(0x20);
  expect(use.code(space, " ")).not.toBe(use.code(space, "\u00a0"));
  expect(use.code(space, " ")).toBe(use.code(space, " "));
});

test("a large subset is compressed, a name's is not worth the time", () => {
  const many = Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
  const filterOf = ({ get, descriptor }: ReturnType<typeof embedded>) =>
    (get(get(descriptor, "FontFile2"), "Filter") as PdfName | undefined)?.name;
  expect(filterOf(embedded([many], kana()))).toBe("FlateDecode");
  expect(filterOf(embedded(["Zoë"]))).toBeUndefined();
});
