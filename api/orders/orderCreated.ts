import type { Caller } from "../apiKeys/caller.js";
import { actorOf, type NewEvent } from "../audit/append.js";
import { publicId } from "../ids/id.js";
import { statedProofFolder } from "../proofFolder/proofFolder.js";
import type { Order } from "./order.js";

/**
 * The line of the audit trail for a new order: who asks, and the rules that it was made with. No person is named in it.
 * @param tenant the tenant's name as it is now
 */
export function orderCreated(caller: Caller, order: Order, tenant: string): NewEvent {
  return {
    type: "order.created",
    actor: actorOf(caller),
    data: {
      mode: order.mode,
      tenant,
      title: order.title,
      expires_at: order.expiresAt.toISOString(),
      language: order.language,
      notify: order.notify,
      ...(order.mailDocuments && { mail_documents: true }),
      ...(order.proofFolder && { proof_folder: statedProofFolder(order.proofFolder) }),
      must_read: order.mustRead,
      allow_delegation: order.delegation,
      retain_documents: order.retainDocuments,
      retain_evidence: order.retainEvidence,
      archive: order.archive,
      ...(order.signatureModes.length === 1 && { signature_modes: order.signatureModes }),
      ...(order.timeZone !== null && { time_zone: order.timeZone }),
      ...(order.editableIdentity.length > 0 && { editable_identity: order.editableIdentity }),
      ...(order.profileId !== null && { profile: publicId("prf", order.profileId) }),
      ...(order.templateId !== null && { template: publicId("tpl", order.templateId) }),
      ...(order.reminderDays !== null &&
        order.reminderCount !== null && {
          reminder_days: order.reminderDays,
          reminder_count: order.reminderCount,
        }),
    },
  };
}
