/** What kind of thing happened to a document. */
export type ChangeKind =
  | "validation_data"
  | "timestamp"
  | "metadata"
  | "signature"
  | "form_filled"
  | "annotation"
  | "structure"
  | "pages"
  | "page_content"
  | "catalog"
  | "form"
  | "signature_changed"
  | "permissions"
  | "encryption"
  | "object"
  | "unreadable";

/**
 * What later revisions did to a document. Those of the first part are what ISO 32000-2 12.8.2.2 lets happen to a signed
 * document, each from some level of certification on; those of the second nothing allows; and of the third nobody can
 * say what they do to what a reader is shown.
 */
export const changeKinds: Readonly<Record<ChangeKind, 1 | 2 | 3 | "never" | "unexplained">> = {
  validation_data: 1,
  timestamp: 1,
  metadata: 1,
  signature: 2,
  form_filled: 2,
  annotation: 3,
  structure: 3,
  pages: "never",
  page_content: "never",
  catalog: "never",
  form: "never",
  signature_changed: "never",
  permissions: "never",
  encryption: "never",
  object: "unexplained",
  unreadable: "unexplained",
};

/** One thing that is different in a later revision. */
export interface Change {
  readonly kind: ChangeKind;
  /** Says it in words, with what it is about. */
  readonly message: string;
  /** The form field that it is about, fully qualified; null where it is about none. */
  readonly fieldName: string | null;
  /** 1 for the first; null where it is about none, or all. */
  readonly page: number | null;
}

/** Takes up changes, each once. */
export class ChangeList {
  readonly #changes = new Map<string, Change>();
  #left = MOST;

  get all(): readonly Change[] {
    return [...this.#changes.values()];
  }

  add(kind: ChangeKind, message: string, about: Partial<Pick<Change, "fieldName" | "page">> = {}): void {
    const key = `${kind} ${message}`;
    // Whoever changes more than this is told of the kind, not of each.
    const few = this.#changes.has(key) || this.#left > 0;
    const change = { kind, message: few ? message : FURTHER, fieldName: null, page: null, ...about };
    const place = few ? key : `${kind} ${about.fieldName ?? ""}`;
    if (this.#changes.has(place)) return;
    this.#left -= 1;
    this.#changes.set(place, change);
  }
}

const MOST = 100;
const FURTHER = "There are further changes of this kind.";
