import type { Mode } from "../apiKeys/caller.js";
import { readAwaited } from "../awaitedDocuments/readAwaited.js";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import { readKept } from "../retention/keptRows.js";
import type { Order, OrderDocument, OrderWithParts, Placement, Signer } from "./order.js";
import type { OrderState } from "./state.js";

const orderColumns = `
  id, mode, title, external_id AS "externalId", state, awaits_documents AS "awaitsDocuments", consent_text AS "consentText",
  consent_clauses AS "consentClauses", metadata, labels, profile_id AS "profileId", template_id AS "templateId",
  message, language, sender_name AS "senderName", sender_email AS "senderEmail", notify, mail_documents AS "mailDocuments", proof_folder AS "proofFolder", must_read AS "mustRead", delegation,
  editable_identity AS "editableIdentity", page, signature_modes AS "signatureModes",
  time_zone AS "timeZone", otp, reminder_days AS "reminderDays", reminder_count AS "reminderCount",
  retain_documents AS "retainDocuments", retain_evidence AS "retainEvidence", archive,
  clock_offset_seconds AS "clockOffsetSeconds", created_at AS "createdAt", expires_at AS "expiresAt",
  (SELECT split_part(c.url, '?', 1) FROM callbacks c
   WHERE c.tenant_id = orders.tenant_id AND c.order_id = orders.id) AS "callbackUrl",
  ended_at AS "endedAt", end_reason AS "endReason", chain_length AS "chainLength", chain_head AS "chainHead"`;

const placementColumns = `
  id, signer_id AS "signerId", document_id AS "documentId", kind, position, name, label, field_name AS "fieldName",
  required, read_only AS "readOnly", value, options, appearance, appearance_key AS "appearanceKey", page, x, y, width,
  height`;

/** Reads an order. With a mode, an order of the other mode is not there. @throws Failure `not_found` */
export async function readOrder(transaction: Transaction, id: string, mode?: Mode): Promise<Order> {
  return found(
    await transaction.one<Order>(
      `SELECT ${orderColumns} FROM orders WHERE tenant_id = :tenant AND id = :id`,
      { id },
    ),
    mode,
  );
}

/**
 * Reads an order and locks it until the transaction ends. Every change to an order, its signers or its chain begins
 * here, so that changes to one order happen one after the other and no two can wait for each other.
 * @throws Failure `not_found`
 */
export async function lockOrder(transaction: Transaction, id: string, mode?: Mode): Promise<Order> {
  return found(
    await transaction.one<Order>(
      `SELECT ${orderColumns} FROM orders WHERE tenant_id = :tenant AND id = :id FOR UPDATE`,
      { id },
    ),
    mode,
  );
}

/**
 * Reads a page of orders, newest first.
 * @param filter.below UUID: only orders before this one
 * @param filter.from UUID: only this one and later ones
 */
export async function listOrderRows(
  transaction: Transaction,
  filter: {
    mode: Mode;
    state: string | null;
    externalId: string | null;
    below: string | null;
    from: string | null;
    limit: number;
  },
): Promise<Order[]> {
  const { mode, state, externalId, below, from, limit } = filter;
  const conditions = ["tenant_id = :tenant", "mode = :mode"];
  if (state !== null) conditions.push("state = :state");
  if (externalId !== null) conditions.push("external_id = :externalId");
  if (below !== null) conditions.push("id < :below::uuid");
  if (from !== null) conditions.push("id >= :from::uuid");
  return transaction.query<Order>(
    `SELECT ${orderColumns} FROM orders WHERE ${conditions.join(" AND ")} ORDER BY id DESC LIMIT :limit`,
    { mode, state: state ?? "", externalId: externalId ?? "", below: below ?? "", from: from ?? "", limit },
  );
}

/** Reads those of these orders that are in a state and have an id of the caller's own, newest first. */
export async function readOrderRows(
  transaction: Transaction,
  ids: readonly string[],
  filter: { state: string | null; externalId: string | null },
): Promise<Order[]> {
  if (ids.length === 0) return [];
  return transaction.query<Order>(
    `SELECT ${orderColumns} FROM orders
     WHERE tenant_id = :tenant AND id = ANY(:ids::uuid[])
       AND (:state::text IS NULL OR state = :state::text)
       AND (:externalId::text IS NULL OR external_id = :externalId::text)
     ORDER BY id DESC`,
    { ids, state: filter.state, externalId: filter.externalId },
  );
}

