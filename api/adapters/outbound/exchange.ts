import { type Dispatcher, errors } from "undici";
import {
  OutboundError,
  type OutboundErrorCode,
  type OutboundRequest,
  type OutboundResponse,
  type OutboundTiming,
} from "../../ports/outboundHttp.js";
import type { Connection } from "./connection.js";
import { CutBody } from "./cutBody.js";
import { outboundFailure } from "./outboundFailure.js";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A header and interim answers, and what the socket reads ahead of what is looked at. */
const aroundBody = 262_144;
/**
 * Chunks of six bytes take eleven on the wire (RFC 9112 7.1); a large body in smaller ones serves nothing but to keep
 * the processor busy.
 */
const perBodyByte = 2;

/** Where the connections of an exchange come from and go to. */
export interface Connections {
  /** A new one. */
  open(origin: string): Connection;
  /** One that waits, or a new one. */
  take(origin: string): Connection;
  /** Keeps one whose answer was read to its end. */
  keep(connection: Connection): void;
  /** Ends one that is of no further use. */
  drop(connection: Connection): Promise<void>;
}

/** One request and its answer, under one limit of time. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #started = performance.now();
  readonly #request: OutboundRequest;
  readonly #url: URL;
  readonly #connections: Connections;
  readonly #answer = Promise.withResolvers<OutboundResponse>();
  readonly #timer: NodeJS.Timeout;
  readonly #body: CutBody;
  #connection: Connection | null = null;
  #repeated = false;
  #ended = false;

  #sent: number | null = null;
  #answered: number | null = null;
  #status = 0;
  #headers: Headers = {};

  constructor(request: OutboundRequest, url: URL, connections: Connections) {
    this.#request = request;
    this.#url = url;
    this.#connections = connections;
    this.#body = new CutBody(request.mostBodyBytes);
    const late = `There was no complete answer after ${request.timeoutMs} ms.`;
    this.#timer = setTimeout(() => this.#fail(this.#failure("timeout", late)), request.timeoutMs);
  }

  /** @throws OutboundError; an error of undici's where the request's headers are none */
  run(): Promise<OutboundResponse> {
    this.#begin(this.#connections.take(this.#url.origin));
    return this.#answer.promise;
  }

  #begin(connection: Connection): void {
    const { method, headers, body, mostBodyBytes } = this.#request;
    this.#connection = connection;
    this.#sent = null;
    this.#answered = null;
    connection.dispatch(
      {
        method,
        path: this.#url.pathname + this.#url.search,
        headers: { ...headers, "accept-encoding": "identity" },
        body: body ?? null,
      },
      this,
      aroundBody + perBodyByte * mostBodyBytes,
    );
  }

  onRequestStart(): void {
    this.#sent = performance.now();
  }

  onResponseStarted(): void {
    this.#answered ??= performance.now();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    this.#status = status;
    this.#headers = headers;
    const { wholeBody = false, mostBodyBytes } = this.#request;
    // Interim answers come here too, and have no body.
    if (wholeBody && status >= 200 && Number(headers["content-length"]) > mostBodyBytes) this.#succeed(true);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#ended && !this.#body.add(chunk)) this.#succeed(true);
  }

  onResponseEnd(): void {
    this.#succeed(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    if (this.#ended) return;
    const connection = this.#connection!;
    if (this.#wasClosedMeanwhile(error)) {
      this.#repeated = true;
      void this.#connections.drop(connection);
      this.#begin(this.#connections.open(this.#url.origin));
    } else {
      this.#fail(this.#reason(error, connection));
    }
  }

  #reason(error: Error, connection: Connection): Error {
    if (isCallersMistake(error)) return error;
    if (connection.destroyed) return this.#failure("connection_failed", "The service is ending.");
    return outboundFailure(error, connection.opening?.phase ?? "open", this.#timing());
  }

  /**
   * A server may close a connection that waits while a request is on its way to it, which then is lost as a rule. The
   * request is sent again, once, on a connection of its own. Where the server had taken it all the same, it gets it
   * twice: our deliveries carry an id for that, and what else we ask is read only (GET).
   */
  #wasClosedMeanwhile(error: Error): boolean {
    const { opening, destroyed } = this.#connection!;
    if (this.#repeated || destroyed || isCallersMistake(error)) return false;
    return opening === null && this.#answered === null;
  }

  #succeed(truncated: boolean): void {
    if (!this.#end(!truncated)) return;
    this.#answer.resolve({
      status: this.#status,
      headers: joined(this.#headers),
      body: this.#body.bytes(),
      truncated,
      timing: this.#timing(),
    });
  }

  #fail(error: Error): void {
    if (this.#end(false)) this.#answer.reject(error);
  }

  /** @returns false when it had ended before */
  #end(reusable: boolean): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    clearTimeout(this.#timer);
    const connection = this.#connection!;
    if (reusable) this.#connections.keep(connection);
    else void this.#connections.drop(connection);
    return true;
  }

  #failure(code: OutboundErrorCode, sentence: string): OutboundError {
    return new OutboundError(code, sentence, this.#timing());
  }

  #timing(): OutboundTiming {
    const now = performance.now();
    const { dns, connect, tls } = this.#connection?.opening ?? {};
    return {
      ...(dns !== undefined && { dns: rounded(dns) }),
      ...(connect !== undefined && { connect: rounded(connect) }),
      ...(tls !== undefined && { tls: rounded(tls) }),
      ...(this.#answered !== null && { first_byte: rounded(this.#answered - this.#sent!) }),
      total: rounded(now - this.#started),
    };
  }
}

/** In the request's headers: it was sent to nobody. */
function isCallersMistake(error: Error): boolean {
  return error instanceof errors.InvalidArgumentError || error instanceof errors.NotSupportedError;
}

/** To tenths of a millisecond. */
function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function joined(headers: Headers): Record<string, string> {
  const all: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all.push([name, Array.isArray(value) ? value.join(", ") : value]);
  }
  return Object.fromEntries(all);
}
