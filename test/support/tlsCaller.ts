import { Agent, type AgentOptions, type RequestOptions, request } from "node:https";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { NewClientCertificateView } from "../../api/clientCertificates/clientCertificateViews.js";
import type { ApiClient } from "./apiClient.js";
import type { TestService } from "./service.js";

/** A client certificate as its tenant got it. */
export interface IssuedCertificate {
  readonly id: string;
  readonly pem: string;
  /** PKCS #12, and what it opens with. */
  readonly pfx: Buffer;
  readonly passphrase: string;
}

/** Has a certificate issued that acts for the client's own key. */
export async function issueTo(client: ApiClient, more: object = {}): Promise<IssuedCertificate> {
  const answer = await client.post<NewClientCertificateView>("/v1/client-certificates", {
    name: "ERP",
    ...more,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const { id, certificate, pkcs12, password } = answer.body;
  return { id, pem: certificate, pfx: Buffer.from(pkcs12, "base64"), passphrase: password };
}

export interface TlsAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
  /** Whether the session was resumed. */
  readonly resumed: boolean;
  /** Whether the connection had served a request before. */
  readonly reused: boolean;
}

/** Speaks HTTPS to a service's TLS port as a program with a client certificate does. */
export class TlsCaller {
  readonly #agent: Agent;
  #session: Buffer | undefined;

  /** @param credentials `pfx` and `passphrase`, or `cert` and `key`, or nothing */
  constructor(
    private readonly service: Pick<TestService, "tlsUrl" | "tlsRoot">,
    credentials: AgentOptions = {},
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1, ca: service.tlsRoot, ...credentials });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<TlsAnswer> {
    return this.send({ path, headers, agent: this.#agent });
  }

  /** On a connection of its own that resumes the session of the one before. */
  resuming(path: string): Promise<TlsAnswer> {
    const { options } = this.#agent;
    const agent = new Agent({ ...options, keepAlive: false, maxCachedSessions: 0 });
    return this.send({ path, agent, ...(this.#session && { session: this.#session }) });
  }

  close(): void {
    this.#agent.destroy();
  }

  private send(options: RequestOptions & { session?: Buffer }): Promise<TlsAnswer> {
    return new Promise((resolve, reject) => {
      const asked = request(this.service.tlsUrl, options, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Record<string, unknown>;
          const { statusCode = 0 } = response;
          const code = typeof body["code"] === "string" ? body["code"] : undefined;
          resolve({ status: statusCode, code, body, resumed, reused: asked.reusedSocket });
        });
      });
      let resumed = false;
      const look = (socket: Socket) => {
        const tls = socket as TLSSocket;
        tls.on("session", (session: Buffer) => {
          this.#session = session;
        });
        tls.once("secureConnect", () => {
          resumed = tls.isSessionReused();
        });
      };
      asked.once("socket", look).once("error", reject).end();
    });
  }
}
