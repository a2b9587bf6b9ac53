import { setTimeout as pause } from "node:timers/promises";
import type { CallbackBody } from "../../callbacks/callbackForm.js";
import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { signatureHeaders } from "../signatures/signatureHeaders.js";
import type { ClaimedDelivery } from "./delivery.js";
import type { Destination } from "./destination.js";

/** A request as it is sent, and of its headers those that are ours and may be kept. */
export interface PreparedRequest {
  readonly body: string;
  /** The body was made for this request alone, and is not kept. */
  readonly isRendered: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly ownHeaders: Readonly<Record<string, string>>;
}

/** Why there is no request: there is nothing to tell any more, or a fault of ours. */
type NoRequest = "nothing" | "signing_failed" | "body_failed";

type Needs = Pick<Platform, "callbackForms" | "database" | "objectStore" | "secretBox" | "publicUrl" | "log">;

/** What writing the body of a callback may take. */
const mostBodyMs = 5000;

const userAgent = "Paraph-Webhooks/1";

/**
 * Makes the request of an attempt, signed as Standard Webhooks 1.0 says, with the notification's id as `webhook-id`. To
 * an endpoint goes the payload as it was stored; to a callback what its form makes of it.
 * @param at the time of the attempt
 */
export async function prepareRequest(
  platform: Needs,
  tenantId: string,
  { notification }: ClaimedDelivery,
  { callback, headers: ownHeaders, secrets }: Destination,
  at: Date,
): Promise<PreparedRequest | NoRequest> {
  if (ownHeaders === null || secrets.length === 0) return "signing_failed";
  let message: CallbackBody | null = { ...payloadType, body: notification.payload };
  if (callback) {
    try {
      message = await inTime(
        platform.callbackForms[callback.form].body(platform, tenantId, callback, notification),
      );
    } catch (error) {
      platform.log.warn({ notification: notification.id, error }, "a callback could not be written");
      return "body_failed";
    }
  }
  if (message === null) return "nothing";
  const { body, contentType, isRendered } = message;
  const headers = {
    "content-type": contentType,
    "user-agent": userAgent,
    ...signatureHeaders(secrets, publicId("ntf", notification.id), at, body),
  };
  return { body, isRendered, headers, ownHeaders };
}

/** The delivery is ours for a minute: what takes longer to be written would be sent when it is somebody else's. */
async function inTime<T>(body: Promise<T>): Promise<T> {
  const written = new AbortController();
  const late = pause(mostBodyMs, undefined, { signal: written.signal }).then(() => {
    throw new Error(`The body was not written within ${mostBodyMs} ms.`);
  });
  try {
    return await Promise.race([body, late]);
  } finally {
    written.abort();
  }
}

const payloadType = { contentType: "application/json", isRendered: false };
