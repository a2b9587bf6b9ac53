import { parsePublicId } from "../../../../../api/ids/id.js";
import { disableEndpoint } from "../../../../../api/webhooks/endpoints/disableEndpoint.js";
import type { LastFailure } from "../../../../../api/webhooks/notices/notice.js";
import { queueNotice } from "../../../../../api/webhooks/notices/queueNotice.js";
import { OrderDesk } from "../../../../support/orderDesk.js";

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
}

const day = 86_400_000;

/** A tenant with webhook endpoints of whose troubles somebody is to hear. */
export class NoticeDesk {
  private constructor(readonly desk: OrderDesk) {}

  static async open(): Promise<NoticeDesk> {
    return new NoticeDesk(await OrderDesk.open({ tenantName: "Acme" }));
  }

  get platform() {
    return this.desk.service.platform;
  }

  /** Registers an endpoint. @returns its UUID */
  async endpoint(more: object = {}): Promise<string> {
    const url = "http://127.0.0.1:2/hooks?token=s3cr3t";
    const { status, body } = await this.desk.client.post<{ id: string }>("/v1/webhook-endpoints", {
      url,
      ...more,
    });
    expect([status, body]).toEqual([201, expect.anything()]);
    return parsePublicId("whe", body.id)!;
  }

  /** Writes what a day of nothing but failure leads to. @returns whether somebody will be written to */
  async fail(endpointId: string, last: LastFailure | null = null): Promise<boolean> {
    const since = new Date(this.desk.service.clock.now().getTime() - day);
    const facts = { since, until: new Date(since.getTime() + 5 * day), last };
    return this.platform.database.withTenant(this.desk.tenantId, async (transaction) => {
      await transaction.query(
        `UPDATE webhook_lanes SET failing_since = :since WHERE tenant_id = :tenant AND lane = :endpointId`,
        { endpointId, since },
      );
      return queueNotice(this.platform, transaction, { kind: "endpoint_failing", endpointId, facts });
    });
  }

  /** Disables an endpoint as the delivery machine does. */
  async disable(endpointId: string, reason: "gone" | "failing", platform = this.platform): Promise<boolean> {
    return platform.database.withTenant(this.desk.tenantId, (transaction) =>
      disableEndpoint(platform, transaction, endpointId, reason, {}),
    );
  }

  /** Enables it again, as its tenant does. */
  async enable(endpointId: string): Promise<void> {
    await this.desk.sql(
      `UPDATE webhook_endpoints SET state = 'enabled', disabled_reason = NULL, disabled_at = NULL WHERE id = '${endpointId}'`,
    );
  }

  /** Notices about an endpoint, oldest first. */
  async notices(endpointId: string): Promise<NoticeRow[]> {
    return this.desk.sql<NoticeRow>(
      `SELECT id, kind, recipient, language, state, attempts, last_error FROM notices
       WHERE endpoint_id = '${endpointId}' ORDER BY created_at, id`,
    );
  }
}
