import { createHash } from "node:crypto";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { ApiClient } from "../../support/apiClient.js";

/** Who signs, where that does not matter. */
export const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }];

/** The largest document that the service of these tests takes, in bytes. */
export const limit = 100_000;

/** A PDF like another, told from it by a comment at its end. */
export const variantOf = (pdf: Uint8Array, comment: string): Buffer =>
  Buffer.concat([pdf, Buffer.from(`\n% ${comment}\n`)]);

/** Expects that a document of an order is these bytes: in what the order says of it, and when it is fetched. */
export async function expectSource(
  client: ApiClient,
  order: OrderView,
  index: number,
  bytes: Uint8Array,
): Promise<void> {
  const document = order.documents[index]!;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect([document.bytes, document.sha256]).toEqual([bytes.length, sha256]);
  const source = await client.get<Buffer>(`/v1/orders/${order.id}/documents/${document.id}/source`);
  expect(source.headers.get("Content-Type")).toBe("application/pdf");
  expect(source.headers.get("Content-Length")).toBe(String(bytes.length));
  expect(source.body.equals(bytes)).toBe(true);
}
