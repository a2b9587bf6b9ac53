import type { DocumentLink } from "../calls/answers.js";
import type { SignerCalls } from "../calls/signerCalls.js";

/** A link that lives no longer than this is not used any more, in milliseconds. */
const margin = 5_000;

/** The documents' short-lived addresses, asked for once for all documents and again when they run out. */
export class DocumentLinks {
  readonly #calls: SignerCalls;
  #links: Promise<readonly DocumentLink[]> | undefined;

  constructor(calls: SignerCalls) {
    this.#calls = calls;
  }

  /** Asks ahead of need. */
  prepare(): void {
    // A failure comes again, and is told, where a document is opened.
    this.#find("").catch(() => undefined);
  }

  /** @param renew asks anew even where the last address should still live. @throws NoAnswer, Problem */
  async address(documentId: string, renew: boolean): Promise<string> {
    const known = renew ? undefined : await this.#find(documentId);
    if (known !== undefined && Date.parse(known.expires_at) - margin > Date.now()) return known.url;
    this.#links = undefined;
    const fresh = await this.#find(documentId);
    if (fresh === undefined) throw new Error("The document has no link");
    return fresh.url;
  }

  async #find(documentId: string): Promise<DocumentLink | undefined> {
    this.#links ??= this.#calls.documentLinks();
    try {
      return (await this.#links).find((link) => link.id === documentId);
    } catch (failure) {
      this.#links = undefined;
      throw failure;
    }
  }
}
