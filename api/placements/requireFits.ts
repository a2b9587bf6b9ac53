import { EngineError } from "../../engine/error.js";
import { changeForm } from "../../engine/pdf/form/changeForm.js";
import { Failure } from "../failure/failure.js";
import type { Placement } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { firstForm } from "./documentForm.js";
import { shownValue, type Writer } from "./shownValue.js";
import { trialPage } from "./trialPage.js";

/**
 * Refuses a value that does not fit its box in the smallest type: it would be found out when nobody can change it any
 * more.
 * @param placement with its new value
 * @param source bytes of its document as it was given, for a placement that is a field of the document; else null
 * @param param of the value, for the refusal
 * @throws Failure `field_invalid`
 */
export function requireFits(
  { typefaces }: Pick<Platform, "typefaces">,
  placement: Placement,
  writer: Writer,
  source: Uint8Array | null,
  param: string,
): void {
  const { fonts, handwriting, shaper } = typefaces;
  const at = source === null ? { ...placement, page: 1, x: 0, y: 0 } : placement;
  const form = firstForm([at], null, (row) => shownValue(row, writer));
  try {
    changeForm(source ?? trialPage(), { ...form, font: fonts, handwriting, shaper });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const message =
      error.code === "pdf_field_value_invalid"
        ? error.message.replace(/^The value of the field "[^"]*"/, param)
        : `${param} cannot be written into the document: ${error.message}`;
    throw new Failure("field_invalid", message, { param, cause: error });
  }
}
