import type { FoundAnswer } from "./readRequest.js";

/** Bytes that are turned into text at a time: whole groups of base64. */
const step = 3 * 16_384;

/**
 * The JSON of a signature request's answer. The document, of megabytes, is written into it where it stands: as a member
 * of an object it would be in memory four times over.
 * @returns UTF-8
 */
export function answerBody({ item, signed }: FoundAnswer): Buffer {
  const json = JSON.stringify(item);
  if (signed === null) return Buffer.from(json, "utf8");
  const head = Buffer.from(`${json.slice(0, -1)},"signedContent":"`, "utf8");
  const body = Buffer.allocUnsafe(head.length + Math.ceil(signed.length / 3) * 4 + 2);
  const bytes = Buffer.from(signed.buffer, signed.byteOffset, signed.length);
  let end = head.copy(body);
  for (let start = 0; start < bytes.length; start += step) {
    end += body.write(bytes.toString("base64", start, Math.min(start + step, bytes.length)), end, "latin1");
  }
  body.write('"}', end, "latin1");
  return body;
}
