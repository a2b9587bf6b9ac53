import { findText } from "../../../../../engine/pdf/text/findText.js";
import { pageText } from "../../../../../engine/pdf/text/pageText.js";
import { FIRST_OBJECT, stream, type TextPage, textPdf } from "./textPages.js";

const FONT = "/Font << /F 4 0 R >>";
const show = (text: string, at = "10 20 Td") => `BT /F 10 Tf ${at} (${text}) Tj ET`;

/** Where `x` stands, rounded to points from the bottom left. */
function places(page: TextPage): [number, number][] {
  return findText(textPdf(page), { text: "x", origin: "bottom-left" }).map(({ x, y }) => [
    Math.round(x),
    Math.round(y + 2.07),
  ]);
}

describe("content", () => {
  test("is transformed by cm until Q restores what q saved", () => {
    const contents = `q 2 0 0 2 30 40 cm ${show("x")} Q ${show("x")} Q ${show("x", "90 20 Td")}`;
    expect(places({ contents })).toEqual([
      [50, 78],
      [10, 20],
      [90, 20],
    ]);
  });

  test("sets spacing, scaling, leading and rise as the standard has it", () => {
    // Two letters e of 5.56 points: Tc and Tw apply to each, Tz to both, and Ts lifts.
    const contents =
      "BT /F 10 Tf 10 20 Td 1 Tc 4 Tw 50 Tz 5 Ts (e ex) Tj 30 TL T* 10 -2 TD (x) Tj T* (x) Tj ET";
    const x = 10 + 0.5 * (5.56 + 1 + 2.78 + 1 + 4 + 5.56 + 1);
    const [first] = findText(textPdf({ contents }), { text: "x", origin: "bottom-left" });
    expect(first!.x).toBeCloseTo(x);
    expect(first!.width).toBeCloseTo(2.5);
    expect(first!.y).toBeCloseTo(25 - 2.07);
    expect(places({ contents }).slice(1)).toEqual([
      [20, -7],
      [20, -9],
    ]);
  });

  test("goes on in the next stream of /Contents, but no token does", () => {
    expect(places({ contents: ["BT /F 10 Tf 10 20", "Td (x)", "Tj ET"] })).toEqual([[10, 20]]);
    expect(places({ contents: ["BT /F 10 Tf 1", "0 20 Td (x) Tj ET"] })).toEqual([[0, 20]]);
  });

  test("is run with the /Resources that the page inherits", () => {
    expect(places({ contents: show("x"), root: `/Resources << ${FONT} >>` })).toEqual([[10, 20]]);
  });

  test.each([
    ["its own resources", `/Resources << ${FONT} >>`],
    ["those of the page where it has none", ""],
  ])("draws form XObjects turned and placed by their /Matrix, with %s", (_, entries) => {
    const form = stream(
      show("x"),
      `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 5 7] ${entries}`,
    );
    const resources = `${entries === "" ? FONT : ""} /XObject << /Fm ${FIRST_OBJECT} 0 R >>`;
    const contents = "q 1 0 0 1 100 100 cm /Fm Do Q q 1 0 0 1 30 30 cm /Fm Do Q";
    expect(places({ contents, resources, objects: [form] })).toEqual([
      [115, 127],
      [45, 57],
    ]);
  });

  test("draws a form that draws itself once, and passes over images and what does not exist", () => {
    const resources = `${FONT} /XObject << /Fm ${FIRST_OBJECT} 0 R /Im ${FIRST_OBJECT + 1} 0 R /No 99 0 R >>`;
    const form = stream(`/Fm Do ${show("x")}`, `/Subtype /Form /Resources << ${resources} >>`);
    const image = stream(show("x"), "/Subtype /Image /Width 1 /Height 1");
    expect(places({ contents: "/Fm Do /Im Do /No Do", resources, objects: [form, image] })).toEqual([
      [10, 20],
    ]);
  });

  test("takes the font from a graphics state parameter dictionary", () => {
    const resources = "/ExtGState << /GS << /Font [4 0 R 20] >> >>";
    const [match] = findText(textPdf({ contents: "BT /GS gs 10 20 Td (x) Tj ET", resources }), { text: "x" });
    expect(match!.width).toBeCloseTo(10);
  });

  test.each([
    ["counted", "/W 2 /H 6 /BPC 8 /CS /G", "BT (x) Tj EI "],
    ["a mask, counted", "/W 16 /H 6 /IM true /D [1 0]", "ET EI Q \n\n\n\n"],
    ["filtered, with EI among them", "/W 9 /H 9 /BPC 8 /CS /RGB /F /Fl", "\x01 EI \x02\xff\xfe (x) Tj"],
  ])("passes over inline images, their bytes %s", (_, entries, data) => {
    const contents = `q BI ${entries} ID ${data}\nEI Q ${show("x")}`;
    expect(places({ contents })).toEqual([[10, 20]]);
  });

  test("passes over what is malformed: unknown operators, unbalanced brackets, odd numbers, strings without an end", () => {
    const contents = `foo ]] >> } /No 1 Tf /G gs 1 2 cm BT /F 10 Tf --10 20..5 -.-5 Td 1 0 0 1 10 20 Tm (x) Tj ET (`;
    expect(places({ contents })).toEqual([[10, 20]]);
  });

  test("that cannot be read shows nothing, and the other streams what they have", () => {
    const broken = "<< /Length 3 /Filter /FlateDecode >>\nstream\nxyz\nendstream";
    expect(places({ contents: [broken, show("x")] })).toEqual([[10, 20]]);
  });
});

