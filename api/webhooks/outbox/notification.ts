import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import type { Mode } from "../../apiKeys/caller.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import type { NotificationType } from "./notificationTypes.js";

/** Of the form of what is told; a date, which changes only when something that was there goes or means something else. */
export const apiVersion = "2026-11-22";

/** Bytes that a payload stays below. */
export const mostPayloadBytes = 20_480;

/** What somebody may be told of. */
export interface NewNotification {
  readonly type: NotificationType;
  readonly mode: Mode;
  /** What the type's schema says. Ids and states: whoever wants more asks the API. Nothing that names a person. */
  readonly data: Readonly<Record<string, Json>>;
  /** UUID of the order that it concerns, if it concerns one. */
  readonly orderId?: string | null;
  /** Number of its event in the order's audit trail, if it is one. */
  readonly sequence?: number;
}

/** A notification as its row holds it. */
export interface NotificationRow {
  /** UUID: the `webhook-id` of every request that tells of it. */
  readonly notification: string;
  readonly type: NotificationType;
  readonly sequence: number | null;
  readonly payload: string;
}

/** Makes a notification's row. @param time when it happened */
export function notificationRow(
  platform: Pick<Platform, "clock" | "random">,
  { type, mode, data, sequence }: NewNotification,
  time: Date,
): NotificationRow {
  return {
    notification: newUuid(platform.clock, platform.random),
    type,
    sequence: sequence ?? null,
    payload: payloadOf(type, mode, data, time),
  };
}

/**
 * What is sent, as it is sent (Standard Webhooks 1.0, "Payload structure"). Where the details of an event are too many
 * they are left out, and `data.details` is null: the order's audit trail has them.
 */
export function payloadOf(
  type: string,
  mode: Mode,
  data: Readonly<Record<string, Json>>,
  time: Date,
): string {
  const head = { type, timestamp: time.toISOString(), api_version: apiVersion, mode };
  const payload = JSON.stringify({ ...head, data });
  // No character takes more than three bytes a UTF-16 unit: most payloads need not be counted.
  if (payload.length * 3 < mostPayloadBytes || Buffer.byteLength(payload) < mostPayloadBytes) return payload;
  return JSON.stringify({ ...head, data: { ...data, details: null } });
}
