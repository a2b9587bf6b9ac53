import { readXml } from "../xml/readXml.js";
import { type XmlElement, XmlFault } from "../xml/xmlElement.js";
import { ContainerFault } from "./containerFault.js";

const ASIC = "http://uri.etsi.org/02918/v1.2.1#";
const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const limits = { maxDepth: 8, maxElements: 32_768, maxAttributes: 16 };

/** What a manifest says of one file (EN 319 162-1, DataObjectReference). */
export interface ManifestReference {
  /** The file's name in the container: the URI, decoded. */
  readonly uri: string;
  readonly mimeType: string | null;
  readonly rootfile: boolean;
  /** URI of the digest algorithm, as it stands. */
  readonly digestAlgorithm: string;
  readonly digest: Uint8Array;
}

/** An ASiCManifest or ASiCArchiveManifest: which files there are, and which signature or time-stamp is over it. */
export interface Manifest {
  readonly signature: { readonly uri: string; readonly mimeType: string | null };
  readonly references: readonly ManifestReference[];
}

/**
 * Reads an ASiCManifest (EN 319 162-1, Annex A), which is also the form of an ASiCArchiveManifest.
 * @param file its name, for the refusal
 * @throws ContainerFault `manifest_malformed`
 */
export function readManifest(xml: Uint8Array, file: string, maxBytes = 4 * 1024 * 1024): Manifest {
  try {
    return manifestOf(readXml(xml, { ...limits, maxBytes }));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new ContainerFault("manifest_malformed", `The manifest ${error.message}.`, file);
  }
}

function manifestOf(root: XmlElement): Manifest {
  if (root.namespace !== ASIC || root.name !== "ASiCManifest") throw new XmlFault("is no ASiCManifest");
  const [signature, ...references] = root.children;
  if (signature === undefined || signature.namespace !== ASIC || signature.name !== "SigReference") {
    throw new XmlFault("does not begin with a SigReference");
  }
  // ASiCManifestExtensions, behind them, are the one thing else that may be there; none is understood.
  if (references.length === 0) throw new XmlFault("names no file");
  return {
    signature: { uri: uriOf(signature), mimeType: signature.attributes.get("MimeType") ?? null },
    references: references.map(referenceOf),
  };
}

function referenceOf(element: XmlElement): ManifestReference {
  const [method, value, ...others] = element.children;
  const isReference =
    element.namespace === ASIC &&
    element.name === "DataObjectReference" &&
    isDsig(method, "DigestMethod") &&
    isDsig(value, "DigestValue") &&
    others.length === 0;
  if (!isReference) throw new XmlFault("has something else than references to files with a digest each");
  return {
    uri: uriOf(element),
    mimeType: element.attributes.get("MimeType") ?? null,
    rootfile: ["true", "1"].includes(element.attributes.get("Rootfile") ?? ""),
    digestAlgorithm: method!.attributes.get("Algorithm") ?? "",
    digest: base64(value!.text),
  };
}

const isDsig = (element: XmlElement | undefined, name: string): boolean =>
  element?.namespace === DSIG && element.name === name;

function uriOf(element: XmlElement): string {
  const uri = element.attributes.get("URI");
  if (uri === undefined || uri === "") throw new XmlFault("has a reference without a URI");
  // A path from the container's root: no scheme, no query, no fragment.
  if (/^[A-Za-z][\w+.-]*:|[?#\\]/.test(uri)) throw new XmlFault("names something outside of the container");
  try {
    return decodeURIComponent(uri);
  } catch {
    throw new XmlFault("has a URI that is not encoded rightly");
  }
}

function base64(text: string): Uint8Array {
  const digits = text.replace(/[ \t\r\n]/g, "");
  const bytes = Buffer.from(digits, "base64");
  if (digits === "" || bytes.toString("base64") !== digits)
    throw new XmlFault("has a digest that is no Base64");
  return bytes;
}
