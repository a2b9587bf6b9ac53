/** Gathers text (latin-1) and bytes in order, and joins them once. */
export class ByteSink {
  readonly #parts: Uint8Array[] = [];
  #text = "";
  #length = 0;

  /** Bytes gathered so far. */
  get length(): number {
    return this.#length;
  }

  /** @param characters each of them one byte, U+0000 to U+00FF */
  text(characters: string): void {
    this.#text += characters;
    this.#length += characters.length;
  }

  bytes(bytes: Uint8Array): void {
    this.#flush();
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  /** All that was gathered, in one array. */
  join(): Uint8Array {
    this.#flush();
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  #flush(): void {
    if (this.#text === "") return;
    this.#parts.push(Buffer.from(this.#text, "latin1"));
    this.#text = "";
  }
}
