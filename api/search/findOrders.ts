import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { firstIdAt } from "../ids/firstIdAt.js";
import type { Order } from "../orders/order.js";
import { listOrderRows, readOrderRows } from "../orders/orderRows.js";
import type { OrderState } from "../orders/state.js";
import { labelTerm, profileTerm, signerTerm, wordTerm } from "./orderTerms.js";
import { wordsOf } from "./words.js";

/** What a list of orders is narrowed by; null: not by this. */
export interface OrderFilter {
  readonly state: OrderState | null;
  readonly externalId: string | null;
  /** Words that all stand in the title, the caller's id, or a name or address of a signer, or a document's name. */
  readonly text: string | null;
  /** Whole e-mail address or number of a signer. */
  readonly signer: string | null;
  readonly label: string | null;
  /** UUID of an application profile. */
  readonly profile: string | null;
  readonly createdFrom: Date | null;
  /** Exclusive. */
  readonly createdTo: Date | null;
  /** UUID of the order after which the page begins. */
  readonly before: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

export interface FoundOrders {
  readonly orders: readonly Order[];
  /** UUID of the order after which the next page begins; null: there are no more. */
  readonly next: string | null;
}

/** Orders that one page looks at, one after the other, before it says where it stopped. */
const maxLooks = 5000;

/**
 * A page of orders, newest first. It costs the same however many orders there are: a page is a walk along an index
 * that ends after as many orders as were asked for, or after 5,000 that did not match; then the page may hold fewer
 * than asked for, and its cursor goes on from there.
 */
export async function findOrders(
  transaction: Transaction,
  mode: Mode,
  filter: OrderFilter,
): Promise<FoundOrders> {
  const terms = termsOfFilter(filter);
  if (terms === null) return { orders: [], next: null };
  const range = {
    below: lower(filter.before, filter.createdTo && firstIdAt(filter.createdTo)),
    from: filter.createdFrom && firstIdAt(filter.createdFrom),
  };
  if (terms.length === 0) {
    const { state, externalId, limit } = filter;
    const rows = await listOrderRows(transaction, { mode, state, externalId, ...range, limit: limit + 1 });
    return page(rows, limit);
  }
  return walk(transaction, mode, filter, await rarestFirst(transaction, mode, terms), range);
}

function page(rows: readonly Order[], limit: number): FoundOrders {
  const orders = rows.slice(0, limit);
  return { orders, next: rows.length > limit ? orders.at(-1)!.id : null };
}

/** Null where nothing can be found: a text without a word in it. */
function termsOfFilter({ text, signer, label, profile }: OrderFilter): string[] | null {
  const words = text === null ? [] : wordsOf(text);
  if (text !== null && words.length === 0) return null;
  return [
    ...(label === null ? [] : [labelTerm(label)]),
    ...(signer === null ? [] : [signerTerm(signer)]),
    ...(profile === null ? [] : [profileTerm(profile)]),
    ...words.slice(0, 8).map(wordTerm),
  ];
}

/** Counts each term's orders up to a bound, so that the walk goes along the term that has the fewest. */
async function rarestFirst(
  transaction: Transaction,
  mode: Mode,
  terms: readonly string[],
): Promise<readonly string[]> {
  if (terms.length === 1) return terms;
  const rows = await transaction.query<{ term: string }>(
    `SELECT t.term FROM unnest(:terms::text[]) WITH ORDINALITY AS t (term, place)
     CROSS JOIN LATERAL (SELECT count(*) AS orders FROM (
       SELECT FROM order_terms o WHERE o.tenant_id = :tenant AND o.mode = :mode AND o.term = t.term LIMIT 1000
     ) AS bounded) AS counted
     ORDER BY counted.orders, t.place`,
    { mode, terms },
  );
  return rows.map(({ term }) => term);
}

async function walk(
  transaction: Transaction,
  mode: Mode,
  filter: OrderFilter,
  [along, ...others]: readonly string[],
  { below, from }: { below: string | null; from: string | null },
): Promise<FoundOrders> {
  const found: Order[] = [];
  let before = below;
  let looks = 0;
  // Most pages are full after the first step; each further one looks at as many again as are likely to be needed.
  for (let step = 4 * filter.limit; looks < maxLooks; step *= 4) {
    const atMost = Math.min(step, maxLooks - looks);
    const ids = await transaction.query<{ id: string; matches: boolean }>(
      `SELECT t.order_id AS id, NOT EXISTS (
         SELECT FROM unnest(:others::text[]) AS other (term)
         -- With a limit it stays a look at one row; as a join it would read all terms of each order.
         WHERE (SELECT true FROM order_terms o WHERE o.tenant_id = :tenant AND o.mode = :mode
           AND o.term = other.term AND o.order_id = t.order_id LIMIT 1) IS NULL) AS matches
       FROM order_terms t
       WHERE t.tenant_id = :tenant AND t.mode = :mode AND t.term = :along
         AND (:before::uuid IS NULL OR t.order_id < :before::uuid)
         AND (:from::uuid IS NULL OR t.order_id >= :from::uuid)
       ORDER BY t.order_id DESC LIMIT :atMost`,
      { mode, along, others, before, from, atMost },
    );
    const matching = ids.filter(({ matches }) => matches).map(({ id }) => id);
    const orders = await readOrderRows(transaction, matching, filter);
    found.push(...orders);
    if (found.length > filter.limit) return page(found, filter.limit);
    if (ids.length < atMost) return { orders: found, next: null };
    before = ids.at(-1)!.id;
    looks += ids.length;
  }
  return { orders: found, next: before };
}

function lower(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
