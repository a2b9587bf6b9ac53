import { dropQuietly, storeObjects } from "../documents/claims.js";
import { readAppearanceImages } from "../placements/appearanceObjects.js";
import { readInitials } from "../placements/initialsImage.js";
import type { Platform } from "../platform.js";
import { performSeal, type ReadyToSeal } from "../sealing/performSeal.js";
import type { DocumentToSeal } from "../sealing/sealDocument.js";
import { commitSigning, type SigningOutcome } from "./commitSigning.js";
import { makeSignatures, type Signatures } from "./makeSignatures.js";
import { signingLeaseSeconds } from "./requestSigning.js";
import { ownPlacements, readDocument, readPlan, type SigningPlan } from "./signingPlan.js";
import { claimSigning } from "./signingRows.js";
import { postponeOrFail } from "./unfinished.js";

/** Two signers may sign one document at once; whoever is second signs again over the first one's revision. */
const maxRaces = 20;

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "signerAuthority"
  | "timestampAuthority"
  | "validationData"
  | "typefaces"
  | "clock"
  | "random"
  | "secretBox"
  | "log"
>;

/** Signatures that stand, committed here. */
export interface Signed {
  readonly at: Date;
  /** Nobody is left to act. */
  readonly allDone: boolean;
}

/**
 * Makes the signatures of a signing that was requested, and commits them with their events and whatever follows from
 * them; after the last signer's the order is sealed. May run twice, in two processes at once: only one of them commits.
 * Where it fails, the signing stays pending and the sweeper tries again.
 * @param planned what was read when it was requested, if that was just now
 * @param image the drawn signature that was handed in with it, so that it is not read again
 * @returns null where there was nothing to do any more
 */
export async function performSigning(
  platform: Needs,
  tenantId: string,
  signingId: string,
  planned: SigningPlan | null = null,
  image: Uint8Array | null = null,
): Promise<Signed | null> {
  let done: Done | null;
  try {
    done = await signAndCommit(platform, tenantId, signingId, planned, image);
  } catch (error) {
    platform.log.error({ signing: signingId, error }, "a signing did not succeed and will be tried again");
    await postponeOrFail(platform, tenantId, signingId, error);
    throw error;
  }
  if (done === null) return null;
  const { at, orderId, toSeal } = done;
  // What fails is logged, and tried again by the sweeper: the signature is made.
  if (toSeal) await performSeal(platform, tenantId, orderId, toSeal).catch(() => undefined);
  return { at, allDone: toSeal !== null };
}

/** A signing that was committed; `toSeal` is there when it was its order's last. */
interface Done {
  readonly orderId: string;
  readonly at: Date;
  readonly toSeal: ReadyToSeal | null;
}

async function signAndCommit(
  platform: Needs,
  tenantId: string,
  signingId: string,
  planned: SigningPlan | null,
  image: Uint8Array | null,
): Promise<Done | null> {
  for (let race = 0; race < maxRaces; race++) {
    const plan = (race === 0 && planned) || (await readPlan(platform, tenantId, signingId));
    if (plan === null) return null;
    const { outcome, at, places, signed } = await attempt(platform, tenantId, plan, image);
    const { id: orderId, mode } = plan.order;
    if (outcome === "ended") return null;
    if (outcome === "committed") {
      return { orderId, at, toSeal: places ? { mode, documents: signed, places } : null };
    }
  }
  throw new Error(`Another signature came first ${maxRaces} times.`);
}

/** The sweeper's part: takes over a signing whose process died or failed. @returns null where another process has it */
export async function resumeSigning(
  platform: Needs,
  tenantId: string,
  signingId: string,
): Promise<Signed | null> {
  const now = platform.clock.now();
  const leaseUntil = new Date(now.getTime() + signingLeaseSeconds * 1000);
  const ours = await platform.database.withTenant(tenantId, (transaction) =>
    claimSigning(transaction, signingId, now, leaseUntil),
  );
  return ours ? performSigning(platform, tenantId, signingId) : null;
}

async function attempt(
  platform: Needs,
  tenantId: string,
  plan: SigningPlan,
  image: Uint8Array | null,
): Promise<SigningOutcome & { signed: DocumentToSeal[] }> {
  const { keys, claimedUntil } = plan.places;
  let kept = false;
  try {
    const signatures = await signDocuments(platform, tenantId, plan, image);
    const objects = signatures.documents.map(({ document, bytes }) => ({
      key: keys.get(document.id)!,
      bytes,
      contentType: "application/pdf",
    }));
    await storeObjects(platform, tenantId, objects, claimedUntil);
    const result = await platform.database.withTenant(tenantId, (transaction) =>
      commitSigning(platform, transaction, plan, signatures),
    );
    kept = result.outcome === "committed";
    const signed = signatures.documents.map(({ document, revision, bytes, sha256After }) => ({
      document: { ...document, revision, signatures: document.signatures + 1 },
      revision,
      bytes,
      sha256: sha256After,
    }));
    return { ...result, signed };
  } finally {
    if (!kept) await dropQuietly(platform, tenantId, [...keys.values()]);
  }
}

/** @param drawn the drawn signature, where it is at hand; else it is read */
async function signDocuments(
  platform: Needs,
  tenantId: string,
  plan: SigningPlan,
  drawn: Uint8Array | null,
): Promise<Signatures> {
  const { signing, order, signer, signers } = plan;
  const { imageKey, typedName } = signing;
  const image = drawn ?? (imageKey === null ? null : await platform.objectStore.get(imageKey));
  const documents = await Promise.all(
    plan.documents.map((document) => readDocument(platform, plan, document)),
  );
  const own = ownPlacements(plan);
  const initials = await readInitials(platform, tenantId, order.id, own);
  const images = await readAppearanceImages(platform, own);
  const { mode, timeZone } = order;
  const hand = { mode, timeZone, signer, signers, typedName, image, initials, images };
  return makeSignatures(platform, hand, documents);
}
