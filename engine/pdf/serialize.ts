import type { ByteSink } from "./byteSink.js";
import { CHARACTER_CLASS, REGULAR } from "./characters.js";
import { type PdfDict, PdfName, type PdfObject, PdfRaw, PdfRef, PdfStream, PdfString } from "./objects.js";

/** Where raw bytes were written: a byte offset into the sink, by the very object. */
export type RawMarks = Map<PdfRaw, number>;

/**
 * Writes an object (ISO 32000-2 7.3).
 * @param sink where to
 * @param marks gets the place of each PdfRaw, so that a caller can fill it in later
 */
export function writeObject(sink: ByteSink, object: PdfObject, marks?: RawMarks): void {
  if (object === null) sink.text("null");
  else if (typeof object === "boolean") sink.text(object ? "true" : "false");
  else if (typeof object === "number") sink.text(numberText(object));
  else if (object instanceof PdfName) sink.text(nameText(object.name));
  else if (object instanceof PdfRef) sink.text(`${object.num} ${object.gen} R`);
  else if (object instanceof PdfString) sink.text(stringText(object));
  else if (object instanceof PdfRaw) {
    marks?.set(object, sink.length);
    sink.bytes(object.bytes);
  } else if (object instanceof PdfStream) writeStream(sink, object, marks);
  else if (object instanceof Map) writeDictionary(sink, object, marks);
  else {
    sink.text("[");
    for (const [index, element] of object.entries()) {
      if (index > 0) sink.text(" ");
      writeObject(sink, element, marks);
    }
    sink.text("]");
  }
}

function writeDictionary(sink: ByteSink, dict: PdfDict, marks: RawMarks | undefined): void {
  sink.text("<<");
  for (const [key, value] of dict) {
    sink.text(`\n${nameText(key)} `);
    writeObject(sink, value, marks);
  }
  sink.text("\n>>");
}

/** The /Length is that of the bytes, whatever the dictionary says. */
function writeStream(sink: ByteSink, stream: PdfStream, marks: RawMarks | undefined): void {
  const dict = new Map(stream.dict).set("Length", stream.raw.length);
  writeDictionary(sink, dict, marks);
  sink.text("\nstream\n");
  sink.bytes(stream.raw);
  sink.text("\nendstream");
}

/** Without an exponent, which PDF does not know (7.3.3), and with at most six decimals. */
function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!(Math.abs(value) < 1e15)) throw new RangeError("a number has no form in PDF");
  const text = value.toFixed(6).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

function nameText(name: string): string {
  let text = "/";
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const plain = code > 0x20 && code < 0x7f && code !== 0x23 && CHARACTER_CLASS[code] === REGULAR;
    text += plain ? name[i] : `#${code.toString(16).padStart(2, "0")}`;
  }
  return text;
}

function stringText(string: PdfString): string {
  const bytes = Buffer.from(string.bytes.buffer, string.bytes.byteOffset, string.bytes.length);
  if (string.hex) return `<${bytes.toString("hex")}>`;
  return `(${bytes.toString("latin1").replace(/[\\()\r\n]/g, escapeCharacter)})`;
}

function escapeCharacter(character: string): string {
  if (character === "\r") return "\\r";
  if (character === "\n") return "\\n";
  return `\\${character}`;
}
