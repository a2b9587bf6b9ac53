import { readFile, stat } from "node:fs/promises";

/**
 * Reads a file, and nothing that is none: a pipe or a device has no size, and need not end.
 * @param maxBytes what is longer is refused before it is read
 * @throws Error when it cannot be read, is no file, or is too long
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<Buffer> {
  const status = await stat(path);
  if (!status.isFile()) throw new Error("it is no file");
  if (status.size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`);
  return readFile(path);
}
