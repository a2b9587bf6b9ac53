import { asDict, isName, type PdfDict } from "../objects.js";
import type { ValueReader } from "../valueReader.js";
import { type CertificationLevel, readLevel } from "./certification.js";
import { type FieldLock, readFieldLock } from "./fieldLock.js";

/** What a signature dictionary's /Reference forbids from then on (ISO 32000-2 12.8.1, Table 256). */
export interface SignatureReferences {
  /** /P of its DocMDP transform; undefined where it has none. */
  readonly certification: CertificationLevel | undefined;
  /** The parameters of its FieldMDP transforms. */
  readonly locks: readonly FieldLock[];
}

/** Reads the signature reference dictionaries of a signature. @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
export function readSignatureReferences(values: ValueReader, signature: PdfDict): SignatureReferences {
  const { document } = values;
  let certification: CertificationLevel | undefined;
  const locks: FieldLock[] = [];
  for (const element of values.elements(signature.get("Reference"))) {
    const reference = asDict(document.resolve(element));
    const method = document.resolve(reference?.get("TransformMethod"));
    const parameters = asDict(document.resolve(reference?.get("TransformParams"))) ?? new Map();
    if (isName(method, "DocMDP")) certification = readLevel(document.resolve(parameters.get("P"))) ?? 2;
    else if (isName(method, "FieldMDP")) locks.push(readFieldLock(values, parameters));
  }
  return { certification, locks };
}
