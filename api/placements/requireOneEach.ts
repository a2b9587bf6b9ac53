import { Failure } from "../failure/failure.js";
import { placementLimits } from "./limits.js";
import type { PlaceableDocument } from "./placesInDocument.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";

/**
 * Refuses what no document can hold: a form field that two placements share, a signer who would sign two signature
 * fields of one document (one signature has one field), and more fields than a document is given.
 * @param bySigner one list for each signer
 * @throws Failure `placement_invalid`
 */
export function requireOneEach(
  bySigner: readonly (readonly ResolvedPlacement[])[],
  documents: readonly PlaceableDocument[],
  paramOf: (signer: number) => string,
): void {
  const taken = new Set<string>();
  const fields = documents.map(() => 0);
  for (const [signer, placements] of bySigner.entries()) {
    const param = paramOf(signer);
    const signed = new Set<number>();
    for (const { document, kind, fieldName } of placements) {
      fields[document] = (fields[document] ?? 0) + 1;
      if (fieldName === null) continue;
      const shown = JSON.stringify(fieldName.slice(0, 80));
      const key = `${document} ${fieldName}`;
      if (taken.has(key)) throw refuse(param, `the field ${shown} is taken by two placements`);
      taken.add(key);
      if (kind !== "signature") continue;
      if (signed.has(document)) throw refuse(param, "a signer signs one signature field of a document");
      signed.add(document);
    }
  }
  const limit = placementLimits.perDocument;
  if (fields.some((count) => count > limit)) {
    throw new Failure("placement_invalid", `A document takes at most ${limit} placements.`, {
      param: "signers",
      extensions: { limit },
    });
  }
}

function refuse(param: string, why: string): Failure {
  return new Failure("placement_invalid", `${param}: ${why}.`, { param });
}
