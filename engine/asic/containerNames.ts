/** Names that a container of ours gives (EN 319 162-1 clause 4.4 and Annex A.7). */

export const SIGNATURE_MANIFEST = "META-INF/ASiCManifest001.xml";
export const SIGNATURE = "META-INF/signature001.p7s";
/** The newest archive manifest has this name always: the one before gets another when there is a newer (Annex A.7). */
export const ARCHIVE_MANIFEST = "META-INF/ASiCArchiveManifest.xml";

export const mediaTypes = {
  manifest: "text/xml",
  signature: "application/pkcs7-signature",
  timestamp: "application/vnd.etsi.timestamp-token",
} as const;

const MAX_NUMBER = 999_999;

/** The first name of this kind that no file has. @param taken names of the files that are there */
export const freeArchiveManifestName = (taken: ReadonlySet<string>): string =>
  firstFree("META-INF/ASiCArchiveManifest", ".xml", taken);

/** As freeArchiveManifestName, for a time-stamp token. */
export const freeTimestampName = (taken: ReadonlySet<string>): string =>
  firstFree("META-INF/timestamp", ".tst", taken);

export const isArchiveManifest = (name: string): boolean =>
  /^META-INF\/[^/]*ASiCArchiveManifest[^/]*\.xml$/.test(name);

export const isSignature = (name: string): boolean => /^META-INF\/[^/]*signature[^/]*\.p7s$/.test(name);

/** The media type of a file in META-INF by its name; null for one that is not of these kinds. */
export function mediaTypeInMetaInf(name: string): string | null {
  if (isSignature(name)) return mediaTypes.signature;
  if (/^META-INF\/[^/]*timestamp[^/]*\.tst$/.test(name)) return mediaTypes.timestamp;
  return /^META-INF\/[^/]*Manifest[^/]*\.xml$/.test(name) ? mediaTypes.manifest : null;
}

function firstFree(before: string, after: string, taken: ReadonlySet<string>): string {
  for (let number = 1; number <= MAX_NUMBER; number++) {
    const name = `${before}${String(number).padStart(3, "0")}${after}`;
    if (!taken.has(name)) return name;
  }
  throw new RangeError(`A container has at most ${MAX_NUMBER} files of a kind.`);
}
