import { Buffer } from "node:buffer";
import { ByteSink } from "../../byteSink.js";
import { PdfName, type PdfObject, PdfRef, PdfStream, PdfString, pdfDict } from "../../objects.js";
import { writeObject } from "../../serialize.js";
import { type NumberedEntry, writeXrefStream } from "../../xref/write.js";
import { packedStream } from "./packedStream.js";

/** So many objects share a stream: enough to compress well, few enough to be read one by one. */
const IN_A_STREAM = 400;
/** The second line tells transports that the file is binary (ISO 32000-1, 7.5.2; ISO 19005-3, 6.1.2). */
const HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";

/** Writes a file from its beginning: object by object, small ones in object streams (7.5.7). */
export class NewFile {
  readonly #sink = new ByteSink();
  readonly #entries: NumberedEntry[] = [{ num: 0, entry: { kind: "free" } }];
  #packed: Array<{ num: number; text: string }> = [];
  #last = 0;

  constructor() {
    this.#sink.text(HEADER);
  }

  readonly allocate = (): PdfRef => new PdfRef(++this.#last, 0);

  put(ref: PdfRef, value: PdfObject): void {
    const sink = this.#sink;
    this.#entries.push({ num: ref.num, entry: { kind: "offset", offset: sink.length, gen: 0 } });
    sink.text(`${ref.num} 0 obj\n`);
    writeObject(sink, value);
    sink.text("\nendobj\n");
  }

  readonly add = (value: PdfObject): PdfRef => {
    const ref = this.allocate();
    this.put(ref, value);
    return ref;
  };

  /** Puts an object that is no stream into an object stream. @param text as it stands in a file, latin-1 */
  pack(ref: PdfRef, text: string): void {
    this.#packed.push({ num: ref.num, text });
    if (this.#packed.length === IN_A_STREAM) this.#putPacked();
  }

  /**
   * Writes the cross-reference stream (7.5.8).
   * @param id both halves of the file identifier (14.4)
   */
  finish(root: PdfRef, info: PdfRef, id: Uint8Array): Uint8Array {
    this.#putPacked();
    const sink = this.#sink;
    const { num } = this.allocate();
    const at = sink.length;
    this.#entries.push({ num, entry: { kind: "offset", offset: at, gen: 0 } });
    const half = new PdfString(id, true);
    const trailer = pdfDict({ Size: num + 1, Root: root, Info: info, ID: [half, half] });
    writeXrefStream(sink, num, this.#entries, trailer, packedStream);
    sink.text(`startxref\n${at}\n%%EOF\n`);
    return sink.join();
  }

  #putPacked(): void {
    if (this.#packed.length === 0) return;
    const ref = this.allocate();
    let head = "";
    let body = "";
    for (const [index, { num, text }] of this.#packed.entries()) {
      head += `${num} ${body.length} `;
      body += `${text}\n`;
      this.#entries.push({ num, entry: { kind: "compressed", stream: ref.num, index } });
    }
    const { dict, raw } = packedStream(Buffer.from(head + body, "latin1"));
    const entries = { Type: new PdfName("ObjStm"), N: this.#packed.length, First: head.length };
    this.put(ref, new PdfStream(new Map([...pdfDict(entries), ...dict]), raw));
    this.#packed = [];
  }
}
