import { Failure } from "../failure/failure.js";
import type { NewPlacement } from "./newPlacement.js";

/**
 * Refuses a placement whose value its signer cannot give and nobody has given. A name and a date fill themselves;
 * signatures and initials are never read-only.
 * @param param path of the list, for refusals
 * @throws Failure `placement_invalid`
 */
export function requireGiven(placements: readonly NewPlacement[], param: string): void {
  placements.forEach(({ kind, readOnly, required, value }, index) => {
    if (kind !== "text" && kind !== "checkbox") return;
    if (!readOnly || !required || (value !== null && value !== "")) return;
    const at = `${param}[${index}]`;
    throw new Failure("placement_invalid", `${at} is read_only and required: it needs a value.`, {
      param: at,
    });
  });
}
