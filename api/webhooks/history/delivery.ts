import type { OutboundTiming } from "../../ports/outboundHttp.js";

/**
 * Pending: it is being tried, or waits. Failed: its last try was in vain. Cancelled: there is nobody to be told any more,
 * or nothing to tell.
 */
export type WebhookDeliveryState = "pending" | "delivered" | "failed" | "cancelled";

/** That one notification is owed to one destination, and what has come of it. */
export interface Delivery {
  /** UUID of the endpoint, or of the order whose callback it is. */
  readonly destination: string;
  readonly kind: "endpoint" | "callback";
  readonly notificationId: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly occurredAt: Date;
  readonly isExample: boolean;
  readonly state: WebhookDeliveryState;
  /** Requests so far. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly concludedAt: Date | null;
  /** Of the last answer, where there was one. */
  readonly lastStatus: number | null;
  /** Why the last try failed. */
  readonly lastError: string | null;
  /** When it is tried next; null: it is not, or not before the endpoint is enabled. */
  readonly nextTryAt: Date | null;
}

/** One request, and what came of it. */
export interface DeliveryAttempt {
  /** From 1 on; one whose process died is missing. */
  readonly number: number;
  readonly startedAt: Date;
  readonly timing: OutboundTiming;
  /** Without what is secret in it. */
  readonly request: AttemptRequest;
  /** Null: there was no answer. */
  readonly status: number | null;
  /** Null, as what follows: there was no answer, or it may repeat what is not kept. */
  readonly responseHeaders: Readonly<Record<string, string>> | null;
  readonly responseBody: Uint8Array | null;
  readonly isTruncated: boolean | null;
  /** Null: it went well. */
  readonly errorClass: string | null;
  /** The same in a sentence, where there was no answer. */
  readonly error: string | null;
}

export interface AttemptRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it was not the notification's payload: it was made for this request, and is not kept. */
  readonly body?: "rendered";
}
