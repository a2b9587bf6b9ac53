import { Failure } from "../../failure/failure.js";
import type { NotificationType } from "../outbox/notificationTypes.js";
import { isNotificationType } from "./catalogue.js";

/** Takes a caller's word `type` for a type of event. @throws Failure `field_invalid` */
export function requireType(type: string): NotificationType {
  if (isNotificationType(type)) return type;
  throw new Failure("field_invalid", "type must be a type of event, as GET /v1/event-types lists them.", {
    param: "type",
  });
}
