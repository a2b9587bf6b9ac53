import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** Somebody who keeps documents, on loopback: answers at each path as the test says, and remembers who asked. */
export class DocumentServer {
  /** Paths that were asked for, without their queries, oldest first. */
  readonly asked: string[] = [];
  /** How many requests are under way, and the most that ever were. */
  underWay = 0;
  mostUnderWay = 0;
  readonly #answers = new Map<string, Answer>();
  readonly #server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?")[0]!;
    this.asked.push(path);
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    response.on("close", () => {
      this.underWay -= 1;
    });
    await (this.#answers.get(path) ?? ((nothing) => nothing.writeHead(404).end()))(response, request);
  });

  private constructor() {
    // A client may ask once more by itself where a connection that it has kept is gone.
    this.#server.maxRequestsPerSocket = 1;
  }

  static async start(): Promise<DocumentServer> {
    const server = new DocumentServer();
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  /** @param query what may be a secret */
  url(path: string, query = ""): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}${query}`;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How a path answers from now on. */
  at(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  /** A path has a document. */
  has(path: string, bytes: Uint8Array, contentType = "application/pdf"): void {
    this.at(path, (response) => response.writeHead(200, { "Content-Type": contentType }).end(bytes));
  }

  /** How often a path was asked for. */
  timesAsked(path: string): number {
    return this.asked.filter((one) => one === path).length;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}
