import { addAbortSignal, Readable } from "node:stream";
import type { GetObjectCommandOutput } from "@aws-sdk/client-s3";

/**
 * Reads an object's body whole.
 * @param answer what GetObject was answered
 * @param deadline ends the reading; the SDK's own time limits end with the headers
 * @returns exactly as many bytes as the answer announced
 * @throws Error when the body breaks off, is longer or shorter than announced, or the deadline is over
 */
export async function readBody(answer: GetObjectCommandOutput, deadline: AbortSignal): Promise<Uint8Array> {
  const { Body: body, ContentLength: length } = answer;
  if (!(body instanceof Readable)) throw new Error("the answer has no body");
  if (length === undefined) throw new Error("the answer does not announce its length");
  const bytes = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of addAbortSignal(deadline, body) as AsyncIterable<Uint8Array>) {
    if (filled + chunk.byteLength > length)
      throw new Error(`the body is longer than the ${length} bytes announced`);
    bytes.set(chunk, filled);
    filled += chunk.byteLength;
  }
  if (filled < length) throw new Error(`the body ends at ${filled} of ${length} bytes`);
  return bytes;
}
