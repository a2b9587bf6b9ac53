import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createWhole, isSystemError, makeDirectory } from "../durableFile/createWhole.js";

const secretBytes = 32;

/**
 * The installation's master secret: 32 random bytes in a file of mode 0600, made when the file is missing.
 * Of two processes that make it at once both get the same one.
 *
 * @param file its directory is made when missing
 * @returns 32 bytes
 * @throws Error when somebody else may read or write the file, or when it is not 32 bytes long; neither is mended
 *   here, because a secret that others may have seen or cut short is for the operator to judge
 */
export async function loadSecret(file: string): Promise<Uint8Array> {
  const path = resolve(file);
  try {
    return await readSecret(path);
  } catch (error) {
    if (!isSystemError(error, "ENOENT")) throw error;
  }
  await makeDirectory(dirname(path));
  await createWhole(path, randomBytes(secretBytes), dirname(path));
  return await readSecret(path);
}

async function readSecret(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new Error(`The master secret ${path} is not a file.`);
    if ((status.mode & 0o077) !== 0) {
      const mode = (status.mode & 0o777).toString(8).padStart(4, "0");
      throw new Error(
        `The master secret ${path} is open to other users (mode ${mode}). Make sure that nobody has read it, then run: chmod 600 ${path}`,
      );
    }
    if (status.size !== secretBytes) {
      throw new Error(`The master secret ${path} has ${status.size} bytes, and not ${secretBytes}.`);
    }
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}