/** The documents of orders by their UUIDs, each order's in their places. */
export async function readDocuments(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<OrderDocument[]> {
  return transaction.query<OrderDocument>(
    `SELECT d.id, d.order_id AS "orderId", d.position, d.kind, d.name, d.pages, d.revision, d.signatures, l.level,
       d.digest_algorithm AS "digestAlgorithm", r.bytes, r.sha256
     FROM documents d
     JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.revision = 0
     JOIN document_revisions l ON l.tenant_id = d.tenant_id AND l.document_id = d.id AND l.revision = d.revision
     WHERE d.tenant_id = :tenant AND d.order_id = ANY(:orders::uuid[])
     ORDER BY d.order_id, d.position`,
    { orders: orderIds },
  );
}

/** All signers of orders by their UUIDs, those who are out too, each order's in their places. */
export async function readSigners(transaction: Transaction, orderIds: readonly string[]): Promise<Signer[]> {
  return transaction.query<Signer>(
    `SELECT id, order_id AS "orderId", position, role, signing_group AS "signingGroup", witness_of AS "witnessOf",
       external_id AS "externalId", template_role AS "templateRole", given_name AS "givenName", surname, country,
       email, phone, code_contact AS "codeContact", language, authentication, code_text AS "codeText", state, personal_key AS "personalKey",
       link_version AS "linkVersion", replaced_by AS "replacedBy", invited_at AS "invitedAt",
       next_reminder_at AS "nextReminderAt", reminders_sent AS "remindersSent", opened_at AS "openedAt",
       handed_out_at AS "handedOutAt", consented_at AS "consentedAt", signed_at AS "signedAt",
       approved_at AS "approvedAt", refused_at AS "refusedAt", removed_at AS "removedAt", codes_since AS "codesSince",
       erased_at AS "erasedAt"
     FROM signers WHERE tenant_id = :tenant AND order_id = ANY(:orders::uuid[])
     ORDER BY order_id, position`,
    { orders: orderIds },
  );
}

/** One signer's placements, document by document. @param signerId UUID */
export async function readPlacements(transaction: Transaction, signerId: string): Promise<Placement[]> {
  return transaction.query<Placement>(
    `SELECT ${placementColumns}
     FROM placements WHERE tenant_id = :tenant AND signer_id = :signerId ORDER BY document_id, position`,
    { signerId },
  );
}

/** The placements of all signers of an order. */
export async function readOrderPlacements(transaction: Transaction, orderId: string): Promise<Placement[]> {
  return transaction.query<Placement>(
    `SELECT ${placementColumns}
     FROM placements WHERE tenant_id = :tenant AND order_id = :orderId ORDER BY signer_id, document_id, position`,
    { orderId },
  );
}

/** States of orders that await no documents, and never have in vain. */
const sent: readonly OrderState[] = ["ready", "in_progress", "completed", "refused"];

/** Adds documents and signers to orders that have been read. */
export async function withParts(
  transaction: Transaction,
  orders: readonly Order[],
): Promise<OrderWithParts[]> {
  if (orders.length === 0) return [];
  const ids = orders.map((order) => order.id);
  const ended = orders.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id);
  const unsent = orders.filter(({ state }) => !sent.includes(state)).map(({ id }) => id);
  const [documents, awaited, signers, kept] = await Promise.all([
    readDocuments(transaction, ids),
    readAwaited(transaction, unsent),
    readSigners(transaction, ids),
    readKept(transaction, ended),
  ]);
  return orders.map((order) => ({
    order,
    documents: documents.filter((document) => document.orderId === order.id),
    awaited: awaited.filter((document) => document.orderId === order.id),
    signers: signers.filter((signer) => signer.orderId === order.id),
    kept: kept.find(({ orderId }) => orderId === order.id) ?? null,
  }));
}

function found(order: Order | null, mode?: Mode): Order {
  if (!order || (mode !== undefined && order.mode !== mode)) throw notFound("order");
  return order;
}
