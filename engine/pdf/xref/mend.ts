import { EngineError } from "../../error.js";
import type { PdfLimits } from "../limits.js";
import { ReadBudget } from "../readBudget.js";
import type { XrefChain } from "./chain.js";
import { relocateXref } from "./relocate.js";
import { restoreXref } from "./restore.js";
import { surveyFile } from "./survey.js";

/**
 * The cross-reference of a file whose own is broken, where the file leaves no doubt what it must be.
 * @param header byte offset of the header
 * @param cause what is wrong with the file's own
 * @throws EngineError `pdf_damaged` with the cause and what stands in the way, `pdf_limit_exceeded`
 */
export function mendXref(
  bytes: Uint8Array,
  header: number,
  cause: EngineError,
  limits: PdfLimits,
): XrefChain {
  // What this costs is not counted against what reading the document may cost.
  const budget = new ReadBudget(limits, bytes.length);
  try {
    const survey = surveyFile(bytes, budget);
    return relocateXref(bytes, header, survey, budget) ?? restoreXref(header, survey, budget);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === "pdf_limit_exceeded") throw error;
    if (error.message === cause.message) throw cause;
    const why = error.message.replace(/^The PDF is damaged: /, "");
    throw new EngineError(
      "pdf_damaged",
      `${cause.message} It cannot be made good from its objects: ${why}`,
      cause,
    );
  }
}
