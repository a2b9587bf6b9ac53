/** What an order was asked with in this dialect's words and orders of ours do not keep: it is told again in every answer. */
export interface Asked {
  readonly asyncDocumentsValidation: boolean;
  readonly asyncSignature: boolean;
  /** By signer, in their order; null: the browser's. */
  readonly languages: readonly (string | null)[];
  /** By signer: told as long as the documents are awaited, and nothing stands in them yet. */
  readonly signatures: readonly (readonly AskedSignature[])[];
  /** By document. */
  readonly sourceTypes: readonly SourceType[];
}

/** Points from the top left of the page. */
export interface AskedSignature {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Of a form field that stands in the document. */
  readonly name?: string;
}

export type SourceType = "remote" | "base64";

/** Of an order that was made in other words. */
export const nothingAsked: Asked = {
  asyncDocumentsValidation: true,
  asyncSignature: false,
  languages: [],
  signatures: [],
  sourceTypes: [],
};
