import type { Mode } from "../../apiKeys/caller.js";
import type { OutboundTiming } from "../../ports/outboundHttp.js";
import type { ErrorClass } from "./errorClass.js";

/** What is told. */
export interface Notification {
  /** UUID. */
  readonly id: string;
  readonly type: string;
  readonly mode: Mode;
  readonly orderId: string | null;
  /** Number of its event in the order's audit trail; null: it is none. */
  readonly sequence: number | null;
  readonly occurredAt: Date;
  /** JSON, as it is sent. */
  readonly payload: string;
}

/** A delivery that is ours until its lease ends: nobody else tries it meanwhile. */
export interface ClaimedDelivery {
  /** UUID of the endpoint, or of the order whose callback it is. */
  readonly destination: string;
  readonly kind: "endpoint" | "callback";
  /** UUID. */
  readonly lane: string;
  readonly notification: Notification;
  /** Of the attempt that it was claimed for, from 1. */
  readonly number: number;
  readonly leaseUntil: Date;
  /** It goes first through a circuit half open. */
  readonly isProbe: boolean;
  /** A test: it is tried once, and its lane does not learn of it. */
  readonly isTrial: boolean;
}

/** One request, and what came of it. */
export interface Attempt {
  readonly startedAt: Date;
  readonly request: AttemptedRequest;
  readonly timing: OutboundTiming;
  /** Null: nobody answered. */
  readonly response: AttemptedResponse | null;
  /** Null: it was delivered. */
  readonly errorClass: ErrorClass | null;
  /** Why there was no answer, in a sentence. */
  readonly error: string | null;
}

/** What is kept of a request: what is secret in it is masked. */
export interface AttemptedRequest {
  readonly method: "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it is not the notification's payload: it was made for this attempt, and is not kept. */
  readonly body?: "rendered";
}

/** What is kept of an answer: what it repeats of our credentials is masked. */
export interface AttemptedResponse {
  readonly status: number;
  /** Null: it answers a body that is not kept, and may repeat it. */
  readonly content: AnswerContent | null;
}

/** What of an answer a stranger wrote. */
export interface AnswerContent {
  readonly headers: Readonly<Record<string, string>>;
  /** The first 16,384 bytes. */
  readonly body: Uint8Array;
  readonly truncated: boolean;
}

/** What becomes of a claimed delivery. */
export interface Outcome {
  readonly delivery: ClaimedDelivery;
  /**
   * `cancelled`: there is nothing to tell any more, or nobody to tell it to. `released`: it is due as it was before it was
   * claimed, with one attempt less.
   */
  readonly verdict: "delivered" | "failed" | "cancelled" | "released";
  /** Null: no request was made. */
  readonly attempt: Attempt | null;
  /** Milliseconds to the next try after the first that failed, the second …: none after the last. */
  readonly pauses: readonly number[];
  /** Milliseconds before which whoever answered does not want to be tried again. */
  readonly notWithinMs: number;
}

/** Of a delivery for which no request is made. */
export function notTried(delivery: ClaimedDelivery, verdict: "cancelled" | "released"): Outcome {
  return { delivery, verdict, attempt: null, pauses: [], notWithinMs: 0 };
}
