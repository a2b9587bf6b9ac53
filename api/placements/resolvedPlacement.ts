import type { Box, NewPlacement } from "./newPlacement.js";

/** A placement whose page and box are known. */
export interface ResolvedPlacement extends Omit<NewPlacement, "place"> {
  /** Counted from 1. */
  readonly page: number;
  readonly box: Box;
  /** Fully qualified name of the form field that it is, where it stands in the document already. */
  readonly fieldName: string | null;
  /** Path of what it was made from, for refusals: `signers[0].placements[1]`. */
  readonly param: string;
}
