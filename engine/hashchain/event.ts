import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "./canonicalJson.js";

/** Who caused an event: a tenant's API key, the signer, or the service itself. */
export interface Actor {
  readonly kind: "api_key" | "signer" | "system";
  readonly id?: string;
}

/**
 * One line of the audit trail, as it is hashed. Nothing personal stands in it: what names a person is committed to
 * by `personal`, so that erasing the person leaves the chain whole.
 */
export interface EventBody {
  /** Format of this body. */
  readonly v: 1;
  /** Place in the order's chain: 1, 2, 3 … */
  readonly seq: number;
  readonly order: string;
  readonly type: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly time: string;
  readonly actor: Actor;
  /** The signer whom it concerns, if it concerns one. */
  readonly signer?: string;
  readonly data: { readonly [key: string]: Json };
  /** Hexadecimal SHA-256 commitment to the personal data that go with the event, if any do. */
  readonly personal?: string;
  /** Hexadecimal hash of the event before; 64 zeros for the first. */
  readonly previous: string;
}

/** What names a person in an event, with the salt that keeps the commitment from being guessed. */
export interface PersonalData {
  /** 32 random bytes, hexadecimal. */
  readonly salt: string;
  readonly data: { readonly [key: string]: Json };
}

/** The head of a chain that has no event yet. */
export const emptyChainHead = "0".repeat(64);

/** SHA-256 of the body's canonical form (RFC 8785). @returns 64 hexadecimal digits */
export function eventHash(body: EventBody): string {
  return sha256(canonicalJson(body as unknown as Json));
}

/** The commitment that an event's body holds to its personal data. @returns 64 hexadecimal digits */
export function personalCommitment(personal: PersonalData): string {
  return sha256(canonicalJson({ data: personal.data, salt: personal.salt }));
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
