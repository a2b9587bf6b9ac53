import type { SignatureReport } from "../../../../../engine/validation/pdfReport.js";
import { appearance, contract, drawing, page, revised, textField, written } from "./contract.js";
import { inShort, Signed } from "./signedSample.js";

let signed: Signed;
let pdf: Uint8Array;
beforeAll(async () => {
  signed = await Signed.open();
  pdf = await signed.sign(contract, "B-B");
});

const numbersIn = (key: string, text: string): string[] =>
  new RegExp(`/${key} *\\[([^\\]]*)\\]`).exec(text)![1]!.match(/\d+(?= 0 R)/g)!;
const fieldOfSignature = () => numbersIn("Fields", written(pdf, 5)).at(-1)!;
const listed = (numbers: readonly string[]) => `[${numbers.map((number) => `${number} 0 R`).join(" ")}]`;
const form = (numbers: readonly string[], more = "") =>
  `<< /Fields ${listed(numbers)} /SigFlags 3 /DA (/F 0 Tf) /DR << /Font << /F 9 0 R >> >> ${more} >>`;
const shownOn = (numbers: readonly string[]) => page(`/Annots ${listed(numbers)}`);

/** What the last signature says of a revision that follows it: in short, and the sentences on what was changed. */
function judged(after: Uint8Array): { short: string; changes: SignatureReport["changes"] } {
  const report = signed.validate(after);
  const signature = report.signatures.at(-1)!;
  expect(signature.intact).toBe(true);
  return { short: inShort(report).at(-1)!, changes: signature.changes };
}

const FAILED = "TOTAL_FAILED FORMAT_FAILURE changed";
const IN_DOUBT = "INDETERMINATE SIG_CONSTRAINTS_FAILURE changed";

describe("what an earlier signature's field hid when the document was signed again fails the later signature:", () => {
  /** The first signature's widget covers half a page with a forged price, and nobody sees it. */
  async function prepared(flags: number, annots: readonly string[]) {
    const number = Number(fieldOfSignature());
    const value = /\/V \d+ 0 R/.exec(written(pdf, number))![0];
    const name = /\/T *(\([^)]*\)|<[^>]*>)/.exec(written(pdf, number))![0];
    const widget = (shown: number) =>
      `<< /Type /Annot /Subtype /Widget /FT /Sig ${name} ${value} /F ${shown} /Rect [0 0 300 150] /P 3 0 R /AP << /N 50 0 R >> >>`;
    const state = revised(pdf, {
      3: shownOn(annots),
      [number]: widget(flags),
      50: appearance("Price: 900"),
    });
    return { widget, number, again: await signed.sign(state, "B-B") };
  }

  test("shown by its flags", async () => {
    const { widget, number, again } = await prepared(2, ["7", "8", "11", fieldOfSignature()]);
    expect(judged(revised(again, { [number]: widget(4) })).short).toBe(FAILED);
  });

  test("hidden in its turn", async () => {
    const { widget, number, again } = await prepared(4, ["7", "8", "11", fieldOfSignature()]);
    expect(judged(revised(again, { [number]: widget(2) })).short).toBe(FAILED);
  });

  test("put among the annotations of its page", async () => {
    const { number, again } = await prepared(4, ["7", "8", "11"]);
    const now = [...numbersIn("Annots", written(again, 3)), String(number)];
    expect(judged(revised(again, { 3: shownOn(now) })).short).toBe(FAILED);
  });
});

