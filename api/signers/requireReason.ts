import { Failure } from "../failure/failure.js";

/** A reason is for a person to read. @throws Failure `field_invalid` for one of blanks */
export function requireReason(reason: string): void {
  if (reason.trim() !== "") return;
  throw new Failure("field_invalid", "reason must say something; it is blank.", { param: "reason" });
}
