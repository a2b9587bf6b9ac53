import { EngineError } from "../error.js";

/**
 * A refusal of a stranger's revocation data.
 * @param what the rest of the sentence that begins with "The revocation list" or "The OCSP response"
 * @param clause the clause that it comes from
 */
export const revocationInvalid = (what: string, clause: string): EngineError =>
  new EngineError("revocation_invalid", `${what} (${clause}).`);
