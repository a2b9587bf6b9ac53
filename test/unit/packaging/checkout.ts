import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of package.json. */
export const checkout = fileURLToPath(new URL("../../../../", import.meta.url));

/** The text of a file of the checkout. */
export function textOf(path: string): string {
  return readFileSync(join(checkout, path), "utf8");
}

/** The TypeScript sources under a folder of the checkout, as paths relative to it. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}
