import type { Transaction } from "../database/transaction.js";
import { newUuid, publicId } from "../ids/id.js";
import { imageKey, isImageValue } from "../placements/initialsImage.js";
import type { Platform } from "../platform.js";
import { insertPurge, purgeLater } from "../retention/purgeRows.js";

/**
 * Has what a signer drew deleted from the store, with a receipt: their signature, and their initials; and what a caller had
 * their signature look like, which may show their hand or name.
 */
export async function purgeDrawings(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  orderId: string,
  signerId: string,
): Promise<void> {
  const [signatures, initials, appearances] = await Promise.all([
    transaction.query<{ key: string }>(
      `SELECT image_key AS key FROM signings
       WHERE tenant_id = :tenant AND signer_id = :signerId AND image_key IS NOT NULL`,
      { signerId },
    ),
    transaction.query<{ value: string }>(
      `SELECT DISTINCT value FROM placements
       WHERE tenant_id = :tenant AND signer_id = :signerId AND kind = 'initials' AND value IS NOT NULL`,
      { signerId },
    ),
    transaction.query<{ key: string }>(
      `SELECT DISTINCT appearance_key AS key FROM placements
       WHERE tenant_id = :tenant AND signer_id = :signerId AND appearance_key IS NOT NULL`,
      { signerId },
    ),
    transaction.query(
      `UPDATE signings SET image_key = NULL
       WHERE tenant_id = :tenant AND signer_id = :signerId AND image_key IS NOT NULL`,
      { signerId },
    ),
    transaction.query(
      `UPDATE placements SET appearance = NULL, appearance_key = NULL
       WHERE tenant_id = :tenant AND signer_id = :signerId AND appearance IS NOT NULL`,
      { signerId },
    ),
  ]);
  const drawn = initials.map(({ value }) => value).filter(isImageValue);
  const objectKeys = [
    ...[...signatures, ...appearances].map(({ key }) => key),
    ...drawn.map((value) => imageKey(transaction.tenantId, orderId, value)),
  ];
  if (objectKeys.length === 0) return;
  const signer = publicId("sgr", signerId);
  const items = [
    ...signatures.map(() => ({ kind: "signature_image", signer })),
    ...appearances.map(() => ({ kind: "appearance_image", signer })),
    ...drawn.map(() => ({ kind: "initials_image", signer })),
  ];
  const id = newUuid(platform.clock, platform.random);
  const purge = { id, orderId, subject: "signer", reason: "erasure", signerId, items, objectKeys } as const;
  const now = platform.clock.now();
  await insertPurge(transaction, purge, now);
  // Its objects are the sweeper's to delete, once this has committed.
  await purgeLater(transaction, id, now);
}
