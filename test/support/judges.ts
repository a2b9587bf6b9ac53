import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../../../", import.meta.url));

/** Whether a program that judges our output can be run here: `pdfsig`, `qpdf`, `openssl`, `certutil`, `chromium`. */
export function judge(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A `describe` whose tests run where something holds; elsewhere they are skipped, and their names say why. */
export function describeWhere(holds: boolean, need: string, title: string, define: () => void): void {
  if (holds) describe(title, define);
  else describe.skip(`${title} (needs ${need})`, define);
}

/** A `describe` whose tests run where all these judges are. */
export function describeWith(judges: readonly string[], title: string, define: () => void): void {
  const missing = judges.filter((program) => !judge(program));
  describeWhere(missing.length === 0, missing.join(", "), title, define);
}

/** Directory of the corpora of real documents: PARAPH_CORPORA, else beside the checkout; null where there are none. */
export function corpora(): string | null {
  const directory = process.env["PARAPH_CORPORA"] ?? join(checkout, "..", "shared", "corpora");
  return existsSync(directory) ? directory : null;
}

/** A `describe` that runs where the corpora are; elsewhere one skipped test stands for its tests. */
export function describeWithCorpora(title: string, define: (directory: string) => void): void {
  const directory = corpora();
  // Tests made from the files of a directory cannot be named without it.
  const tests = () => (directory ? define(directory) : test("all", () => undefined));
  describeWhere(directory !== null, "the corpora: set PARAPH_CORPORA", title, tests);
}
