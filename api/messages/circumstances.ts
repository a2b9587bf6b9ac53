import type { Transaction } from "../database/transaction.js";
import type { PageSettings } from "../hostedPage/pageSettings.js";
import type { Order, Signer } from "../orders/order.js";
import { readOrder, readSigners } from "../orders/orderRows.js";
import type { EmailAttachment } from "../ports/mailer.js";
import type { Branding, SenderSettings } from "./branding/branding.js";
import type { Texts } from "./branding/texts.js";

/** All that the messages of an order are made of, as it stands when they are sent. */
export interface Circumstances {
  readonly order: Order;
  readonly signers: readonly Signer[];
  readonly correspondence: Correspondence;
  /** The signed documents, where they go with the messages. */
  readonly attachments: readonly EmailAttachment[];
}

/** What the order is about, and how its tenant writes. */
export interface Correspondence {
  /** Names of the documents, in their order. */
  readonly documents: readonly string[];
  readonly tenantName: string;
  readonly sender: SenderSettings & { readonly sms_sender?: string };
  readonly texts: Texts;
  readonly branding: Branding;
  /** What the profile says of the signers' page. */
  readonly page: PageSettings;
}

export async function readCircumstances(
  transaction: Transaction,
  orderId: string,
): Promise<Omit<Circumstances, "attachments">> {
  const [order, signers, correspondence] = await Promise.all([
    readOrder(transaction, orderId),
    readSigners(transaction, [orderId]),
    readCorrespondence(transaction, orderId),
  ]);
  return { order, signers, correspondence };
}

async function readCorrespondence(transaction: Transaction, orderId: string): Promise<Correspondence> {
  const row = await transaction.one<Correspondence>(
    `SELECT ARRAY(SELECT d.name FROM documents d WHERE d.tenant_id = o.tenant_id AND d.order_id = o.id
         ORDER BY d.position) AS documents, t.name AS "tenantName", coalesce(p.sender, '{}') AS sender, coalesce(p.texts, '{}') AS texts,
       coalesce(p.branding, '{}') AS branding, coalesce(p.page, '{}') AS page
     FROM orders o
     JOIN tenants t ON t.tenant_id = o.tenant_id
     LEFT JOIN profiles p ON p.tenant_id = o.tenant_id AND p.id = o.profile_id
     WHERE o.tenant_id = :tenant AND o.id = :orderId`,
    { orderId },
  );
  if (!row) throw new Error("The message's order does not exist.");
  return row;
}

/** In whose name the order is sent. */
export function senderName({
  order,
  correspondence,
}: Pick<Circumstances, "order" | "correspondence">): string {
  return order.senderName ?? correspondence.sender.name ?? correspondence.tenantName;
}

export function fullName({ givenName, surname }: Pick<Signer, "givenName" | "surname">): string {
  return `${givenName} ${surname}`;
}
