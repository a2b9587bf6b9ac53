import { EngineError } from "../../error.js";

/** The refusal of a signature that its field's author does not want. @param what is wanted, as a clause */
export function unmet(fieldName: string, what: string): EngineError {
  const name = JSON.stringify(fieldName.slice(0, 80));
  return new EngineError("pdf_seed_value_unmet", `The signature field ${name} requires ${what}.`);
}
