import type { CallbackForms } from "../callbacks/callbackForm.js";
import { paraphForm } from "../callbacks/paraphForm.js";
import { certSignForm } from "../dialects/certsign/callbackForm.js";
import { euSesForm } from "../dialects/euSes/callbackForm.js";

/** Every form that a callback can have. */
export function callbackForms(): CallbackForms {
  return { paraph: paraphForm, eu_ses: euSesForm(), certsign: certSignForm };
}
