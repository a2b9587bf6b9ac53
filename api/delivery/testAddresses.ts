import type { Mode } from "../apiKeys/caller.js";

/** What becomes of a message to a reserved test address. `bounced`: it is taken, and comes back later. */
export type TestOutcome = "delivered" | "rejected" | "unavailable" | "slow" | "bounced";

/** Everything at this domain is reserved; `.test` is nobody's (RFC 2606). */
const domain = "code.test";
const mailboxes: Readonly<Record<string, TestOutcome>> = {
  rejected: "rejected",
  unavailable: "unavailable",
  slow: "slow",
  bounce: "bounced",
};
/** Numbers that carriers have given to nobody. */
const phones: Readonly<Record<string, TestOutcome>> = {
  "+15005550006": "delivered",
  "+15005550001": "rejected",
  "+15005550002": "unavailable",
  "+15005550003": "slow",
  "+15005550009": "bounced",
};

/** How long a message to a slow address takes, in milliseconds. */
export const slowMs = 3000;

/** Whether an e-mail address or a number is reserved for tests. */
export function isTestAddress(address: string): boolean {
  return Object.hasOwn(phones, address) || address.toLowerCase().endsWith(`@${domain}`);
}

/** What becomes of a message to an address; null: a provider carries it, because it is no test address, or not a test. */
export function testDelivery(mode: Mode, address: string): TestOutcome | null {
  if (mode !== "test" || !isTestAddress(address)) return null;
  if (Object.hasOwn(phones, address)) return phones[address]!;
  const mailbox = address.toLowerCase().split("@")[0]!;
  return Object.hasOwn(mailboxes, mailbox) ? mailboxes[mailbox]! : "delivered";
}
