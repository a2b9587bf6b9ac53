import { publicId } from "../../ids/id.js";
import type { OutboundTiming } from "../../ports/outboundHttp.js";
import { type AnswerBodyView, presentBody } from "./answerBody.js";
import type { AttemptRequest, Delivery, DeliveryAttempt, WebhookDeliveryState } from "./delivery.js";
import { explain } from "./errorWords.js";
import type { ToldNotification, WholeNotification } from "./notificationRows.js";

/** What somebody was told of. */
export interface NotificationView {
  /** The `webhook-id` of every request that tells of it. */
  id: string;
  object: "notification";
  type: string;
  /** Order that it concerns, if it concerns one. */
  order: string | null;
  /** Number of its event in the order's audit trail; null: it is none. */
  sequence: number | null;
  occurred_at: string;
  /** Whether it was told for a test: nothing happened. */
  example: boolean;
}

export interface NotificationWithDeliveriesView extends NotificationView {
  /** What is sent, byte for byte: the text that is signed. A callback in another's words has another body. */
  payload: string;
  /** To whom it is owed, and what has come of it. */
  deliveries: DeliveryView[];
}

/** That one notification is owed to one webhook endpoint, or to an order's callback. */
export interface DeliveryView {
  object: "delivery";
  notification: string;
  /** Null: it is the order's callback. */
  endpoint: string | null;
  type: string;
  order: string | null;
  occurred_at: string;
  example: boolean;
  /**
   * `pending`: it is being tried, or waits; `failed`: the last try was in vain; `cancelled`: there is nobody to be told
   * any more, or nothing to tell.
   */
  state: WebhookDeliveryState;
  /** Requests so far. */
  attempt_count: number;
  /**
   * When it is tried next, or once more if the try that is under way brings no answer. Null: it is not tried, or not
   * before the endpoint is enabled.
   */
  next_try_at: string | null;
  /** HTTP status of the last answer. */
  last_status: number | null;
  /** Why the last try failed. */
  last_error: string | null;
  created_at: string;
  concluded_at: string | null;
}

export interface DeliveryWithAttemptsView extends DeliveryView {
  /** The newest 50 requests, oldest first. */
  attempts: AttemptView[];
}

/** One request, and what came of it. */
export interface AttemptView {
  /** From 1 on. A number is missing where our process died before it noted what came of the request. */
  number: number;
  started_at: string;
  /** Milliseconds of each part; a connection that was kept has no name, connection or TLS to wait for. */
  timing: OutboundTiming;
  /** As it was sent, with secrets masked. Its body is the notification's `payload`, unless `body` says otherwise. */
  request: AttemptRequest;
  /** Null: there was no answer. */
  response: AnswerView | null;
  /** Null: it went well. */
  error: AttemptErrorView | null;
}

/** What a server answered that is not ours: text of a stranger's. */
export interface AnswerView {
  status: number;
  /** Null: the request's body named people, and its answer may repeat it; nothing but its status is kept. */
  headers: { [name: string]: string } | null;
  /** Null: as `headers`. */
  body: AnswerBodyView | null;
}

export interface AttemptErrorView {
  /** Which kind of failure, for programs. */
  class: string;
  /** The same in words, for people. */
  detail: string | null;
}

export function presentNotification(notification: ToldNotification): NotificationView {
  return {
    id: publicId("ntf", notification.id),
    object: "notification",
    type: notification.type,
    order: notification.orderId && publicId("ord", notification.orderId),
    sequence: notification.sequence,
    occurred_at: notification.occurredAt.toISOString(),
    example: notification.isExample,
  };
}

export function presentWholeNotification(
  notification: WholeNotification,
  deliveries: readonly Delivery[],
): NotificationWithDeliveriesView {
  return {
    ...presentNotification(notification),
    payload: notification.payload,
    deliveries: deliveries.map(presentDelivery),
  };
}

export function presentDelivery(delivery: Delivery): DeliveryView {
  return {
    object: "delivery",
    notification: publicId("ntf", delivery.notificationId),
    endpoint: delivery.kind === "endpoint" ? publicId("whe", delivery.destination) : null,
    type: delivery.type,
    order: delivery.orderId && publicId("ord", delivery.orderId),
    occurred_at: delivery.occurredAt.toISOString(),
    example: delivery.isExample,
    state: delivery.state,
    attempt_count: delivery.attempts,
    next_try_at: delivery.nextTryAt?.toISOString() ?? null,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    created_at: delivery.createdAt.toISOString(),
    concluded_at: delivery.concludedAt?.toISOString() ?? null,
  };
}

export function presentWholeDelivery(
  delivery: Delivery,
  attempts: readonly DeliveryAttempt[],
): DeliveryWithAttemptsView {
  return { ...presentDelivery(delivery), attempts: attempts.map(presentAttempt) };
}

export function presentAttempt(attempt: DeliveryAttempt): AttemptView {
  const { number, startedAt, timing, request, status, errorClass, error } = attempt;
  return {
    number,
    started_at: startedAt.toISOString(),
    timing,
    request,
    response:
      status === null ? null : { status, headers: attempt.responseHeaders, body: presentBody(attempt) },
    error: errorClass === null ? null : { class: errorClass, detail: error ?? explain(errorClass) },
  };
}
