import type { DigestName } from "../x509/digestAlgorithm.js";

/** A file that a manifest vouches for (EN 319 162-1 Annex A.4.2). */
export interface ManifestReference {
  readonly name: string;
  /** Absent where nobody knows. */
  readonly mediaType?: string;
  readonly digest: Uint8Array;
  /** True for the archive manifest before this one (Annex A.7). */
  readonly rootfile?: boolean;
}

export interface ManifestContent {
  /** The signature or time-stamp token over this manifest. */
  readonly signature: { readonly name: string; readonly mediaType: string };
  readonly digestAlgorithm: DigestName;
  readonly references: readonly ManifestReference[];
}

/** How XML signatures name the digests (W3C XML Encryption 1.1 5.8, RFC 9231 2.1.3). */
export const digestMethods: Readonly<Record<DigestName, string>> = {
  sha256: "http://www.w3.org/2001/04/xmlenc#sha256",
  sha384: "http://www.w3.org/2001/04/xmldsig-more#sha384",
  sha512: "http://www.w3.org/2001/04/xmlenc#sha512",
};

/**
 * An ASiCManifest (EN 319 162-1 Annex A.4), of which a signature or an archive time-stamp is over the bytes as they are
 * here: which of the two, the name of the file says.
 * @returns XML in UTF-8
 */
export function writeManifest({ signature, digestAlgorithm, references }: ManifestContent): Uint8Array {
  const method = `<ds:DigestMethod Algorithm="${digestMethods[digestAlgorithm]}"/>`;
  let xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n' +
    `<asic:SigReference URI="${uriOf(signature.name)}" MimeType="${signature.mediaType}"/>\n`;
  for (const { name, mediaType, digest, rootfile } of references) {
    const type = mediaType === undefined ? "" : ` MimeType="${escaped(mediaType)}"`;
    const root = rootfile ? ' Rootfile="true"' : "";
    const value = Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString("base64");
    xml += `<asic:DataObjectReference URI="${uriOf(name)}"${type}${root}>${method}<ds:DigestValue>${value}</ds:DigestValue></asic:DataObjectReference>\n`;
  }
  return Buffer.from(`${xml}</asic:ASiCManifest>\n`, "utf8");
}

/** A name as the URI reference of a file in the container: UTF-8, percent-encoded (RFC 3986 2.1), slashes as they are. */
const uriOf = (name: string): string => escaped(name.split("/").map(encodeURIComponent).join("/"));

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
