import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { type OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { ownedObjects } from "../../support/ownedObjects.js";
import { rawSignatures } from "../../support/signatureJudges.js";

/** Sweeps until nothing is due. */
export async function sweepAll(desk: OrderDesk): Promise<void> {
  for (let round = 0; round < 5; round++) if ((await sweep(desk.service.platform)) === 0) return;
  throw new Error("The sweeper finds no end.");
}

/** What must be true of an order that all have signed, and of the whole store, whatever died meanwhile. */
export async function expectAllIsWell(desk: OrderDesk, order: OrderView, when: string): Promise<void> {
  const after = await desk.read(order);
  const signers = order.signers.length;
  expect({ when, state: after.state, signers: after.signers.map(({ state }) => state) }).toEqual({
    when,
    state: "completed",
    signers: Array(signers).fill("signed"),
  });
  const signings = await desk.sql(`SELECT state FROM signings WHERE order_id = '${uuidOf(order.id)}'`);
  const certificates = await desk.sql(`SELECT 1 FROM certificates WHERE order_id = '${uuidOf(order.id)}'`);
  expect(signings).toEqual(Array(signers).fill({ state: "done" }));
  expect(certificates).toHaveLength(signers);
  for (const document of after.documents) {
    expect(document.signatures).toBe(signers);
    const { body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/documents/${document.id}/signed`);
    // And the document time-stamp that seals them.
    expect(rawSignatures(body)).toHaveLength(signers + 1);
  }
  const seals = await desk.sql(`SELECT state FROM seals WHERE order_id = '${uuidOf(order.id)}'`);
  expect({ when, seals }).toEqual({ when, seals: [{ state: "done" }] });
  const { body: audit } = await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
  expect(verifyAuditExport(audit).faults).toEqual([]);
  const kept = expectEachKeyAccountedFor(audit);
  expect({ when, kept }).toEqual({ when, kept: signers });
  const types = audit.events.map(({ body }) => body.type);
  for (const [type, count] of Object.entries({
    "consent.given": signers,
    "signature.requested": signers,
    "document.signed": signers * after.documents.length,
    "signer.signed": signers,
    "document.sealed": after.documents.length,
    "order.completed": 1,
  })) {
    expect({ when, type, count: types.filter((one) => one === type).length }).toEqual({ when, type, count });
  }
  await expectNothingLoose(desk, when);
}

/**
 * Each certificate that was issued has the end of its key behind it, those too whose signatures came second and were
 * thrown away.
 * @returns how many of the keys made signatures that are kept
 */
export function expectEachKeyAccountedFor(audit: AuditExport): number {
  const ofKeys = audit.events.filter(({ body }) => /^(certificate\.issued|key\.destroyed)$/.test(body.type));
  ofKeys.forEach(({ body }, index) => {
    expect(body.type).toBe(index % 2 === 0 ? "certificate.issued" : "key.destroyed");
    expect(body.signer).toBe(ofKeys[index - (index % 2)]!.body.signer);
  });
  expect(ofKeys.length % 2).toBe(0);
  return ofKeys.filter(({ body }) => Number(body.data["signatures"] ?? 0) > 0).length;
}

/** Each object is some row's, each row's object is there, and no claim is open. */
export async function expectNothingLoose(desk: OrderDesk, when: string): Promise<void> {
  const owned = await desk.sql<{ key: string }>(
    `${ownedObjects}
     UNION SELECT object_key || extension FROM checkpoints, unnest(ARRAY['.p7s', '.txt']) AS extension
       WHERE object_key IS NOT NULL`,
  );
  expect({ when, objects: await desk.objectKeys() }).toEqual({
    when,
    objects: owned.map(({ key }) => key).sort(),
  });
  expect({ when, claims: await desk.sql("SELECT object_key FROM object_claims") }).toEqual({
    when,
    claims: [],
  });
}
