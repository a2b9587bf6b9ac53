import { EngineError } from "../error.js";
import type { PdfDocument } from "./document.js";
import { asArray, asDict, isName } from "./objects.js";

/** DocMDP's /P (ISO 32000-2 Table 257): nothing may change; forms and signatures; annotations too. */
export type CertificationLevel = 1 | 2 | 3;

/**
 * What the author who certified the document lets others change (12.8.2.2).
 * @returns undefined when the document is not certified
 * @throws EngineError `pdf_damaged`
 */
export function certificationLevel(document: PdfDocument): CertificationLevel | undefined {
  const permissions = asDict(document.resolve(document.catalog.get("Perms")));
  const signature = asDict(document.resolve(permissions?.get("DocMDP")));
  if (signature === undefined) return undefined;
  for (const element of asArray(document.resolve(signature.get("Reference"))) ?? []) {
    const reference = asDict(document.resolve(element));
    if (!isName(document.resolve(reference?.get("TransformMethod")), "DocMDP")) continue;
    const level = document.resolve(asDict(document.resolve(reference?.get("TransformParams")))?.get("P"));
    return level === 1 || level === 3 ? level : 2;
  }
  return 2;
}

/**
 * Makes sure that a signature may be added.
 * @throws EngineError `pdf_permission_denied` when the document is certified against any change
 */
export function requireSigningAllowed(document: PdfDocument): void {
  if (certificationLevel(document) === 1) {
    throw new EngineError(
      "pdf_permission_denied",
      "The PDF was certified by its author so that no change is allowed, not even a further signature.",
    );
  }
}
