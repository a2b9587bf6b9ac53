import { EngineError } from "../../engine/error.js";
import { StoredDocumentError } from "../documents/fetchDocument.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import type { FailureCause } from "./failureCause.js";

/**
 * Tries of a signing or a sealing before its order fails for a cause that no waiting mends: about half a day, in which
 * an operator, who sees it among what is stuck, can put a lost document back.
 */
export const triesBeforeFailure = 20;

/** What an order fails of, however often it is tried; null where waiting may help. */
export function lastingCause(error: unknown): FailureCause | null {
  if (error instanceof StoredDocumentError) return "document_altered";
  if (error instanceof ObjectStoreError && error.code === "not_found") return "document_lost";
  return null;
}

/**
 * What the engine refuses of a document, a picture or a person's data once, it refuses always; what it says of an answer
 * of an authority, another answer may mend.
 */
export function isLastingRefusal(error: unknown): error is EngineError {
  return error instanceof EngineError && /^(pdf|image|font|certificate_lint)_/.test(error.code);
}
