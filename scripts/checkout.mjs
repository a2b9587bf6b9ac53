import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of package.json, without a trailing slash. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** An absolute path, from one relative to the checkout. */
export const at = (...path) => join(root, ...path);

/** @returns {string | null} the text of a file of the checkout, null when there is none */
export function read(...path) {
  try {
    return readFileSync(at(...path), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** SHA-256 in hexadecimal over some texts. */
export function fingerprint(...texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} ${text}`);
  return hash.digest("hex");
}

/** Tells the person at the terminal what is going on; standard output belongs to the program that is run. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A failure whose message is all that a person needs to see. */
export class SetupError extends Error {}
