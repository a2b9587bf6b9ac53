import type { PdfDocument } from "../document.js";
import { type FormField, formFields } from "../formFields.js";
import { asDict, isName, type PdfDict, type PdfObject, PdfRef } from "../objects.js";
import { ValueReader } from "../valueReader.js";
import type { CertificationLevel } from "./certification.js";
import { type FieldLock, readFieldLock } from "./fieldLock.js";
import { readSignatureReferences, type SignatureReferences } from "./signatureReferences.js";

/** What one signature of a document forbids from then on. */
export interface SignatureRestriction {
  /** The fully qualified name of its field; empty for a certification that no field of the form holds. */
  readonly fieldName: string;
  /** Whether it certifies the document (DocMDP, ISO 32000-2 12.8.2.2); else it is an approval. */
  readonly certifies: boolean;
  /** What it lets change at all: the least of its DocMDP and of its locks' /P; undefined when it does not say. */
  readonly level: CertificationLevel | undefined;
  /** Its FieldMDP transforms (12.8.2.4) and its field's /Lock (12.7.5.5). */
  readonly locks: readonly FieldLock[];
}

/** What the signatures that a document carries allow. */
export interface DocumentPermissions {
  /** Whether a signature field is signed, be it by a document time-stamp. */
  readonly signed: boolean;
  /** The least level of all signatures; undefined where none says any. */
  readonly level: CertificationLevel | undefined;
  /** The signatures that forbid something, in the order of their fields. */
  readonly restrictions: readonly SignatureRestriction[];
}

/** A document does not change while it is open, so what is found in it stays true. */
const known = new WeakMap<PdfDocument, DocumentPermissions>();

/**
 * Reads which signatures of a document forbid what. A signature's lock counts whether it stands in a FieldMDP
 * transform or in the field's /Lock alone: the second is what the first is made from (12.7.5.5).
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function permissionsOf(document: PdfDocument): DocumentPermissions {
  const permissions = known.get(document) ?? readPermissions(document);
  known.set(document, permissions);
  return permissions;
}

function readPermissions(document: PdfDocument): DocumentPermissions {
  const values = new ValueReader(document);
  const restrictions: SignatureRestriction[] = [];
  const permissions = asDict(document.resolve(document.catalog.get("Perms")));
  const certifying = permissions?.get("DocMDP");
  let certificationMet = document.resolve(certifying) === undefined;
  let signed = false;
  for (const field of formFields(document)) {
    if (!isName(field.type, "Sig") || field.value === undefined) continue;
    const hasReferences = has(document, field.value, "Reference");
    if (hasReferences === undefined && document.resolve(field.value) === undefined) continue;
    signed = true;
    const certifies = isSame(certifying, field.value);
    certificationMet ||= certifies;
    const restriction = restrictionOf(values, field, certifies, hasReferences === true);
    if (restriction !== undefined) restrictions.push(restriction);
  }
  if (!certificationMet) {
    const signature = asDict(document.resolve(certifying)) ?? new Map();
    restrictions.unshift(combine("", true, readSignatureReferences(values, signature), []));
  }
  const levels = restrictions.flatMap(({ level }) => level ?? []);
  return { signed: signed || !certificationMet, level: leastOf(levels), restrictions };
}

/** Whether a signature has an entry, found without parsing its long /Contents; undefined when it is no dictionary. */
function has(document: PdfDocument, signature: PdfObject, key: string): boolean | undefined {
  return signature instanceof PdfRef ? document.hasKey(signature, key) : asDict(signature)?.has(key);
}

/** Undefined for a signature that forbids nothing. */
function restrictionOf(
  values: ValueReader,
  field: FormField,
  certifies: boolean,
  hasReferences: boolean,
): SignatureRestriction | undefined {
  const { document } = values;
  const lock = asDict(document.resolve(field.dict.get("Lock")));
  if (lock === undefined && !hasReferences && !certifies) return undefined;
  const signature: PdfDict = asDict(document.resolve(field.value)) ?? new Map();
  const references = readSignatureReferences(values, signature);
  return combine(field.name, certifies, references, lock ? [readFieldLock(values, lock)] : []);
}

function combine(
  fieldName: string,
  certifies: boolean,
  { certification, locks }: SignatureReferences,
  own: readonly FieldLock[],
): SignatureRestriction {
  const all = [...locks, ...own];
  const levels = all.flatMap(({ permissions }) => permissions ?? []);
  if (certification !== undefined || certifies) levels.push(certification ?? 2);
  return {
    fieldName,
    certifies: certifies || certification !== undefined,
    level: leastOf(levels),
    locks: all,
  };
}

function leastOf(levels: readonly CertificationLevel[]): CertificationLevel | undefined {
  return levels.reduce<CertificationLevel | undefined>(
    (least, level) => (least === undefined || level < least ? level : least),
    undefined,
  );
}

function isSame(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
  return one instanceof PdfRef && other instanceof PdfRef && one.num === other.num;
}
