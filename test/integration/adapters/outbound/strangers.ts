import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import {
  type ClosableOutboundHttp,
  type OutboundHttpOptions,
  outboundHttp,
} from "../../../../api/adapters/outbound/outboundHttp.js";
import type { OutboundRequest } from "../../../../api/ports/outboundHttp.js";

const closing: (() => unknown)[] = [];

/** What a test opened is closed after it, last first. Call it once in each file. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
}

export function later(close: () => unknown): void {
  closing.push(close);
}

/** A server that answers with bytes, as no HTTP library would. */
export interface Stranger {
  readonly port: number;
  /** Every connection that was made to it. */
  readonly connections: readonly Socket[];
  /** What came over all of them, as text. */
  readonly received: () => string;
}

/**
 * @param talk called with each connection and each piece of what comes over it: the first is the request's head, as
 *   long as the request is small
 */
export async function startStranger(
  talk: (socket: Socket, text: string, connection: number) => unknown,
  host = "127.0.0.1",
  port = 0,
): Promise<Stranger> {
  const connections: Socket[] = [];
  let received = "";
  const server = createServer((socket) => {
    const number = connections.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      talk(socket, chunk.toString("latin1"), number);
    });
  }).listen(port, host);
  await once(server, "listening");
  closing.push(() => {
    for (const socket of connections) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections, received: () => received };
}

/** An answer as it goes over the wire. */
export const answerOf = (body: string, ...headers: string[]) =>
  [`HTTP/1.1 200 OK`, `content-length: ${body.length}`, ...headers, "", body].join("\r\n");

/** The client, with the loopback address of our servers opened and its neighbours closed. */
export function guarded(options: Partial<OutboundHttpOptions> = {}): ClosableOutboundHttp {
  const http = outboundHttp({ allowedRanges: ["127.0.0.1"], ...options });
  closing.push(() => http.close());
  return http;
}

/** A delivery to a URL. */
export function delivery(url: string, changes: Partial<OutboundRequest> = {}): OutboundRequest {
  return {
    method: "POST",
    url,
    headers: { "content-type": "application/json", "webhook-id": "ntf_1" },
    body: '{"type":"order.completed"}',
    allowHttp: true,
    timeoutMs: 5_000,
    mostBodyBytes: 1_000,
    ...changes,
  };
}

/** A resolver that gives every name these addresses. */
export const resolvingTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

/** Waits until something is so, which it soon is. */
export async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 5));
}
