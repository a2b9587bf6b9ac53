import { limitExceeded } from "../damage.js";
import { asCount, asDict, type PdfDict, PdfString } from "../objects.js";
import type { ValueReader } from "../valueReader.js";

/** The bits of a certificate seed value's /Ff (ISO 32000-2 Table 238). */
const CONSTRAINT_BITS = { subject: 1, issuer: 2, policy: 4, subjectName: 8, keyUsage: 32 } as const;

export type CertificateConstraint = keyof typeof CONSTRAINT_BITS;

/** What the author of a signature field wants of the signer's certificate (ISO 32000-2 Table 238). */
export interface CertificateSeedValue {
  readonly required: ReadonlySet<CertificateConstraint>;
  /** Certificates DER of which the signer's shall be one. */
  readonly subjects: readonly Uint8Array[];
  /** Certificates DER of which one shall be in the signer's chain. */
  readonly issuers: readonly Uint8Array[];
  /** Dotted object identifiers of certificate policies of which the signer's shall have one. */
  readonly policies: readonly string[];
  /** Attributes by name, as `cn`, or by dotted object identifier; the subject shall have all of one entry. */
  readonly subjectNames: readonly ReadonlyMap<string, string>[];
  /** Of each key usage bit from digitalSignature on: 1 set, 0 not set, X of no account. */
  readonly keyUsages: readonly string[];
}

/** Longer lists are made to hurt: each certificate in them may have to be parsed, and its key tried. */
const MAX_LISTED = 1000;

/** Reads a certificate seed value dictionary. @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
export function readCertificateSeedValue(values: ValueReader, dict: PdfDict): CertificateSeedValue {
  const { document } = values;
  const flags = asCount(document.resolve(dict.get("Ff"))) ?? 0;
  const bits = Object.entries(CONSTRAINT_BITS) as [CertificateConstraint, number][];
  const elements = (key: string) => {
    const listed = values.elements(dict.get(key));
    if (listed.length > MAX_LISTED)
      throw limitExceeded(`a certificate seed value of too long a /${key}`, "of its entries", MAX_LISTED);
    return listed.map((element) => document.resolve(element));
  };
  const certificates = (key: string) =>
    elements(key).flatMap((element) => (element instanceof PdfString ? [element.bytes] : []));
  const texts = (key: string) => elements(key).flatMap((element) => values.text(element) ?? []);
  const names = elements("SubjectDN").flatMap((element) => asDict(element) ?? []);
  return {
    required: new Set(bits.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name)),
    subjects: certificates("Subject"),
    issuers: certificates("Issuer"),
    policies: texts("OID"),
    subjectNames: names.map((name) => readAttributes(values, name)),
    keyUsages: texts("KeyUsage"),
  };
}

function readAttributes(values: ValueReader, dict: PdfDict): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, object] of dict) {
    const text = values.text(object);
    if (text !== undefined) attributes.set(name, text);
  }
  return attributes;
}
