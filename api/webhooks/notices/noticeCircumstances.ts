import type { Transaction } from "../../database/transaction.js";
import type { Branding, SenderSettings } from "../../messages/branding/branding.js";

/** All that a notice about an endpoint is made of, as it stands when it is sent. */
export interface NoticeCircumstances {
  readonly endpoint: {
    readonly id: string;
    readonly url: string;
    readonly description: string | null;
    readonly state: "enabled" | "paused" | "disabled";
    readonly disabledReason: "gone" | "failing" | null;
    readonly disabledAt: Date | null;
    readonly deletedAt: Date | null;
    /** Since when there has been nothing but failure; null: something arrived. */
    readonly failingSince: Date | null;
  };
  readonly tenantName: string;
  /** Of the default profile of the endpoint's mode. */
  readonly sender: SenderSettings;
  readonly branding: Branding;
  /** How many notifications wait, counted as far as one more than `countedWaiting`. */
  readonly waiting: number;
}

/** Beyond that, how many wait is not counted: the look must cost the same however long an endpoint was out of order. */
export const countedWaiting = 1000;

export async function readNoticeCircumstances(
  transaction: Transaction,
  endpointId: string,
): Promise<NoticeCircumstances> {
  const [endpoint, correspondence, pending] = await Promise.all([
    transaction.one<NoticeCircumstances["endpoint"]>(
      `SELECT e.id, e.url, e.description, e.state, e.disabled_reason AS "disabledReason",
         e.disabled_at AS "disabledAt", e.deleted_at AS "deletedAt", l.failing_since AS "failingSince"
       FROM webhook_endpoints e
       LEFT JOIN webhook_lanes l ON l.tenant_id = e.tenant_id AND l.lane = e.id
       WHERE e.tenant_id = :tenant AND e.id = :endpointId`,
      { endpointId },
    ),
    transaction.one<Pick<NoticeCircumstances, "tenantName" | "sender" | "branding">>(
      `SELECT t.name AS "tenantName", coalesce(p.sender, '{}') AS sender, coalesce(p.branding, '{}') AS branding
       FROM webhook_endpoints e
       JOIN tenants t ON t.tenant_id = e.tenant_id
       LEFT JOIN profiles p ON p.tenant_id = e.tenant_id AND p.mode = e.mode AND p.is_default AND p.archived_at IS NULL
       WHERE e.tenant_id = :tenant AND e.id = :endpointId`,
      { endpointId },
    ),
    transaction.one<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM (
         SELECT FROM webhook_deliveries WHERE tenant_id = :tenant AND lane = :endpointId AND state = 'pending'
         LIMIT :atMost) AS w`,
      { endpointId, atMost: countedWaiting + 1 },
    ),
  ]);
  if (!endpoint || !correspondence) throw new Error("The notice's endpoint does not exist.");
  return { endpoint, ...correspondence, waiting: pending?.waiting ?? 0 };
}
