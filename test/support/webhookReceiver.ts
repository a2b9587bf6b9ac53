import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came to a receiver. */
export interface ReceivedWebhook {
  readonly id: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answering = (response: ServerResponse, webhook: ReceivedWebhook) => void;

/** A server of somebody who listens: keeps what comes, and answers as the test says. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  answer: Answering = (response) => response.writeHead(204).end();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly origin: string,
  ) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { headers, url = "/" } = request;
      const webhook = {
        id: String(headers["webhook-id"]),
        path: url,
        headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      receiver.received.push(webhook);
      receiver.answer(response, webhook);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const receiver = new WebhookReceiver(server, `http://127.0.0.1:${port}`);
    return receiver;
  }

  /** How often each notification came on a path. */
  counts(path: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { id } of this.received.filter((webhook) => webhook.path === path)) {
      counts[id] = (counts[id] ?? 0) + 1;
    }
    return counts;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}
