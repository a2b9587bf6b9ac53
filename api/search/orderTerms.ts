import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { wordsOf } from "./words.js";

/** What an order is found by. */
export interface Findable {
  /** UUID of its application profile, or null. */
  readonly profileId: string | null;
  readonly title: string;
  readonly externalId: string | null;
  readonly labels: readonly string[];
  readonly signers: readonly {
    readonly givenName: string;
    readonly surname: string;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
  /** Names of its documents. */
  readonly documents: readonly { readonly name: string }[];
}

/**
 * The terms of an order: `w:` a word of its title, its own id, its documents' and signers' names and addresses, `l:` a
 * label, `s:` a signer's whole address or number, `p:` its profile. A table of terms, compared as they stand, is found by its index
 * under row-level security too, where an index on a pattern or a text vector is not: those operators are not
 * leakproof, so PostgreSQL asks them only after it has read every row of the tenant.
 * @returns at most 300 terms, those of profile, labels and addresses first
 */
export function termsOf(order: Findable): string[] {
  const terms = new Set<string>();
  if (order.profileId !== null) terms.add(profileTerm(order.profileId));
  for (const label of order.labels) terms.add(labelTerm(label));
  for (const { email, phone } of order.signers) {
    if (email !== null) terms.add(signerTerm(email));
    if (phone !== null) terms.add(signerTerm(phone));
  }
  const texts = [
    order.title,
    order.externalId ?? "",
    ...order.signers.map(({ givenName, surname, email }) => `${givenName} ${surname} ${email ?? ""}`),
    ...order.documents.map(({ name }) => name),
  ];
  for (const text of texts) for (const word of wordsOf(text)) terms.add(wordTerm(word));
  return [...terms].slice(0, 300);
}

/** The term of a word. @param word as `wordsOf` gives it */
export function wordTerm(word: string): string {
  return `w:${word}`;
}

/** The term of a label, however its accents are written. */
export function labelTerm(label: string): string {
  return `l:${label.normalize("NFC")}`;
}

/** The term of an application profile. @param id UUID */
export function profileTerm(id: string): string {
  return `p:${id}`;
}

/** @param address e-mail address or E.164 number */
export function signerTerm(address: string): string {
  return `s:${address.normalize("NFC").toLowerCase()}`;
}

/** Writes the terms of a new order. */
export async function insertTerms(
  transaction: Transaction,
  orderId: string,
  mode: Mode,
  order: Findable,
): Promise<void> {
  await transaction.query(
    `INSERT INTO order_terms (tenant_id, mode, term, order_id)
     SELECT :tenant, :mode, term, :orderId FROM unnest(:terms::text[]) AS term
     ON CONFLICT DO NOTHING`,
    { mode, orderId, terms: termsOf(order) },
  );
}

/** Replaces the terms of an order that was changed. The caller holds the lock on the order's row. */
export async function replaceTerms(
  transaction: Transaction,
  orderId: string,
  mode: Mode,
  order: Findable,
): Promise<void> {
  const terms = termsOf(order);
  await transaction.query(
    `DELETE FROM order_terms WHERE tenant_id = :tenant AND order_id = :orderId AND NOT term = ANY(:terms::text[])`,
    { orderId, terms },
  );
  await insertTerms(transaction, orderId, mode, order);
}