describe("marked content with a replacement text", () => {
  const marked = (properties: string, shown: string, resources?: string) =>
    pageText(
      textPdf({
        contents: `BT /F 10 Tf 10 20 Td /Span ${properties} BDC ${shown} EMC (!) Tj ET`,
        ...(resources && { resources }),
      }),
      1,
    ).lines.map(({ text }) => text);

  test("stands for it, given inline or among the resources", () => {
    expect(marked("<< /ActualText (sign) >>", "(abcd) Tj")).toEqual(["sign!"]);
    expect(marked("/P", "(abc) Tj", `${FONT} /Properties << /P << /ActualText <FEFF00730069> >> >>`)).toEqual(
      ["si!"],
    );
    expect(marked("<< /MCID 0 >>", "(abc) Tj")).toEqual(["abc!"]);
  });

  test("puts each character where its glyph is, where they are as many, and else parts the place", () => {
    const at = (shown: string) =>
      findText(textPdf({ contents: `/Span << /ActualText (12345678) >> BDC ${show(shown)} EMC` }), {
        text: "5",
      })[0]!;
    expect(at("iiiiMMMM").x).toBeCloseTo(10 + 4 * 2.22);
    expect(at("MM").x).toBeCloseTo(10 + 8.33);
    expect(at("MM").width).toBeCloseTo((2 * 8.33) / 8);
  });

  test("is the outermost one where several are within each other, and a soft hyphen is no text", () => {
    expect(marked("<< /ActualText (A) >>", "/Span << /ActualText (B) >> BDC (xyz) Tj EMC (uvw) Tj")).toEqual([
      "A!",
    ]);
    expect(marked("<< /ActualText <FEFF00AD> >>", "(-) Tj")).toEqual(["!"]);
  });
});

describe("annotations", () => {
  const annotation = (entries: string, form = "") => ({
    contents: "",
    page: `/Annots [<< /Type /Annot /Subtype /FreeText /Rect [100 50 140 90] ${entries} >>]`,
    objects: [stream(show("x"), `/Subtype /Form /BBox [0 0 20 40] /Resources << ${FONT} >> ${form}`)],
  });
  const normal = `/AP << /N ${FIRST_OBJECT} 0 R >>`;

  test("are read where their appearance is drawn: its box stretched to their rectangle", () => {
    expect(places(annotation(normal))).toEqual([[120, 70]]);
    // Turned by a quarter, the box is 40 wide and 20 high; the text starts at (20, 10) of it.
    const [match] = findText(textPdf(annotation(normal, "/Matrix [0 1 -1 0 0 0]")), {
      text: "x",
      origin: "bottom-left",
    });
    expect(match).toMatchObject({ angle: 90 });
    expect(match!.x + match!.width - 2.07).toBeCloseTo(100 + 40 - 20);
    expect(match!.y).toBeCloseTo(50 + 20);
  });

  test("are read in the state that is selected, and not where a reader shows none", () => {
    const states = `/AP << /N << /On ${FIRST_OBJECT} 0 R >> >>`;
    expect(places(annotation(`${states} /AS /On`))).toHaveLength(1);
    expect(places(annotation(`${states} /AS /Off`))).toEqual([]);
    expect(places(annotation(`${normal} /F 2`))).toEqual([]);
    expect(places(annotation(`${normal} /F 32`))).toEqual([]);
  });
});
