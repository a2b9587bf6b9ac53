import { findText, type TextQuery } from "../../../../../engine/pdf/text/findText.js";
import { textPdf } from "./textPages.js";

const page = (contents: string) => textPdf({ contents: `BT /F 10 Tf ${contents} ET` });
const found = (contents: string, query: string | TextQuery) =>
  findText(page(contents), typeof query === "string" ? { text: query } : query).map(({ text }) => text);

/** Widths of Helvetica, in points at 10 points. */
const S = 6.67;
const HYPHEN = 3.33;

describe("a text on a page", () => {
  test("is given with its box: from the first glyph to the last, about the baseline, from the asked corner", () => {
    const pdf = page("50 100 Td (S-S) Tj");
    const [box] = findText(pdf, { text: "-S", origin: "bottom-left" });
    expect(box).toMatchObject({ page: 1, text: "-S", angle: 0, upright: true, hidden: false, onPage: true });
    expect(box!.x).toBeCloseTo(50 + S);
    expect(box!.width).toBeCloseTo(HYPHEN + S);
    expect(box!.y).toBeCloseTo(100 - 2.07);
    expect(box!.height).toBeCloseTo(7.18 + 2.07);
    const [fromTop] = findText(pdf, { text: "-S" });
    expect(fromTop!.y).toBeCloseTo(200 - 100 - 7.18);
    expect(fromTop).toMatchObject({ x: box!.x, height: box!.height, origin: "top-left" });
  });

  test.each([
    ["strings one after the other", "(si) Tj (gn) Tj"],
    ["an array with kerning", "[(s) 20 (i) -15 (g) 30 (n)] TJ"],
    ["letters placed one by one", "(s) Tj 5 0 Td (i) Tj 2.22 0 Td (g) Tj 5.56 0 Td (n) Tj"],
    [
      "letters placed one by one, from the last to the first",
      "20 0 Td (n) Tj -5.56 0 Td (g) Tj -2.22 0 Td (i) Tj -5 0 Td (s) Tj",
    ],
    ["letters set loosely", "4 Tc (sign) Tj"],
    ["a change of font size", "(si) Tj /F 12 Tf (gn) Tj"],
    ["hexadecimal digits", "<7369676E> Tj"],
    ["octal escapes", "(\\163\\151\\147\\156) Tj"],
    ["operators that move to the next line first", "12 TL (\\() ' (sign) ' 0 0 (next) \""],
  ])("is found in %s", (_, contents) => {
    expect(found(contents, "sign").map((text) => text.replaceAll(" ", ""))).toEqual(["sign"]);
  });

  test("with white space is found where a space, several, or a gap stand", () => {
    for (const contents of [
      "(sign here) Tj",
      "(sign   here) Tj",
      "[(sign) -300 (here)] TJ",
      "(sign) Tj 40 0 Td (here) Tj",
    ]) {
      expect(found(contents, " sign\there ")).toHaveLength(1);
    }
    expect(found("(signhere) Tj", "sign here")).toEqual([]);
  });

  test("does not begin in one word and end in the next, unless white space does not count", () => {
    expect(found("(das ignoriert) Tj", "sign")).toEqual([]);
    expect(found("[(das) -1500 (ignoriert)] TJ", "sign")).toEqual([]);
    expect(found("(das ignoriert) Tj", { text: "s ign", ignoreWhitespace: true })).toEqual(["s ign"]);
    expect(found("(s i g n) Tj", { text: "sign", ignoreWhitespace: true })).toEqual(["s i g n"]);
  });

  test("does not go on in another column or another line, unless that is asked for", () => {
    expect(found("(sign) Tj 120 0 Td (here) Tj", "sign here")).toEqual([]);
    const lines = "20 100 Td (please sign) Tj 0 -12 Td (here) Tj";
    expect(found(lines, "sign here")).toEqual([]);
    const [match] = findText(page(lines), { text: "sign here", acrossLines: true });
    expect(match!.text).toBe("sign here");
    expect(match!.x).toBeCloseTo(20);
    expect(match!.height).toBeCloseTo(12 + 9.25);
  });

  test("is found whatever the kind of its hyphens, apostrophes, quotation marks, ligatures and invisible characters", () => {
    expect(found("(l\\222employeur \\255 \\223x\\224) Tj", 'l\'employeur - "x"')).toHaveLength(1);
    expect(found("(Signature) Tj", "\u{ff33}ig\u{200b}nature")).toHaveLength(1);
  });

  test("differs in the case of its letters only when case does not count", () => {
    expect(found("(Stra\\337e) Tj", "strasse")).toEqual([]);
    expect(found("(Stra\\337e) Tj", { text: "STRASSE", caseSensitive: false })).toEqual(["Straße"]);
  });

  test("is found decomposed, and a letter is not found in another that has an accent", () => {
    expect(found("(f\\374r) Tj", "fu\u{308}r")).toEqual(["für"]);
    expect(found("(f\\374) Tj", "fu")).toEqual([]);
  });

  test("is found where an accent is shown upon its letter, as TeX does", () => {
    expect(found("[(f) (\\250) 333 (u) (r)] TJ", "für")).toHaveLength(1);
    expect(found("[(fu) 444 (\\250) -111 (r)] TJ", "für")).toHaveLength(1);
  });

  test("shown twice at the same place, to be bold, is found once", () => {
    expect(found("20 20 Td (sign) Tj 0.3 0 Td (sign) Tj", "sign")).toHaveLength(1);
    const letters = [..."sign"].map(
      (letter, i) =>
        `1 0 0 1 ${20 + 6 * i} 50 Tm (${letter}) Tj 1 0 0 1 ${20.3 + 6 * i} 50 Tm (${letter}) Tj`,
    );
    expect(found(letters.join(" "), "sign")).toHaveLength(1);
  });

  test("is given where it is hidden, white, or off the page, and that is said as far as it is known", () => {
    expect(findText(page("3 Tr (sign) Tj"), { text: "sign" })[0]).toMatchObject({
      hidden: true,
      onPage: true,
    });
    expect(findText(page("1 g (sign) Tj"), { text: "sign" })[0]).toMatchObject({ hidden: false });
    expect(findText(page("-50 20 Td (sign) Tj"), { text: "sign" })[0]).toMatchObject({ onPage: false });
  });

  test("is given from top to bottom, and from left to right where it stands side by side", () => {
    const contents = "1 0 0 1 150 50 Tm (a1) Tj 1 0 0 1 20 51 Tm (a2) Tj 1 0 0 1 20 150 Tm (a3) Tj";
    expect(
      findText(page(contents), { text: "a" }).map(({ x, y }) => [Math.round(x), Math.round(200 - y)]),
    ).toEqual([
      [20, 157],
      [20, 58],
      [150, 57],
    ]);
  });

  test.each([
    ["0 1 -1 0 100 50", 90, { x: 100 - 7.18, y: 200 - 50 - S, width: 9.25, height: S }],
    ["-1 0 0 -1 100 50", 180, { x: 100 - S, y: 150 - 2.07, width: S, height: 9.25 }],
    ["0 -1 1 0 100 50", 270, { x: 100 - 2.07, y: 150, width: 9.25, height: S }],
  ])("turned by the matrix %s is given in an upright box about it", (matrix, angle, box) => {
    const [match] = findText(page(`${matrix} Tm (S) Tj`), { text: "S" });
    expect(match).toMatchObject({ angle, upright: false });
    for (const [key, value] of Object.entries(box))
      expect(match![key as keyof typeof box]).toBeCloseTo(value);
  });

  test.each(["", " \n", "\u{200b}", "x".repeat(1001)])("that is no text (%j) is refused", (text) => {
    expect(() => findText(page("(x) Tj"), { text })).toThrow(
      expect.objectContaining({ code: "pdf_text_not_found", message: expect.stringContaining("1 to 1000") }),
    );
  });

  test("is looked for on one page alone when that is asked for, which must exist", () => {
    expect(found("(x) Tj", { text: "x", page: 1 })).toEqual(["x"]);
    expect(() => found("(x) Tj", { text: "x", page: 2 })).toThrow(
      expect.objectContaining({ code: "pdf_page_out_of_range" }),
    );
  });
});
