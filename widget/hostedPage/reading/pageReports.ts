import type { DocumentReading, SignerStatus } from "../calls/answers.js";
import type { SignerCalls } from "../calls/signerCalls.js";

/** Pages seen within this time are reported together, in milliseconds. */
const gather = 2_000;
/** The server takes no page sooner after the one before; a little more than it asks for. */
const pauseBetweenPages = 350;
const pauseAfterFailure = 2_000;
const mostFailures = 5;

/** One document, as far as it was read. */
interface Reading {
  readonly pages: number;
  /** Pages seen here to their end. */
  readonly seen: Set<number>;
  /** Pages that the server knows of. */
  readonly told: Set<number>;
  next: DocumentReading["next"];
  telling: boolean;
}

/**
 * Tells the server which pages were shown to their end. Where the order must be read, one after the other, each with
 * its ticket; elsewhere some together, and nobody is troubled where that fails.
 */
export class PageReports {
  readonly #calls: SignerCalls;
  readonly #mustRead: boolean;
  readonly #documents: ReadonlyMap<string, Reading>;
  readonly #onChange: () => void;
  #timer = 0;
  #begun = false;
  readonly #leaving = () => this.#report(true);

  /** @param onChange runs whenever the server knows of more pages */
  constructor(calls: SignerCalls, { documents, must_read }: SignerStatus, onChange: () => void) {
    this.#calls = calls;
    this.#mustRead = must_read;
    this.#onChange = onChange;
    this.#documents = new Map(
      documents.map(({ id, pages }) => [
        id,
        { pages, seen: new Set<number>(), told: new Set<number>(), next: null, telling: false },
      ]),
    );
    window.addEventListener("pagehide", this.#leaving);
  }

  /** Goes on where the signer was, here or on another device. To be called once the documents were fetched. */
  async begin(): Promise<void> {
    await this.#ask();
    this.#begun = true;
    for (const id of this.#documents.keys()) this.#tell(id);
  }

  end(): void {
    this.#report(true);
    clearTimeout(this.#timer);
    window.removeEventListener("pagehide", this.#leaving);
  }

  /** A page came to its end before the reader's eyes. @param page counted from 1 */
  saw(documentId: string, page: number): void {
    this.#documents.get(documentId)?.seen.add(page);
    this.#tell(documentId);
  }

  get total(): number {
    return [...this.#documents.values()].reduce((sum, { pages }) => sum + pages, 0);
  }

  /** How many pages the server knows to have been shown. */
  get shown(): number {
    return [...this.#documents.values()].reduce((sum, { told }) => sum + told.size, 0);
  }

  get complete(): boolean {
    return this.shown >= this.total;
  }

  /** The first page that was not shown to its end yet. */
  get unread(): { documentId: string; page: number } | undefined {
    for (const [documentId, { pages, seen, told }] of this.#documents) {
      for (let page = 1; page <= pages; page += 1) {
        if (!seen.has(page) && !told.has(page)) return { documentId, page };
      }
    }
    return undefined;
  }

  #tell(documentId: string): void {
    if (!this.#begun) return;
    if (this.#mustRead) void this.#handIn(documentId);
    else {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#report(false), gather);
    }
  }

  /** Tells of whatever was seen and not told yet. */
  #report(leaving: boolean): void {
    if (this.#mustRead || !this.#begun) return;
    for (const [id, reading] of this.#documents) {
      const pages = [...reading.seen].filter((page) => !reading.told.has(page)).map((page) => ({ page }));
      if (pages.length === 0) continue;
      this.#calls.pagesShown(id, pages, leaving).then(
        (answer) => this.#heard(answer),
        // They are told again with the next page that is seen.
        () => undefined,
      );
    }
  }

  /** Hands in the pages of a document in their order, as far as they were seen. */
  async #handIn(documentId: string): Promise<void> {
    const reading = this.#documents.get(documentId);
    if (reading === undefined || reading.telling) return;
    reading.telling = true;
    let failures = 0;
    while (failures < mostFailures && reading.next !== null && reading.seen.has(reading.next.page)) {
      const { page, ticket } = reading.next;
      await pause(pauseBetweenPages);
      try {
        this.#heard(await this.#calls.pagesShown(documentId, [{ page, ticket }]));
        failures = 0;
      } catch {
        failures += 1;
        await pause(pauseAfterFailure);
        // Another device may be further; and the ticket may be of an earlier link.
        await this.#ask();
      }
    }
    reading.telling = false;
  }

  async #ask(): Promise<void> {
    try {
      for (const answer of await this.#calls.reading()) this.#heard(answer);
    } catch {
      // It is asked again with the next page that is seen; a no is told when the signer goes on.
    }
  }

  #heard({ document_id, shown, next }: DocumentReading): void {
    const reading = this.#documents.get(document_id);
    if (reading === undefined) return;
    for (const { first, last } of shown)
      for (let page = first; page <= last; page += 1) reading.told.add(page);
    reading.next = next;
    this.#onChange();
  }
}

function pause(milliseconds: number): Promise<unknown> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
