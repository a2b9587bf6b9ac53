import { newUuid, publicId } from "../../../../../api/ids/id.js";
import type { Page } from "../../../../../api/request/page.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import type { NewEndpointView } from "../../../../../api/webhooks/endpoints/endpointView.js";
import type {
  DeliveryView,
  DeliveryWithAttemptsView,
  NotificationView,
} from "../../../../../api/webhooks/history/historyViews.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { WebhookReceiver } from "../../../../support/webhookReceiver.js";

/** A desk whose tenant has somebody who listens, and who sees to it that they are told. */
export class HistoryDesk {
  private constructor(
    readonly desk: OrderDesk,
    readonly receiver: WebhookReceiver,
    private readonly dispatcher: Dispatcher,
  ) {}

  static async open(): Promise<HistoryDesk> {
    const desk = await OrderDesk.open();
    return new HistoryDesk(desk, await WebhookReceiver.open(), new Dispatcher(desk.service.platform));
  }

  get client() {
    return this.desk.client;
  }

  /** Registers an endpoint of the receiver's. @returns it, and its path */
  async endpoint(path: string, more: object = {}): Promise<NewEndpointView & { at: string }> {
    const url = `${this.receiver.origin}${path}`;
    const answer = await this.client.post<NewEndpointView>("/v1/webhook-endpoints", { url, ...more });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { ...answer.body, at: `/v1/webhook-endpoints/${answer.body.id}` };
  }

  /** Makes everything that is due now, and waits for its end. */
  tell(): Promise<void> {
    return this.dispatcher.settle();
  }

  /** The same by another process, which does not wait for what this one has under way. */
  tellElsewhere(): Promise<void> {
    return new Dispatcher(this.desk.service.platform).settle();
  }

  async deliveries(at: string, query = ""): Promise<DeliveryView[]> {
    const { status, body } = await this.client.get<Page<DeliveryView>>(`${at}/deliveries?limit=100${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data;
  }

  async delivery(at: string, notification: string): Promise<DeliveryWithAttemptsView> {
    return (await this.client.get<DeliveryWithAttemptsView>(`${at}/deliveries/${notification}`)).body;
  }

  async notifications(query = ""): Promise<NotificationView[]> {
    const { status, body } = await this.client.get<Page<NotificationView>>(
      `/v1/notifications?limit=100${query}`,
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data;
  }

  /** Notifications as if so many had been told of, a second apart, the last one now. @returns their public ids */
  async seed(count: number, type = "order.completed"): Promise<string[]> {
    const { platform } = this.desk.service;
    const now = platform.clock.now().getTime();
    const rows = Array.from({ length: count }, (_, index) => {
      const at = new Date(now - (count - index) * 1000);
      return { id: newUuid({ now: () => at }, platform.random), at };
    });
    await this.desk.sql(
      `INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
       SELECT '${this.desk.tenantId}', id, 'test', '${type}', at, '{"type":"${type}"}'
       FROM json_to_recordset('${JSON.stringify(rows)}') AS t (id uuid, at timestamptz)`,
    );
    return rows.map(({ id }) => publicId("ntf", id));
  }

  async close(): Promise<void> {
    await this.receiver.close();
    await this.desk.close();
  }
}
