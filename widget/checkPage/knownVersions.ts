/** One version of a document, as the page lists it. */
export interface KnownVersion {
  readonly sha256: string;
  readonly bytes: number;
  /** What is said of a file that is it. */
  readonly verdict: Verdict;
  /** "Document 2", in the page's language. */
  readonly document: string;
  readonly row: HTMLElement;
}

/** What says the most comes first. */
const verdicts = ["complete", "signed", "source"] as const;
export type Verdict = (typeof verdicts)[number];

/** The versions that stand in the page. */
export function knownVersions(): KnownVersion[] {
  return [...document.querySelectorAll<HTMLElement>("[data-sha256]")].map((row) => {
    const { sha256 = "", bytes = "0", verdict, document: name = "" } = row.dataset;
    return { sha256, bytes: Number(bytes), verdict: verdict as Verdict, document: name, row };
  });
}

/** Those that a file is: the same file may stand in an order twice. @param hash of the file, hexadecimal */
export function versionsOf(known: readonly KnownVersion[], hash: string): KnownVersion[] {
  const rank = ({ verdict }: KnownVersion) => verdicts.indexOf(verdict);
  return known.filter(({ sha256 }) => sha256 === hash).sort((one, other) => rank(one) - rank(other));
}
