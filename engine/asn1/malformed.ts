import { EngineError } from "../error.js";

/** An `asn1_malformed` that says where. @param offset in bytes from the start of the whole encoding */
export function malformed(what: string, offset: number): EngineError {
  return new EngineError("asn1_malformed", `${what} (byte ${offset}).`);
}
