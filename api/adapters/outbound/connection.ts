import type { Socket } from "node:net";
import { Client, type Dispatcher } from "undici";
import { guardedSocket, type Opening, type SocketOptions } from "./guardedSocket.js";

/** Of an answer's header in bytes, names and values together. */
const mostHeaderBytes = 16_384;
/** How long a connection waits for another request where its server says nothing, and at most where it does. */
const idleMs = 4_000;
const mostIdleMs = 10_000;

/** More bytes came than the answer that is waited for can have. */
export class AnswerTooLong extends Error {
  readonly code = "ANSWER_TOO_LONG";
}

/** One connection to one origin, for one request at a time; opened by the first of them, through the guard. */
export class Connection {
  readonly #client: Client;
  #socket: Socket | null = null;
  #opening: Opening | null = null;
  #mostRead = 0;
  #destroyed = false;
  /** From `performance.now()`. */
  readonly made = performance.now();

  /**
   * @param origin scheme, host and port
   * @param ended called when an open connection has come to its end, whoever ended it
   */
  constructor(
    readonly origin: string,
    options: SocketOptions,
    ended: (connection: Connection) => void,
  ) {
    this.#client = new Client(origin, {
      connect: ({ protocol, hostname, port }, done) => {
        // One whose end was noticed late: the client would open another for the request that it was given.
        if (this.#socket !== null) return done(new Error("The connection is closed."), null);
        let told = false;
        const tell: typeof done = (...result) => {
          if (!told) done(...result);
          told = true;
        };
        const secure = protocol === "https:";
        const target = { secure, hostname, port: Number(port) || (secure ? 443 : 80) };
        this.#opening = { phase: "dns" };
        try {
          const socket = guardedSocket(target, options, this.#opening, () => tell(null, socket));
          socket.on("error", (error) => tell(error, null));
          socket.on("close", () => tell(new Error("The connection was given up."), null));
          socket.on("readable", () => {
            if (socket.bytesRead > this.#mostRead) socket.destroy(new AnswerTooLong());
          });
          this.#socket = socket;
        } catch (error) {
          tell(error as Error, null);
        }
      },
      allowH2: false,
      pipelining: 1,
      maxHeaderSize: mostHeaderBytes,
      // One timer runs over the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleMs,
      keepAliveMaxTimeout: mostIdleMs,
    });
    this.#client.on("disconnect", () => ended(this));
  }

  /**
   * @param request with its path; its handler is told of all that happens
   * @param mostBytes that the answer may have on the wire, so that what is neither header nor body is bounded too: a
   * status line without end, hundreds of interim answers, what stands beside the length of a chunk
   */
  dispatch(
    request: Omit<Dispatcher.DispatchOptions, "origin">,
    handler: Dispatcher.DispatchHandler,
    mostBytes: number,
  ): void {
    this.#opening = null;
    this.#mostRead = (this.#socket?.bytesRead ?? 0) + mostBytes;
    this.#client.dispatch(request, handler);
  }

  /** The opening that the present request caused; null as long as the connection of an earlier one serves it. */
  get opening(): Opening | null {
    return this.#opening;
  }

  /** Whether this side ended it. */
  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** Ends it at once, whatever is under way. */
  async destroy(): Promise<void> {
    this.#destroyed = true;
    // The client does not know the socket before it is open.
    this.#socket?.destroy();
    await this.#client.destroy();
  }
}
