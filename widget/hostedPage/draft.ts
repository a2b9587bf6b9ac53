import type { Drawing } from "./signature/drawing.js";

export type WayToSign = "typed" | "drawn";

/** What the signer has entered so far. It outlives a reload and ends with the tab. */
export interface Draft {
  /** Identity data and fields as typed, until the server has them; by name of the datum, or by the field's id. */
  details?: Record<string, string>;
  /** The details were handed to the server. */
  detailsGiven?: boolean;
  /** What was agreed to, word for word; another text must be agreed to anew. */
  consentedTo?: string;
  way?: WayToSign;
  typedName?: string;
  drawing?: Drawing;
  /** The signature step was left with a signature in it. */
  signatureChosen?: boolean;
  code?: CodeOnItsWay;
  /** The channel of the code that is asked for now, where it is not the first. */
  nextChannel?: "email" | "sms";
  session?: { token: string; expiresAt: string };
  /** The signature was handed to the server, and its answer may have been lost. */
  signatureSent?: boolean;
  refusalReason?: string;
  /** The refusal was handed to the server. */
  refusalSent?: boolean;
}

/** A code that was sent, as far as the page knows. Times are ISO 8601. */
export interface CodeOnItsWay {
  readonly sentTo: string;
  readonly channel: "email" | "sms";
  /** Number of characters; missing where an earlier visit had it sent. */
  readonly length?: number;
  readonly alphabet?: "digits" | "letters" | "uppercase" | "mixed";
  /** Missing where an earlier visit had it sent. */
  readonly expiresAt?: string;
  readonly resendAt: string;
  /** Why it no longer works. */
  readonly spent?: "expired" | "locked";
}

/** Keeps a draft in the tab's own storage, or in memory where the browser forbids that. */
export class DraftKeeper {
  readonly #key: string;
  #draft: Draft;

  constructor(signerId: string) {
    this.#key = `paraph.draft.${signerId}`;
    this.#draft = this.#stored();
  }

  get draft(): Readonly<Draft> {
    return this.#draft;
  }

  /** Changes parts of the draft; `undefined` forgets a part. */
  change(parts: { [Part in keyof Draft]: Draft[Part] | undefined }): void {
    // JSON leaves undefined members out, in storage and here alike.
    this.#draft = JSON.parse(JSON.stringify({ ...this.#draft, ...parts })) as Draft;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#draft));
    } catch {
      // Storage is forbidden or full: the draft lives as long as the page.
    }
  }

  /** Forgets everything: the signature, the session, the reason. */
  forget(): void {
    this.#draft = {};
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Nothing was stored where storage is forbidden.
    }
  }

  #stored(): Draft {
    try {
      const value: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? "{}");
      return typeof value === "object" && value !== null ? (value as Draft) : {};
    } catch {
      return {};
    }
  }
}

/** Whether a time still lies ahead. @param iso ISO 8601 */
export function ahead(iso: string | null | undefined): boolean {
  return iso !== null && iso !== undefined && Date.parse(iso) > Date.now();
}
