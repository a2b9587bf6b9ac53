import { changeForm } from "../acroForm.js";
import { widgetRefs } from "../fieldWidget.js";
import { formFields, formOf } from "../formFields.js";
import type { Increment } from "../increment.js";
import { asDict, type PdfRef } from "../objects.js";
import { permissionsOf } from "../permissions/documentPermissions.js";
import { ValueReader } from "../valueReader.js";

/**
 * Takes /NeedAppearances (ISO 32000-2 12.7.3) from the form where no field needs it: readers would draw all fields anew
 * from their values, and of initials or a picture nothing would be left. Where a field has a value and no appearance it
 * stays, and once the document is signed.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function giveUpNeedAppearances(increment: Increment): void {
  const { document } = increment;
  if (document.resolve(formOf(document)?.get("NeedAppearances")) !== true) return;
  if (permissionsOf(document).signed) return;
  const values = new ValueReader(document);
  const isDrawn = (ref: PdfRef) => asDict(document.resolve(ref))?.has("AP") === true;
  const allDrawn = formFields(document).every(
    (field) => document.resolve(field.value) === undefined || widgetRefs(values, field).every(isDrawn),
  );
  if (allDrawn) changeForm(increment).change().delete("NeedAppearances");
}
