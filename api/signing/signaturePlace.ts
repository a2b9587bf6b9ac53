import type { Placement } from "../../engine/pdf/viewPlacement.js";
import type { Signer, Placement as StoredPlacement } from "../orders/order.js";
import type { Box } from "../placements/newPlacement.js";
import { signatureWidget } from "../placements/signatureWidget.js";
import { isPresent } from "../signers/signingOrder.js";
import { defaultPlacement } from "./defaultPlacement.js";

const gap = 12;

/** A document as far as a place in it is looked for. */
export interface SheetOfSignatures {
  /** The number of its last page. */
  readonly pages: number;
  /** Everybody's placements in it. */
  readonly placements: readonly StoredPlacement[];
  /** Size of a page as a reader sees it, in points. @param page counted from 1 */
  viewOf(page: number): { readonly width: number; readonly height: number };
}

type Member = Pick<Signer, "id" | "position" | "role" | "witnessOf" | "state">;

/** A box on a page, from its top left. */
interface Spot extends Box {
  readonly page: number;
}

/**
 * Where a signature stands whose order names no place for it: at the foot of the last page; a witness's beside the
 * signature that they witness, where there is room for it, to its right, its left, above it or below it.
 * @param signers all of the order
 */
export function freePlace(signer: Member, signers: readonly Member[], sheet: SheetOfSignatures): Placement {
  const spot = spotOf(signer, signers, sheet);
  return { ...spot, origin: "top-left" };
}

function spotOf(signer: Member, signers: readonly Member[], sheet: SheetOfSignatures): Spot {
  const named = signatureWidget(sheet.placements.filter(({ signerId }) => signerId === signer.id));
  if (named) return spotAt(named);
  const own = spotAtFoot(signer.position, sheet);
  const witnessed = signers.find(({ id }) => id === signer.witnessOf);
  if (!witnessed) return own;
  const beside = spotOf(witnessed, signers, sheet);
  const view = sheet.viewOf(beside.page);
  const taken = takenBefore(signer, signers, sheet);
  return (
    around(beside).find((spot) => isOnPage(spot, view) && !taken.some((other) => overlap(spot, other))) ?? own
  );
}

function spotAt({ page, x, y, width, height }: Spot): Spot {
  return { page, x, y, width, height };
}

function spotAtFoot(position: number, { pages, viewOf }: SheetOfSignatures): Spot {
  const view = viewOf(pages);
  const { page, x, y, width, height } = defaultPlacement(position, pages, view);
  return { page, x, y: view.height - y - height, width, height };
}

/** What a witness's signature must keep clear of: all placements, and the signatures of those who come before it. */
function takenBefore(witness: Member, signers: readonly Member[], sheet: SheetOfSignatures): Spot[] {
  const others = signers.filter(
    ({ role, state, position }) =>
      isPresent(state) && (role === "signer" || (role === "witness" && position < witness.position)),
  );
  return [...sheet.placements, ...others.map((other) => spotOf(other, signers, sheet))];
}

function around(spot: Spot): Spot[] {
  return [
    { ...spot, x: spot.x + spot.width + gap },
    { ...spot, x: spot.x - spot.width - gap },
    { ...spot, y: spot.y - spot.height - gap },
    { ...spot, y: spot.y + spot.height + gap },
  ];
}

function isOnPage({ x, y, width, height }: Spot, view: { width: number; height: number }): boolean {
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

function overlap(one: Spot, other: Spot): boolean {
  return (
    one.page === other.page &&
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
