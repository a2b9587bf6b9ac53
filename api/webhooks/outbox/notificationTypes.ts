import type { EventType } from "../../audit/eventTypes.js";

/** What happens outside of any order's audit trail, or beside it. */
export type TenantEventType =
  | "billing.signer_counted"
  | "retention.settings_changed"
  | "key.created"
  | "key.revoked"
  | "key.certificate_issued"
  | "key.certificate_revoked"
  | "access.refused"
  | "access.addresses_changed"
  | "endpoint.created"
  | "endpoint.changed"
  | "endpoint.secret_rotated"
  | "endpoint.failing"
  | "endpoint.disabled"
  | "endpoint.deleted"
  | "endpoint.test";

/** Everything that somebody can be told of: every line that an audit trail can have, and these. */
export type NotificationType = EventType | TenantEventType;
