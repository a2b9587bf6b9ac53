import { OutboundError, type OutboundHttp } from "../../../../../api/ports/outboundHttp.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import type { OrderDesk } from "../../../../support/orderDesk.js";

/** Answers as the first part of the host says: one is gone, one is silent, others take what they are sent. */
const strangers: OutboundHttp = {
  check: async () => undefined,
  send: async ({ url }) => {
    const timing = { total: 1 };
    const { host } = new URL(url);
    if (host.startsWith("silent.")) throw new OutboundError("timeout", "No answer in time.", timing);
    const status = host.startsWith("gone.") ? 410 : 204;
    return { status, headers: {}, body: new Uint8Array(), truncated: false, timing };
  },
};

/** Everything that webhook endpoints meet: made, changed, tested, failing, disabled, deleted. */
export async function everyEndpointEvent(desk: OrderDesk): Promise<void> {
  await desk.replacing({ outboundHttp: strangers }, async () => {
    const { client, service } = desk;
    const base = "/v1/webhook-endpoints";
    const done = async <T extends object>(answer: Promise<{ status: number; body: T }>) => {
      const { status, body } = await answer;
      if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)} ${service.log.slice(-3)}`);
      return body;
    };
    const make = (host: string, more = {}) =>
      done(client.post<{ id: string }>(base, { url: `https://${host}/hook`, ...more }));
    const { id } = await make("crm.example.com", { events: ["order.*", "signer.signed"] });
    await done(client.request("PATCH", `${base}/${id}`, { status: "paused", description: "CRM" }));
    await done(client.post(`${base}/${id}/rotate-secret`));
    await done(client.post("/v1/callback-secret/rotate"));
    await done(client.post(`${base}/${id}/test`));
    await done(client.post(`${base}/${id}/test`, { type: "order.completed" }));
    await done(client.request("DELETE", `${base}/${id}`));
    await make("gone.example.com");
    await make("silent.example.com");
    const dispatcher = new Dispatcher(service.platform);
    for (let half = 0; half < 12; half++) {
      await done(client.post("/v1/api-keys", { name: `Key ${half}` }));
      await dispatcher.settle();
      service.clock.advance(43_200);
      await dispatcher.settle();
    }
  });
}
