import { changeDictionaryEntry } from "../dictionaryEntry.js";
import type { PdfDocument } from "../document.js";
import type { Increment } from "../increment.js";
import { asArray, asDict, isName, type PdfDict } from "../objects.js";

/** The entries of /Perms that hold a usage rights signature (ISO 32000-2 Table 263; UR of PDF 1.5). */
const ENTRIES = ["UR3", "UR"] as const;

/**
 * Whether signing would void the usage rights that the document gives to one vendor's reader (12.8.2.3; deprecated in
 * ISO 32000-2): it has such rights, and they grant no signature (/Signature), or no new field to hold it (/Form).
 * @param newField whether the signature comes in a field that is yet to be made
 */
export function voidsUsageRights(document: PdfDocument, newField: boolean): boolean {
  const permissions = asDict(document.resolve(document.catalog.get("Perms")));
  const holders = ENTRIES.filter((entry) => document.resolve(permissions?.get(entry)) !== undefined);
  return holders.some((entry) => {
    const rights = rightsOf(document, asDict(document.resolve(permissions?.get(entry))));
    return (
      !grants(document, rights, "Signature", "Modify") ||
      (newField && !grants(document, rights, "Form", "Add"))
    );
  });
}

/**
 * Gives the usage rights up in the same revision that would void them: a reader that finds them void warns at each
 * opening that the document was altered, one that finds none has nothing to warn of.
 */
export function removeUsageRights(increment: Increment): void {
  const permissions = changeDictionaryEntry(increment, increment.document.catalogRef, "Perms");
  for (const entry of ENTRIES) permissions.delete(entry);
}

/** The parameters of the signature's usage rights transform. */
function rightsOf(document: PdfDocument, signature: PdfDict | undefined): PdfDict | undefined {
  const [reference] = asArray(document.resolve(signature?.get("Reference"))) ?? [];
  return asDict(document.resolve(asDict(document.resolve(reference))?.get("TransformParams")));
}

function grants(document: PdfDocument, rights: PdfDict | undefined, kind: string, right: string): boolean {
  const granted = asArray(document.resolve(rights?.get(kind))) ?? [];
  return granted.some((element) => isName(document.resolve(element), right));
}
