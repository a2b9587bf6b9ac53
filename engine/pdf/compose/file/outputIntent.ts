import { PdfName, type PdfObject, type PdfRef, type PdfStream, PdfString, pdfDict } from "../../objects.js";
import { packedStream } from "./packedStream.js";

const HEADER_BYTES = 128;
const D50 = [0.9642, 1, 0.8249] as const;
/** sRGB's primaries and its adaptation from D65, for D50 (IEC 61966-2-1; ICC.1:2004-10, Annex E). */
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
const ADAPTATION = [
  1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
] as const;
/** g, a, b, c and d of its curve: a power from d on, a line below. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;
const POWER_AND_LINE = 3;

let profile: PdfStream | undefined;

/** Adds sRGB as the output intent (ISO 19005-3, 6.2.3), which says what the device colours of the pages mean. */
export function addOutputIntent(add: (value: PdfObject) => PdfRef): PdfRef {
  profile ??= packedStream(sRgbProfile(), { N: 3 });
  const name = new PdfString(Buffer.from("sRGB IEC61966-2.1", "latin1"));
  return add(
    pdfDict({
      Type: new PdfName("OutputIntent"),
      S: new PdfName("GTS_PDFA1"),
      OutputConditionIdentifier: name,
      Info: name,
      RegistryName: new PdfString(Buffer.from("http://www.color.org", "latin1")),
      DestOutputProfile: add(profile),
    }),
  );
}

/** A display profile of the sRGB colour space, version 4.2 (ICC.1:2004-10), in half a kilobyte. */
function sRgbProfile(): Uint8Array {
  const curve = element("para", (view) => {
    view.setUint16(8, POWER_AND_LINE);
    return fixed(view, 12, CURVE);
  });
  const tags: Array<readonly [string, Uint8Array]> = [
    ["desc", localized("sRGB")],
    ["cprt", localized("No copyright, use freely")],
    ["wtpt", xyz(D50)],
    ["chad", element("sf32", (view) => fixed(view, 8, ADAPTATION))],
    ["rXYZ", xyz(RED)],
    ["gXYZ", xyz(GREEN)],
    ["bXYZ", xyz(BLUE)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const bytes = new Uint8Array(1024);
  const view = new DataView(bytes.buffer);
  let end = HEADER_BYTES + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  view.setUint32(HEADER_BYTES, tags.length);
  for (const [i, [tag, data]] of tags.entries()) {
    let place = places.get(data);
    if (place === undefined) {
      place = end;
      places.set(data, place);
      bytes.set(data, place);
      end += (data.length + 3) & ~3;
    }
    const entry = HEADER_BYTES + 4 + i * 12;
    ascii(bytes, entry, tag);
    view.setUint32(entry + 4, place);
    view.setUint32(entry + 8, data.length);
  }
  view.setUint32(0, end);
  view.setUint32(8, 0x04200000);
  ascii(bytes, 12, "mntrRGB XYZ ");
  for (const [i, part] of [2026, 1, 1].entries()) view.setUint16(24 + i * 2, part);
  ascii(bytes, 36, "acsp");
  fixed(view, 68, D50);
  return bytes.slice(0, end);
}

function element(type: string, fill: (view: DataView) => number): Uint8Array {
  const data = new Uint8Array(128);
  ascii(data, 0, type);
  return data.slice(0, fill(new DataView(data.buffer)));
}

function xyz(values: readonly number[]): Uint8Array {
  return element("XYZ ", (view) => fixed(view, 8, values));
}

/** A multiLocalizedUnicodeType with one text, in English. */
function localized(text: string): Uint8Array {
  return element("mluc", (view) => {
    view.setUint32(8, 1);
    view.setUint32(12, 12);
    for (const [i, letter] of [..."enUS"].entries()) view.setUint8(16 + i, letter.charCodeAt(0));
    view.setUint32(20, text.length * 2);
    view.setUint32(24, 28);
    for (let i = 0; i < text.length; i++) view.setUint16(28 + i * 2, text.charCodeAt(i));
    return 28 + text.length * 2;
  });
}

/** Numbers as s15Fixed16. @returns where they end */
function fixed(view: DataView, at: number, values: readonly number[]): number {
  for (const [i, value] of values.entries()) view.setInt32(at + i * 4, Math.round(value * 65536));
  return at + values.length * 4;
}

function ascii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
