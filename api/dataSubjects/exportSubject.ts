import type { Caller } from "../apiKeys/caller.js";
import { presentEvent } from "../audit/eventView.js";
import { readEvents } from "../audit/exportAudit.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Order, Signer } from "../orders/order.js";
import { readOrder, readPlacements, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import type { SubjectExportView, SubjectOrderView, SubjectSignerView } from "./exportView.js";
import { findSigners, type SubjectSigner } from "./findSigners.js";
import type { Subject } from "./subject.js";

type Needs = Pick<Platform, "database" | "secretBox" | "clock">;

/**
 * Everything that the tenant keeps of a person, order by order.
 * @param after UUID of the signer behind whom the page begins
 * @param limit orders on a page, 1 to 20
 */
export async function exportSubject(
  platform: Needs,
  { tenantId, mode }: Caller,
  subject: Subject,
  after: string | null,
  limit: number,
): Promise<SubjectExportView> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const { signers, next } = await findSigners(transaction, mode, subject, after, limit, null);
    const data: SubjectOrderView[] = [];
    for (const found of signers) data.push(await exportOrder(platform, transaction, found));
    return {
      object: "data_subject_export",
      made_at: platform.clock.now().toISOString(),
      data,
      has_more: next !== null,
      next_cursor: next && publicId("sgr", next),
    };
  });
}

interface Related {
  readonly typedNames: { typedName: string | null }[];
  readonly certificates: { certificate: Buffer }[];
  readonly terms: { documentsUntil: Date; evidenceUntil: Date }[];
}

async function exportOrder(
  platform: Needs,
  transaction: Transaction,
  { id, orderId }: SubjectSigner,
): Promise<SubjectOrderView> {
  const [order, signers, placements, messages, related] = await Promise.all([
    readOrder(transaction, orderId),
    readSigners(transaction, [orderId]),
    readPlacements(transaction, id),
    transaction.query<{ kind: string; channel: string; sentAt: Date | null; delivery: string | null }>(
      `SELECT kind, channel, sent_at AS "sentAt", delivery FROM messages
       WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :id ORDER BY id`,
      { orderId, id },
    ),
    readRelated(transaction, orderId, id),
  ]);
  const signer = signers.find((one) => one.id === id)!;
  // An order's trail is bounded by the limits on its signers, codes and tries.
  const events = await readEvents(platform, transaction, orderId, { after: 0, limit: order.chainLength }, id);
  const [terms] = related.terms;
  return {
    ...ofOrder(order),
    documents_until: terms?.documentsUntil.toISOString() ?? null,
    evidence_until: terms?.evidenceUntil.toISOString() ?? null,
    signer: ofSigner(signer, related.typedNames[0]?.typedName ?? null),
    fields: placements.map(({ name, label, kind, documentId, value, appearance }) => ({
      name,
      label,
      kind,
      document: publicId("doc", documentId),
      value,
      lines: appearance?.lines.map(({ text }) => text) ?? [],
    })),
    messages: messages.map(({ kind, channel, sentAt, delivery }) => ({
      kind,
      channel,
      sent_at: sentAt?.toISOString() ?? null,
      delivery,
    })),
    certificates: related.certificates.map(({ certificate }) => certificate.toString("base64")),
    events: events.filter(({ body }) => body.signer === publicId("sgr", id)).map(presentEvent),
  };
}

async function readRelated(transaction: Transaction, orderId: string, signerId: string): Promise<Related> {
  const [typedNames, certificates, terms] = await Promise.all([
    transaction.query<{ typedName: string | null }>(
      `SELECT typed_name AS "typedName" FROM signings WHERE tenant_id = :tenant AND signer_id = :signerId`,
      { signerId },
    ),
    transaction.query<{ certificate: Buffer }>(
      `SELECT certificate FROM certificates
       WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId ORDER BY not_before`,
      { orderId, signerId },
    ),
    transaction.query<{ documentsUntil: Date; evidenceUntil: Date }>(
      `SELECT documents_until AS "documentsUntil", evidence_until AS "evidenceUntil" FROM retentions
       WHERE tenant_id = :tenant AND order_id = :orderId`,
      { orderId },
    ),
  ]);
  return { typedNames, certificates, terms };
}

function ofOrder(order: Order): Pick<SubjectOrderView, "order" | "title" | "state" | "created_at"> {
  const { id, title, state, createdAt } = order;
  return { order: publicId("ord", id), title, state, created_at: createdAt.toISOString() };
}

function ofSigner(signer: Signer, typedName: string | null): SubjectSignerView {
  return {
    id: publicId("sgr", signer.id),
    role: signer.role,
    given_name: signer.givenName,
    surname: signer.surname,
    country: signer.country,
    email: signer.email,
    phone: signer.phone,
    code_contact: signer.codeContact,
    language: signer.language,
    external_id: signer.externalId,
    state: signer.state,
    opened_at: signer.openedAt?.toISOString() ?? null,
    signed_at: signer.signedAt?.toISOString() ?? null,
    approved_at: signer.approvedAt?.toISOString() ?? null,
    refused_at: signer.refusedAt?.toISOString() ?? null,
    typed_name: typedName,
  };
}
