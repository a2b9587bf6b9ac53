import type { Caller } from "../../apiKeys/caller.js";
import { actorOf } from "../../audit/append.js";
import { publicId } from "../../ids/id.js";
import { exampleOf } from "../catalogue/example.js";
import { apiVersion } from "../outbox/notification.js";
import type { NotificationType } from "../outbox/notificationTypes.js";

/**
 * What a test sends: a payload of the type as it could be, with `"example": true` beside the type, so that nobody takes it
 * for something that happened.
 * @param endpointId UUID of the endpoint that is tested, which `endpoint.test` names
 * @returns JSON
 */
export function testPayload(type: NotificationType, caller: Caller, endpointId: string, at: Date): string {
  const data =
    type === "endpoint.test"
      ? { endpoint: publicId("whe", endpointId), actor: actorOf(caller) }
      : exampleOf(type).data;
  return JSON.stringify({
    type,
    example: true,
    timestamp: at.toISOString(),
    api_version: apiVersion,
    mode: caller.mode,
    data,
  });
}
