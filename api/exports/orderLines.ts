import type { OrderView } from "../orders/orderViews.js";

/** Columns of an export, in their order. */
const columns: readonly (readonly [name: string, value: (order: OrderView) => string | null])[] = [
  ["id", (order) => order.id],
  ["external_id", (order) => order.external_id],
  ["title", (order) => order.title],
  ["state", (order) => order.state],
  ["mode", (order) => order.mode],
  ["labels", (order) => order.labels.join(" ")],
  ["created_at", (order) => order.created_at],
  ["expires_at", (order) => order.expires_at],
  ["ended_at", (order) => order.ended_at],
  ["end_reason", (order) => order.end_reason],
  ["documents", (order) => order.documents.map(({ name }) => name).join("; ")],
  ["signers", (order) => order.signers.map(signerText).join("; ")],
  ["metadata", (order) => (Object.keys(order.metadata).length === 0 ? "" : JSON.stringify(order.metadata))],
];

function signerText({
  given_name,
  surname,
  email,
  phone,
  role,
  state,
}: OrderView["signers"][number]): string {
  return `${given_name} ${surname} <${email ?? phone ?? ""}> ${role} ${state}`;
}

/** The first line of a CSV export (RFC 4180). */
export function csvHead(): string {
  return `${columns.map(([name]) => name).join(",")}\r\n`;
}

/** One order as a line of a CSV export (RFC 4180). */
export function csvLine(order: OrderView): string {
  return `${columns.map(([, value]) => csvValue(value(order) ?? "")).join(",")}\r\n`;
}

/**
 * A value in quotes where it needs them. One that a spreadsheet would take for a formula is written as a text: titles
 * and names come from strangers.
 */
function csvValue(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** One order as a line of JSON, without the links that open it: whoever has an export is not a signer. */
export function jsonLine(order: OrderView): string {
  const signers = order.signers.map(({ signing_url: _, ...signer }) => signer);
  return `${JSON.stringify({ ...order, signers })}\n`;
}
