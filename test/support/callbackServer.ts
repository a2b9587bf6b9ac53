import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Told {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is told, by HTTP on loopback: keeps what arrives, in its order, and answers as the test says. */
export class CallbackServer {
  /** What has arrived and was not taken yet. */
  readonly told: Told[] = [];
  /** Status of the answers from now on. */
  status = 200;
  readonly #server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { url = "", headers } = request;
    this.told.push({ url, headers, body: Buffer.concat(parts).toString("utf8") });
    response.writeHead(this.status).end();
  });

  private constructor() {}

  static async start(): Promise<CallbackServer> {
    const server = new CallbackServer();
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  /** @param host a name of loopback's */
  url(path: string, host = "127.0.0.1"): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** What has arrived since it was last asked. */
  take(): Told[] {
    return this.told.splice(0);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
