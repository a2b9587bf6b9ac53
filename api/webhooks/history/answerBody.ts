import type { DeliveryAttempt } from "./delivery.js";

/** The beginning of an answer's body. */
export interface AnswerBodyView {
  /** How `content` holds it: as it is where it is UTF-8, in base64 where it is anything else. */
  encoding: "utf-8" | "base64";
  /** The first 16,384 bytes at most. A stranger wrote them: show them as text, never as a page. */
  content: string;
  /** Whether there was more. */
  truncated: boolean;
}

/** Shows what is kept of an answer's body. @returns null where nothing is, of one that may be there */
export function presentBody({
  responseBody: bytes,
  isTruncated,
}: Pick<DeliveryAttempt, "responseBody" | "isTruncated">): AnswerBodyView | null {
  if (bytes === null) return null;
  const truncated = isTruncated ?? false;
  const text = asText(bytes, truncated);
  return text === null
    ? { encoding: "base64", content: Buffer.from(bytes).toString("base64"), truncated }
    : { encoding: "utf-8", content: text, truncated };
}

/** @param isCut its last character may be half there, and is left out then @returns null for what is not UTF-8 */
function asText(bytes: Uint8Array, isCut: boolean): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}
