/** What the server calls this browser, so that it can tell a signer's devices apart. */
export class BrowserSession {
  readonly #key: string;
  #name: string;

  /** @param given what the page itself was given; passed over where an earlier page of this tab has a name */
  constructor(signerId: string, given: string) {
    this.#key = `paraph.session.${signerId}`;
    this.#name = this.#stored() ?? given;
  }

  get header(): Record<string, string> {
    return this.#name === "" ? {} : { "Paraph-Session": this.#name };
  }

  keep(name: string): void {
    this.#name = name;
  }

  /** Keeps the name beyond a reload, while there is something to do. */
  store(): void {
    try {
      sessionStorage.setItem(this.#key, this.#name);
    } catch {
      // Storage is forbidden: the name lives as long as the page.
    }
  }

  /** Leaves nothing behind in the tab. */
  forget(): void {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Nothing was stored where storage is forbidden.
    }
  }

  #stored(): string | null {
    try {
      return sessionStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }
}
