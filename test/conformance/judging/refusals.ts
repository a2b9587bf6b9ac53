import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const list = new URL("../../../../test/conformance/refused.json", import.meta.url);

/** Files of the corpora that are not signed, each with the error's code and, for people, why that is right. */
const refused: Readonly<Record<string, { code: string; reason: string }>> = JSON.parse(
  readFileSync(fileURLToPath(list), "utf8"),
);

/**
 * Expects what came of a file to be what is known of it.
 * @param path inside the corpora
 * @param code of the error that refused it; undefined when it was signed
 */
export function expectKnownRefusal(path: string, code: string | undefined): void {
  expect({ [path]: code }).toEqual({ [path]: refused[path]?.code });
}
