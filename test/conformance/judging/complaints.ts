import { spawnSync } from "node:child_process";

/** qpdf's exit status: 0 nothing to say, 3 warnings, 2 errors. */
const SEVERITY: Readonly<Record<number, number>> = { 0: 0, 3: 1, 2: 2 };

/**
 * What qpdf has to say of a signed document that it did not say of the document before. Numbers (offsets, objects) are
 * left out: a revision adds objects, and the same complaint then counts more of them. A document that it could not
 * read at all, and now reads with warnings, is no worse.
 */
export function newComplaints(before: string, after: string, password = ""): string[] {
  const [was, is] = [check(before, password), check(after, password)];
  if (is.severity < was.severity) return [];
  return is.sentences.filter((sentence) => !was.sentences.includes(sentence));
}

function check(file: string, password: string): { severity: number; sentences: string[] } {
  const { status, stderr } = spawnSync("qpdf", ["--check", `--password=${password}`, file], {
    encoding: "utf8",
  });
  const lines = stderr.split("\n").map((line) => line.replaceAll(file, "").replace(/\d+/g, "N").trim());
  const sentences = [...new Set(lines)].filter((line) => line !== "");
  return { severity: SEVERITY[status ?? 2] ?? 2, sentences };
}
