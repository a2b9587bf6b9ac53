import type { At, Detail, Disclosure, TrailActor } from "./parts.js";
import type { Procedure } from "./procedure.js";
import type { TrailDocument } from "./trailDocument.js";
import type { TrailMessage } from "./trailMessage.js";
import type { TrailSigner } from "./trailSigner.js";

/**
 * An order's audit trail: what its chain of events says, put in the order in which a person asks for it. It is made
 * of the chain alone, so that whoever holds the chain can make it again, and it leaves nothing out: what no part of it
 * knows stands with its step, as it was found. Member names are those of its JSON form. Null: the chain does not say.
 */
export interface AuditTrail {
  format: "paraph-audit-trail/1";
  procedure: Procedure;
  documents: TrailDocument[];
  signers: TrailSigner[];
  /** To the sender; those to a signer stand with the signer. */
  messages: TrailMessage[];
  /** What became of documents, evidence and personal data after the order. */
  custody: CustodyEntry[];
  steps: TrailStep[];
  chain: ChainFacts;
}

/** Something that was done to what is kept of an order. */
interface CustodyEntry extends At {
  /** An event's type, such as `hold.placed`. */
  what: string;
  by: TrailActor;
  signer: string | null;
  /** What the event says of it. */
  details: Detail[];
}

/** One event of the chain. */
export interface TrailStep extends At {
  type: string;
  /** False: a type that this version has no words for. */
  known: boolean;
  actor: TrailActor;
  /** The signer whom it concerns. */
  signer: string | null;
  /** What has become of the personal data that the event was recorded with. */
  personal: Disclosure;
  /** What a sentence about it says. */
  about: Detail[];
  /** What it says besides, of which no other part of the trail tells. */
  further: Detail[];
  /** Hexadecimal SHA-256 of the event. */
  hash: string;
}

/** What the trail was made of. */
export interface ChainFacts {
  length: number;
  /** Hash of the last event. */
  head: string;
  hash: "SHA-256";
  canonicalization: "RFC 8785";
  exported_at: string | null;
  /** Entries of the file that are no events, and are not among the steps. */
  unreadable: number;
}
