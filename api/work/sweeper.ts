import { workBulkLine } from "../bulk/workBulkLine.js";
import { resumeCheckpoint } from "../checkpoints/performCheckpoint.js";
import { workErasure } from "../dataSubjects/workErasure.js";
import { forgetCounts } from "../delivery/sendCaps.js";
import { sweepClaim } from "../documents/claims.js";
import { resumeEvidence } from "../evidence/performEvidence.js";
import { resumeRenewal } from "../evidence/performRenewal.js";
import { forgetOld } from "../idempotency/once.js";
import { remindDue } from "../messages/remind.js";
import { expireOrder } from "../orders/endOrder.js";
import { replaceCutOffCode } from "../otp/replaceCutOffCode.js";
import type { Platform } from "../platform.js";
import { holdObjects } from "../retention/holdObjects.js";
import { resumePurge } from "../retention/performPurge.js";
import { removeDueDocuments, removeDueEvidence } from "../retention/sweepRetention.js";
import { resumeSeal } from "../sealing/performSeal.js";
import { resumeSigning } from "../signing/performSigning.js";
import { forgetEndpoint } from "../webhooks/forgetting/forgetEndpoint.js";
import { forgetReplay } from "../webhooks/forgetting/forgetReplay.js";
import { forgetSecret } from "../webhooks/forgetting/forgetSecret.js";
import { forgetTold } from "../webhooks/forgetting/forgetTold.js";
import { forgetNotice } from "../webhooks/notices/noticeRows.js";
import { workReplay } from "../webhooks/replays/workReplay.js";

interface DueWork {
  kind:
    | "signing"
    | "seal"
    | "code"
    | "expiry"
    | "reminder"
    | "bulk_line"
    | "object"
    | "idempotency_key"
    | "send_counter"
    | "evidence"
    | "evidence_renewal"
    | "documents_retention"
    | "evidence_retention"
    | "object_hold"
    | "purge"
    | "checkpoint_storage"
    | "erasure"
    | "replay"
    | "deleted_endpoint"
    | "old_notice"
    | "old_notifications"
    | "old_replay"
    | "old_webhook_secret";
  tenantId: string;
  /** What it concerns: a UUID, an object's key, an idempotency key. */
  subject: string;
}

/** Pieces of each kind that one round takes. */
const perRound = 50;

/** Does a piece of work. Resolves to false where there was nothing to do, because another worker is at it. */
type Task = (platform: Platform, tenantId: string, subject: string) => Promise<unknown>;

const tasks: Readonly<Record<DueWork["kind"], Task>> = {
  signing: resumeSigning,
  seal: resumeSeal,
  code: replaceCutOffCode,
  expiry: expireOrder,
  reminder: remindDue,
  bulk_line: workBulkLine,
  object: sweepClaim,
  idempotency_key: forgetOld,
  send_counter: forgetCounts,
  evidence: resumeEvidence,
  evidence_renewal: resumeRenewal,
  documents_retention: removeDueDocuments,
  evidence_retention: removeDueEvidence,
  object_hold: holdObjects,
  purge: resumePurge,
  checkpoint_storage: resumeCheckpoint,
  erasure: workErasure,
  replay: workReplay,
  deleted_endpoint: forgetEndpoint,
  old_notice: forgetNotice,
  old_notifications: forgetTold,
  old_replay: forgetReplay,
  old_webhook_secret: forgetSecret,
};

/**
 * Does what is due: takes over signings, seals and codes whose process died or failed, ends orders whose time is over, reminds
 * signers, deletes objects that nobody owns and answers that are too old to be repeated, tells endpoints once more of
 * what they missed, and forgets what was told long ago. Finding them is a look into indexes
 * that hold only what is open, so that it costs the same however long the history.
 * @returns how many pieces of work were done; those that failed or were left to another worker are not among them
 */
export async function sweep(platform: Platform): Promise<number> {
  const due = await platform.database.lookup<DueWork>(
    `SELECT kind, tenant_id AS "tenantId", subject FROM due_work(:at, :atMost)`,
    { at: platform.clock.now(), atMost: perRound },
  );
  let done = 0;
  for (const { kind, tenantId, subject } of due) {
    try {
      if ((await tasks[kind](platform, tenantId, subject)) !== false) done += 1;
    } catch (error) {
      // One piece that fails must not hold up the others; it stays due and is seen again.
      platform.log.warn({ kind, error }, "a piece of work did not succeed");
    }
  }
  return done;
}
