import type { DocumentInput } from "../documents/newDocument.js";
import type { NewPlacement } from "../placements/newPlacement.js";
import type { Platform } from "../platform.js";

/** What is to be placed in an order's documents once they are there: one list for each signer of the request. */
export type Plan = readonly PlannedSigner[];

export interface PlannedSigner {
  /** UUID of the signer, or of the one in whose place somebody else was put. */
  readonly signerId: string;
  readonly placements: readonly NewPlacement[];
}

/** Where a document is fetched from, and what else was said of it. */
export interface AwaitedSource extends Omit<DocumentInput, "content" | "param"> {
  readonly url: string;
}

/** What is kept: pictures apart, each once, however many placements show it. */
interface KeptPlan {
  readonly signers: unknown;
  /** Base64. */
  readonly pictures: readonly string[];
}

/** Values and pictures wait in the database sealed, and only until they are placed. */
export function sealPlan(platform: Pick<Platform, "secretBox">, orderId: string, plan: Plan): Uint8Array {
  const pictures = new Map<string, number>();
  const signers = plan.map(({ signerId, placements }) => ({
    signerId,
    placements: placements.map((placement) => {
      const image = placement.appearance?.image;
      if (!image) return placement;
      const base64 = Buffer.from(image).toString("base64");
      const picture = pictures.get(base64) ?? pictures.size;
      pictures.set(base64, picture);
      return { ...placement, appearance: { ...placement.appearance, image: picture } };
    }),
  }));
  const kept: KeptPlan = { signers, pictures: [...pictures.keys()] };
  return platform.secretBox.seal(Buffer.from(JSON.stringify(kept), "utf8"), planContext(orderId));
}

export function openPlan(platform: Pick<Platform, "secretBox">, orderId: string, sealed: Uint8Array): Plan {
  const opened = platform.secretBox.open(sealed, planContext(orderId));
  const kept = JSON.parse(Buffer.from(opened).toString("utf8")) as KeptPlan;
  const pictures = kept.pictures.map((picture) => Buffer.from(picture, "base64"));
  // Of all that stands there, numbers under this name are pictures alone.
  return JSON.parse(JSON.stringify(kept.signers), (key, value) =>
    key === "image" && typeof value === "number" ? pictures[value] : value,
  ) as Plan;
}

/** A URL may hold a token: it waits sealed, and only until nobody will fetch it any more. */
export function sealSource(
  platform: Pick<Platform, "secretBox">,
  documentId: string,
  source: AwaitedSource,
): Uint8Array {
  return platform.secretBox.seal(Buffer.from(JSON.stringify(source), "utf8"), sourceContext(documentId));
}

export function openSource(
  platform: Pick<Platform, "secretBox">,
  documentId: string,
  sealed: Uint8Array,
): AwaitedSource {
  const opened = platform.secretBox.open(sealed, sourceContext(documentId));
  return JSON.parse(Buffer.from(opened).toString("utf8")) as AwaitedSource;
}

const planContext = (orderId: string) => `placements of order ${orderId} to come`;
const sourceContext = (documentId: string) => `source of document ${documentId} to come`;
