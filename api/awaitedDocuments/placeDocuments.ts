import type { NewDocument } from "../documents/newDocument.js";
import type { Failure } from "../failure/failure.js";
import type { Signer } from "../orders/order.js";
import type { NewPlacement } from "../placements/newPlacement.js";
import type { PlaceableDocument } from "../placements/placesInDocument.js";
import { requireDrawable } from "../placements/requireDrawable.js";
import type { ResolvedPlacement } from "../placements/resolvedPlacement.js";
import { resolveOrderPlacements } from "../placements/resolvePlacements.js";
import type { Platform } from "../platform.js";
import { isPresent } from "../signers/signingOrder.js";
import type { LastingRefusal } from "./concludeAwaited.js";
import { isLasting } from "./fetchOne.js";
import type { Plan } from "./sealedPlan.js";

/** A document in its place, as far as placements are concerned. */
export interface PlacedDocument extends PlaceableDocument, Pick<NewDocument, "id" | "name"> {
  /** From 0. */
  readonly position: number;
}

/** Placements that do not fit the documents: no waiting mends that. */
export class PlacementRefusal extends Error {
  constructor(readonly refusal: LastingRefusal) {
    super(refusal.why);
  }
}

/** A signer of the request, as they are by now, and what is placed for them. */
export interface PlannedNow {
  /** Null: nobody has that place any more. */
  readonly signer: Signer | null;
  readonly placements: Plan[number]["placements"];
}

/** Who has by now the places that were planned; of those who are out nothing is placed. */
export function planNow(plan: Plan, signers: readonly Signer[]): PlannedNow[] {
  return plan.map(({ signerId, placements }) => {
    let signer = signers.find(({ id }) => id === signerId);
    while (signer?.replacedBy) signer = signers.find(({ id }) => id === signer!.replacedBy);
    if (!signer || !isPresent(signer.state)) return { signer: null, placements: [] };
    return { signer, placements: signer.id === signerId ? placements : withoutLooks(placements) };
  });
}

/** What the former signer's signature would have looked like may show their hand: whoever takes their place has another. */
export function withoutLooks<P extends Pick<NewPlacement, "appearance">>(placements: readonly P[]): P[] {
  return placements.map((placement) => ({ ...placement, appearance: null }));
}

/**
 * Finds the pages and boxes of all that was planned.
 * @param documents all of the order, in their places
 * @returns one list for each signer of the request
 * @throws PlacementRefusal
 */
export function resolvePlan(
  plan: readonly PlannedNow[],
  documents: readonly PlacedDocument[],
): ResolvedPlacement[][] {
  if (!plan.some(({ placements }) => placements.length > 0)) return plan.map(() => []);
  const signers = plan.map(({ signer, placements }) => ({ role: signer?.role ?? "signer", placements }));
  return refusing(plan, documents, () => resolveOrderPlacements(signers, documents));
}

/** Refuses what could not be drawn when the first signer signs. @throws PlacementRefusal */
export function requirePlanDrawable(
  platform: Pick<Platform, "typefaces" | "clock">,
  plan: readonly PlannedNow[],
  resolved: readonly (readonly ResolvedPlacement[])[],
  documents: readonly PlacedDocument[],
): void {
  const named = plan.flatMap(({ signer }, index) =>
    signer ? [{ signer, placements: resolved[index]! }] : [],
  );
  const signers = named.map(({ signer }) => signer);
  const lists = named.map(({ placements }) => placements);
  refusing(plan, documents, () => requireDrawable(platform, signers, lists, documents));
}

function refusing<T>(plan: readonly PlannedNow[], documents: readonly PlacedDocument[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isLasting(error)) throw error;
    const document = documentOf(error, plan, documents);
    throw new PlacementRefusal({
      documentId: document?.id ?? null,
      name: document?.name ?? null,
      why: error.message,
    });
  }
}

/** The document that a refused placement was to stand in, by the path that the refusal names. */
function documentOf(
  { param }: Failure,
  plan: readonly PlannedNow[],
  documents: readonly PlacedDocument[],
): PlacedDocument | undefined {
  const [, signer, placement] = /^signers\[(\d+)\]\.placements\[(\d+)\]/.exec(param ?? "") ?? [];
  if (signer === undefined) return undefined;
  return documents[plan[Number(signer)]?.placements[Number(placement)]?.document ?? -1];
}
