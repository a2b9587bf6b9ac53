import { newOrderRow, newSignerRow } from "../../../../api/orders/newRows.js";
import type { Order, OrderDocument, Signer } from "../../../../api/orders/order.js";
import { readNewOrder } from "../../../../api/orders/orderRequests.js";

const uuid = (number: number) => `01940000-0000-7000-8000-${`${number}`.padStart(12, "0")}`;
const created = new Date("2026-11-22T18:30:00.000Z");

export const orderId = "01940000-aaaa-7bbb-8ccc-ddddeeeeffff";

/** An order as its row would be, of two signers who prove themselves by e-mail and by both. */
export function order(more: Partial<Order> = {}): Order {
  const rights = { scopes: [], paths: [], euSesBare: false, expiresAt: null } as const;
  const caller = {
    tenantId: uuid(1),
    apiKeyId: uuid(2),
    certificateId: null,
    mode: "live",
    ...rights,
  } as const;
  const terms = { documents: "P3M", evidence: "P10Y", archive: false };
  const input = readNewOrder({ title: "Lease", message: "Please sign.", signers: [] }, []);
  const expires = new Date("2026-12-22T18:30:00.000Z");
  return { ...newOrderRow(caller, orderId, input, null, terms, created, expires), ...more };
}

/** @param number from 1 */
export function signer(number: number, more: Partial<Signer> = {}): Signer {
  const request = {
    given_name: "Ada",
    surname: "Lovelace",
    email: "ada@example.org",
    phone: "+33612345678",
    authentication: "both" as const,
    code_text: "Your code: {OTP}",
  };
  const input = readNewOrder({ title: "Lease", signers: [request] }, []).signers[0]!;
  return { ...newSignerRow(orderId, uuid(100 + number), input, number - 1, null, new Uint8Array()), ...more };
}

/** @param number from 1 */
export function document(number: number, more: Partial<OrderDocument> = {}): OrderDocument {
  return {
    id: uuid(200 + number),
    orderId,
    position: number - 1,
    kind: "sign",
    name: `lease-${number}.pdf`,
    pages: 2,
    revision: 0,
    signatures: 0,
    level: null,
    bytes: 1000 + number,
    sha256: Buffer.alloc(32),
    digestAlgorithm: "SHA-256",
    ...more,
  };
}
