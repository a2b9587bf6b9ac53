import { notFound } from "../failure/failure.js";
import { parsePublicId } from "../ids/id.js";
import { type PlacementRequest, readPlacements } from "../placements/placementRequests.js";
import type { AddedPlacements } from "../placements/placementsInAdded.js";
import type { DocumentRequest } from "./orderRequests.js";

/** The body of `POST /v1/orders/{order}/documents`. */
export interface AddDocumentsRequest {
  documents?: DocumentRequest[];
  /** What signers of the order sign and fill in in these documents; `document` is an index into them. */
  placements?: PlacementOfSignerRequest[];
}

export interface PlacementOfSignerRequest extends PlacementRequest {
  /**
   * Id of a signer of the order.
   * @pattern ^sgr_
   */
  signer: string;
}

/** Reads what signers get in documents that are added. @throws Failure `placement_invalid`, `not_found` */
export function readPlacementsInAdded(requests: readonly PlacementOfSignerRequest[] = []): AddedPlacements[] {
  const placements = readPlacements(requests, "placements");
  return requests.map(({ signer }, index) => {
    const signerId = parsePublicId("sgr", signer);
    if (signerId === null) throw notFound("signer");
    return { signerId, placements: [placements[index]!] };
  });
}
