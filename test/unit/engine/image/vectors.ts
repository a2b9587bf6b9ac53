import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The vectors stand beside the sources, five levels above the compiled test. */
const directory = fileURLToPath(new URL("../../../../../test/unit/engine/image/vectors/", import.meta.url));

export function vector(name: string): Uint8Array {
  return readFileSync(directory + name);
}

/** The names of the vectors with that ending. */
export function vectorNames(ending: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .sort();
}