describe("a field for a signature that covers the page with something is an annotation too:", () => {
  async function certified(level: number): Promise<Uint8Array> {
    const lock = `/Lock << /Type /SigFieldLock /Action /Include /Fields [(other)] /P ${level} >>`;
    const state = revised(contract, {
      3: shownOn(["7", "8", "11", "20"]),
      5: form(["7", "11", "20"]).replace("/SigFlags 3", ""),
      20: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (author) /Rect [0 0 0 0] /P 3 0 R ${lock} >>`,
    });
    return signed.sign(state, "B-B", { fieldName: "author" });
  }
  const field = (more: string, rect = "[0 0 300 150]") =>
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (later) /F 4 /Rect ${rect} /P 3 0 R /AP << /N 50 0 R >> ${more} >>`;
  const added = (state: Uint8Array, more: string, rect?: string) =>
    revised(state, {
      3: shownOn(["7", "8", "11", "20", "51"]),
      5: form(["7", "11", "20", "51"]),
      50: appearance("Price: 900"),
      51: field(more, rect),
      52: "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange [0 1 2 3] /Contents <30> >>",
    });

  test.each([
    ["an empty one, which level 2 forbids", 2, "", "[0 0 300 150]", FAILED],
    ["an empty one, which level 3 allows", 3, "", "[0 0 300 150]", "TOTAL_PASSED extended"],
    ["one that is not seen, which level 2 allows", 2, "", "[0 0 0 0]", "TOTAL_PASSED extended"],
    ["a time-stamp's, which level 1 forbids", 1, "/V 52 0 R", "[0 0 300 150]", FAILED],
    [
      "a time-stamp's that is not seen, which level 1 allows",
      1,
      "/V 52 0 R",
      "[0 0 0 0]",
      "TOTAL_PASSED extended",
    ],
  ])("%s", async (_what, level, more, rect, expected) => {
    const report = signed.validate(added(await certified(level), more, rect));
    expect(inShort(report)[0]).toBe(expected);
  });
});

test("fields that the reader is to draw anew leave the signature in doubt: they may show another value", () => {
  const now = written(pdf, 5).replace("/Fields", "/NeedAppearances true /Fields");
  expect(judged(revised(pdf, { 5: now })).short).toBe(IN_DOUBT);
});

test("fields and notes that lie one above the other in another order leave the signature in doubt", () => {
  const [first = "", second = "", ...others] = numbersIn("Annots", written(pdf, 3));
  expect(judged(revised(pdf, { 3: shownOn([second, first, ...others]) })).short).toBe(IN_DOUBT);
});

test("a field that shows what another one is filled in with looks different, too", async () => {
  const other = textField("/V (100) /AP << /N 10 0 R >>").replace("price", "other");
  const state = revised(contract, {
    3: shownOn(["20", "7", "8", "11"]),
    5: form(["20", "7", "11"]).replace("/SigFlags 3", ""),
    20: other,
  });
  const again = await signed.sign(state, "B-B");
  const filled = { 20: other.replace("(100)", "(900)"), 10: appearance("900") };
  expect(judged(revised(again, filled)).short).toBe(IN_DOUBT);
});

test("a field that is calculated may be filled in", async () => {
  const state = revised(contract, { 5: form(["7", "11"], "/CO [7 0 R]").replace("/SigFlags 3", "") });
  const again = await signed.sign(state, "B-B");
  const filled = { 7: textField("/V (200) /AP << /N 50 0 R >>"), 50: appearance("200") };
  expect(judged(revised(again, filled)).short).toBe("TOTAL_PASSED extended");
});

test("an object that begins in what is signed and ends behind it does not pass", async () => {
  // The string swallows the signature's revision, and ends only where the forger ends it.
  const text = Buffer.from(contract).toString("latin1");
  const at = text.indexOf("xref\n");
  const open = "60 0 obj\n<< /Junk (\n";
  const moved = text.replace(/startxref\s+\d+/, `startxref\n${at + open.length}`);
  const table = `xref\n60 1\n${String(at).padStart(10, "0")} 00000 n \n`;
  const state = Buffer.from(
    `${moved.slice(0, at)}${open}${moved.slice(at).replace("xref\n", table)}`.replace(
      /\/Size \d+/,
      "/Size 61",
    ),
    "latin1",
  );
  const again = await signed.sign(state, "B-B");
  const forged = `) /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Length 60 >>\nstream\n${drawing("Price: 900")}\nendstream\nendobj\n`;
  const after = revised(Buffer.concat([again, Buffer.from(forged, "latin1")]), { 70: "null" });
  expect(signed.validate(after).indication).not.toBe("TOTAL_PASSED");
});

describe("a cross-reference that programs read differently does not pass:", () => {
  /** A revision whose section says where the contents are, by a table and a trailer of the forger's. */
  function forged(entries: (was: string, is: string) => string, trailer = "") {
    const text = Buffer.from(pdf).toString("latin1");
    const digits = (offset: number) => `${String(offset).padStart(10, "0")} 00000 n\r\n`;
    const was = digits(text.search(/\n4 0 obj/) + 1);
    const is = digits(text.length);
    const object = `4 0 obj\n${drawing("Price: 900")}\nendobj\n`;
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1];
    const at = text.length + object.length;
    const size = `/Size 100 /Root 1 0 R /Info 13 0 R /Prev ${previous}`;
    const section = `xref\n${entries(was, is)}trailer\n<< ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
    return signed.validate(Buffer.from(`${text}${object}${section}`, "latin1")).indication;
  }

  test.each<[string, (was: string, is: string) => string]>([
    ["the new place of an object, then its old one", (was, is) => `4 1\n${is}4 1\n${was}`],
    ["the old place of an object, then a new one", (was, is) => `4 1\n${was}4 1\n${is}`],
  ])("%s", (_what, entries) => {
    expect(forged(entries)).not.toBe("TOTAL_PASSED");
  });

  test("a trailer with two catalogs", () => {
    expect(forged((_was, is) => `70 1\n${is}`, "/Root 70 0 R")).not.toBe("TOTAL_PASSED");
    expect(forged((_was, is) => `70 1\n${is}`, "/Root 70 0 R /Root 1 0 R")).not.toBe("TOTAL_PASSED");
  });
});
