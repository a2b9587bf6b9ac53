import { Failure } from "../failure/failure.js";

/** A record of a CSV file, and the line of the file that it begins on, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads CSV as RFC 4180 has it: fields between commas, in double quotes where they hold a comma, a quote (written
 * twice) or a line break; lines end in CRLF or LF. Spreadsheets of many countries write semicolons: they part the
 * fields where the first line has no comma. Blank lines are passed over, and so is a byte order mark.
 * @returns the records, which need not all have as many fields
 * @throws Failure `body_malformed` (with `line`) for a quote out of place: nobody knows where the next record begins
 */
export function readCsv(text: string): CsvRecord[] {
  return new CsvReader(text.startsWith("\ufeff") ? text.slice(1) : text).records();
}

class CsvReader {
  #at = 0;
  #line = 1;
  readonly #separator: string;

  constructor(readonly text: string) {
    this.#separator = separatorOf(text);
  }

  records(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.#at < this.text.length) {
      const line = this.#line;
      const begin = this.#at;
      const fields = this.#record();
      const isBlank = this.text.slice(begin, this.#at).trim() === "";
      if (!isBlank) records.push({ line, fields });
    }
    return records;
  }

  #record(): string[] {
    const fields: string[] = [];
    for (;;) {
      fields.push(this.text[this.#at] === '"' ? this.#quoted() : this.#bare());
      if (this.text[this.#at] === this.#separator) this.#at += 1;
      else if (this.#lineEnds()) return fields;
      else throw malformed(this.#line, "has something behind a closing quote");
    }
  }

  #bare(): string {
    const { text } = this;
    const begin = this.#at;
    for (; this.#at < text.length; this.#at += 1) {
      const character = text[this.#at]!;
      if (character === this.#separator || character === "\n") break;
      if (character === "\r" && text[this.#at + 1] === "\n") break;
      if (character === '"')
        throw malformed(this.#line, "has a quote in a field that does not begin with one");
    }
    return text.slice(begin, this.#at);
  }

  #quoted(): string {
    const { text } = this;
    const begun = this.#line;
    let value = "";
    for (;;) {
      const close = text.indexOf('"', this.#at + 1);
      if (close < 0) throw malformed(begun, "opens a quote that is never closed");
      const part = text.slice(this.#at + 1, close);
      value += part;
      this.#line += part.split("\n").length - 1;
      this.#at = close + 1;
      if (text[this.#at] !== '"') return value;
      value += '"';
    }
  }

  /** Passes over the end of a line, or finds the end of the text. */
  #lineEnds(): boolean {
    const { text } = this;
    if (this.#at >= text.length) return true;
    const length = text[this.#at] === "\n" ? 1 : text.startsWith("\r\n", this.#at) ? 2 : 0;
    this.#at += length;
    if (length > 0) this.#line += 1;
    return length > 0;
  }
}

/** What parts the fields of the first record, quoted ones left out. */
function separatorOf(text: string): "," | ";" {
  let isQuoted = false;
  let found: "," | ";" = ",";
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === "," || character === "\n") return character === "," ? "," : found;
    if (character === ";") found = ";";
  }
  return found;
}

/** @param why continues "Line 3" */
export function malformed(line: number, why: string): Failure {
  return new Failure("body_malformed", `Line ${line} of the list ${why}.`, { extensions: { line } });
}
