import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Placement } from "../orders/order.js";

/**
 * Refuses to let somebody sign who has not filled in what they must. Signatures, names and dates fill themselves; a
 * checkbox that is required must be ticked.
 * @param placements of the signer
 * @throws Failure `fields_missing`, whose extension `missing` lists their ids
 */
export function requireFilled(placements: readonly Placement[]): void {
  const missing = placements.filter(isMissing);
  if (missing.length === 0) return;
  const named = missing.slice(0, 5).map(({ label, name, kind }) => JSON.stringify(label ?? name ?? kind));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : "";
  throw new Failure("fields_missing", `Not filled in yet: ${named.join(", ")}${more}.`, {
    param: "fields",
    extensions: { missing: missing.map(({ id }) => publicId("plc", id)) },
  });
}

/** Whether a field that must be filled is not. */
export function isMissing({ kind, required, value }: Placement): boolean {
  if (!required || kind === "signature" || kind === "name" || kind === "date") return false;
  return kind === "checkbox" ? value !== "true" : value === null;
}
