import { asCount, asDict, type PdfDict, PdfName, type PdfObject } from "../objects.js";
import type { ValueReader } from "../valueReader.js";
import { type CertificateSeedValue, readCertificateSeedValue } from "./certificateSeedValue.js";

/** Which entries bind whoever signs, by their bits of /Ff (ISO 32000-2 Table 237). The others are advice. */
const CONSTRAINT_BITS = {
  filter: 1,
  subFilter: 2,
  version: 4,
  reason: 8,
  legalAttestation: 16,
  revocationInformation: 32,
  digestMethod: 64,
  lockDocument: 128,
  appearanceFilter: 256,
} as const;

export type SeedValueConstraint = keyof typeof CONSTRAINT_BITS;

/** What the author of a signature field wants of a signature in it (ISO 32000-2 12.7.5.5, Table 237). */
export interface SeedValue {
  readonly required: ReadonlySet<SeedValueConstraint>;
  /** /Filter: the signature handler. */
  readonly filter?: string;
  /** /SubFilter: encodings, the first that can be had first. */
  readonly subFilters?: readonly string[];
  /** /DigestMethod, in lower case and without hyphens, as `sha256`. */
  readonly digestMethods?: readonly string[];
  /** /V: the least version of the seed value parser. */
  readonly version?: number;
  readonly reasons?: readonly string[];
  /** /MDP's /P: 0 for an approval, 1 to 3 for a certification of that level. */
  readonly mdp?: 0 | 1 | 2 | 3;
  readonly lockDocument?: "true" | "false" | "auto";
  /** /AddRevInfo: whether revocation information shall stand in the signature itself. */
  readonly revocationInformation?: boolean;
  /** Whether a time-stamp is required (/TimeStamp's /Ff), and from where. */
  readonly timestamp?: { readonly url?: string; readonly required: boolean };
  readonly certificate?: CertificateSeedValue;
}

/**
 * Reads a seed value dictionary; entries of a wrong type are as absent.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readSeedValue(values: ValueReader, dict: PdfDict): SeedValue {
  const { document } = values;
  const read = <T>(key: string, as: (object: PdfObject | undefined) => T | undefined): T | undefined =>
    as(document.resolve(dict.get(key)));
  const all = <T>(as: (object: PdfObject | undefined) => T | undefined) => {
    return (object: PdfObject | undefined) =>
      Array.isArray(object)
        ? values.elements(object).flatMap((element) => as(document.resolve(element)) ?? [])
        : undefined;
  };
  const asText = (object: PdfObject | undefined) => values.text(object);
  const flags = read("Ff", asCount) ?? 0;
  const bits = Object.entries(CONSTRAINT_BITS) as [SeedValueConstraint, number][];
  const mdp = document.resolve(read("MDP", asDict)?.get("P"));
  const certificate = read("Cert", asDict);
  const timestamp = read("TimeStamp", asDict);
  return {
    required: new Set(bits.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name)),
    filter: read("Filter", asName),
    subFilters: read("SubFilter", all(asName)),
    digestMethods: read("DigestMethod", all(asName))?.map((name) => name.toLowerCase().replace("-", "")),
    version: read("V", asNumber),
    reasons: read("Reasons", all(asText)),
    mdp: mdp === 0 || mdp === 1 || mdp === 2 || mdp === 3 ? mdp : undefined,
    lockDocument: read("LockDocument", asChoice),
    revocationInformation: read("AddRevInfo", (object) => (typeof object === "boolean" ? object : undefined)),
    timestamp: timestamp && {
      url: asText(timestamp.get("URL")),
      required: document.resolve(timestamp.get("Ff")) === 1,
    },
    certificate: certificate && readCertificateSeedValue(values, certificate),
  };
}

function asName(object: PdfObject | undefined): string | undefined {
  return object instanceof PdfName ? object.name : undefined;
}

function asNumber(object: PdfObject | undefined): number | undefined {
  return typeof object === "number" ? object : undefined;
}

/** The standard wants a name here; a boolean occurs. */
function asChoice(object: PdfObject | undefined): "true" | "false" | "auto" | undefined {
  const text = typeof object === "boolean" ? String(object) : asName(object);
  return text === "true" || text === "false" || text === "auto" ? text : undefined;
}
