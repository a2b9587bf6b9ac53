import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import { dropObjects, keepObjects, releaseObjects, storeObjects } from "../documents/claims.js";
import { findRevision } from "../documents/documentRows.js";
import { requireSame } from "../documents/fetchDocument.js";
import { publicId } from "../ids/id.js";
import type { Placement, Signer } from "../orders/order.js";
import { readPlacements } from "../orders/orderRows.js";
import { replaceOpenCodes } from "../otp/codeRows.js";
import type { Platform } from "../platform.js";
import { type ActingSigner, lockActingSigner } from "../signers/actingSigner.js";
import type { Visitor } from "../signers/visitor.js";
import { updateValues } from "./fieldRows.js";
import { fieldsDigest } from "./fieldsDigest.js";
import { imageKey, isImageValue } from "./initialsImage.js";
import { type ReadValues, readValues } from "./readValues.js";
import { requireFits } from "./requireFits.js";
import { trialWriter } from "./trialWriter.js";

type Needs = Pick<Platform, "database" | "objectStore" | "clock" | "random" | "secretBox" | "typefaces">;

/**
 * Fills in a signer's placements, all or none. A code that was asked for before is void afterwards: it was asked for
 * another content.
 * @param given by the placement's id, or by the caller's own name of it; an empty text empties it
 * @returns all placements of the signer, as they are now
 * @throws Failure `field_invalid`, `signature_image_invalid`, and those of a signer who may not act
 */
export async function fillFields(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  given: Readonly<Record<string, string>>,
  visitor: Visitor,
  mode?: Mode,
): Promise<Placement[]> {
  // Refused before anything is looked at closely; asked again under the lock that the change is made with.
  const { signer, placements } = await platform.database.withTenant(tenantId, async (transaction) => {
    const acting = await lockActingSigner(transaction, orderId, signerId, platform.clock.now(), mode);
    return { signer: acting.signer, placements: await readPlacements(transaction, signerId) };
  });
  const read = readValues(platform, tenantId, orderId, placements, given);
  await requireAllFit(platform, tenantId, orderId, signer, placements, read);
  const keys = read.images.map(({ key }) => key);
  try {
    await storeObjects(
      platform,
      tenantId,
      read.images.map(({ key, bytes }) => ({ key, bytes, contentType: "image/png" })),
    );
    return await platform.database.withTenant(tenantId, async (transaction) => {
      const now = platform.clock.now();
      const acting = await lockActingSigner(transaction, orderId, signerId, now, mode);
      const before = await readPlacements(transaction, signerId);
      const changed = new Map([...read.values].filter(([id, value]) => valueIn(before, id) !== value));
      if (changed.size === 0) return before;
      await keepObjects(platform, transaction, keys);
      const drawnOver = [...changed.keys()].map((id) => valueIn(before, id));
      await updateValues(transaction, signerId, changed, now);
      const after = before.map((row) =>
        changed.has(row.id) ? { ...row, value: changed.get(row.id)! } : row,
      );
      await releaseObjects(transaction, unused(drawnOver, after, tenantId, orderId), now);
      await replaceOpenCodes(transaction, signerId);
      await record(platform, transaction, acting, changed, after, visitor);
      return after;
    });
  } catch (error) {
    // What cannot be deleted now stays claimed, and the sweeper deletes it.
    await dropObjects(platform, tenantId, keys).catch(() => undefined);
    throw error;
  }
}

function valueIn(placements: readonly Placement[], id: string): string | null {
  return placements.find((placement) => placement.id === id)?.value ?? null;
}

/** Drawings that nothing refers to any more. */
function unused(
  before: readonly (string | null)[],
  after: readonly Placement[],
  tenantId: string,
  orderId: string,
): string[] {
  const kept = new Set(after.map(({ value }) => value));
  const gone = before.filter((value) => value !== null && isImageValue(value) && !kept.has(value));
  return [...new Set(gone)].map((value) => imageKey(tenantId, orderId, value!));
}

async function requireAllFit(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signer: Signer,
  placements: readonly Placement[],
  { values, params }: ReadValues,
): Promise<void> {
  const writer = trialWriter(signer, platform.clock.now());
  const sources = new Map<string, Uint8Array>();
  for (const placement of placements) {
    const value = values.get(placement.id);
    // A tick and a picture fit every box.
    if (value === undefined || value === null || placement.kind === "checkbox" || isImageValue(value))
      continue;
    const { documentId, fieldName } = placement;
    const source =
      fieldName === null
        ? null
        : (sources.get(documentId) ?? (await readSource(platform, tenantId, orderId, documentId)));
    if (source !== null) sources.set(documentId, source);
    requireFits(platform, { ...placement, value }, writer, source, params.get(placement.id)!);
  }
}

async function readSource(
  platform: Needs,
  tenantId: string,
  orderId: string,
  documentId: string,
): Promise<Uint8Array> {
  const { objectKey, sha256 } = await findRevision(platform, tenantId, orderId, documentId, "source");
  const bytes = await platform.objectStore.get(objectKey);
  requireSame(bytes, sha256, objectKey);
  return bytes;
}

async function record(
  platform: Needs,
  transaction: Parameters<typeof appendEvents>[1],
  { order, signer }: ActingSigner,
  changed: ReadonlyMap<string, string | null>,
  after: readonly Placement[],
  visitor: Visitor,
): Promise<void> {
  const fields = [...changed].map(([id, value]): [string, string | null] => [publicId("plc", id), value]);
  // What the sender calls them.
  const labels = Object.fromEntries(
    after.flatMap(({ id, label, name }) => {
      const called = label ?? name;
      return changed.has(id) && called !== null ? [[publicId("plc", id), called]] : [];
    }),
  );
  await appendEvents(platform, transaction, endOf(order), [
    {
      type: "fields.filled",
      actor: visitor.actor(signer.id),
      signer,
      data: {
        fields: fields.map(([id]) => id),
        digest: fieldsDigest(after).toString("hex"),
        ...(Object.keys(labels).length > 0 && { labels }),
      },
      personal: { ...visitor.personal(), values: Object.fromEntries(fields) },
    },
  ]);
}
