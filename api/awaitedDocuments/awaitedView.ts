import { publicId } from "../ids/id.js";
import type { AwaitedDocument } from "./awaitedDocument.js";

/** A document that is fetched after its order was made, until it stands among the order's documents. */
export interface AwaitedDocumentView {
  /** Of the document that it becomes. */
  id: string;
  name: string;
  kind: "sign" | "info";
  /** Where it is fetched from; the rest of the URL is not shown. */
  host: string;
  /** `failed`: it cannot be had, of which the order has failed; `abandoned`: the order ended before it was there. */
  state: "awaited" | "fetched" | "failed" | "abandoned";
  /** Why it was not to be had the last time, or for good. */
  error: string | null;
}

/** Turns an awaited document into its view. */
export function presentAwaited(document: AwaitedDocument): AwaitedDocumentView {
  const { documentId, name, kind, host, state, error } = document;
  return { id: publicId("doc", documentId), name, kind, host, state, error };
}
