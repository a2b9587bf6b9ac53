import { X509Certificate } from "node:crypto";
import { createSecureContext, type SecureContextOptions, type Server } from "node:tls";
import type { Certificate } from "../../../engine/x509/parseCertificate.js";
import type { Log } from "../../ports/log.js";
import type { ServerIdentity, ServerIdentitySource } from "../../ports/serverIdentity.js";

/** How often it is looked whether the identity was renewed. */
const lookedAtMs = 10_000;

/** Gives a server its identity, and the renewed one when there is another. */
export class MutualTlsIdentity {
  readonly #authorities: string[];
  #shown: ServerIdentity | null = null;
  #problem: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param authorities those who issue client certificates: their names go out with the server's question, so that
   *   clients with several certificates know which one is meant (RFC 8446 4.2.4)
   */
  constructor(
    private readonly server: Pick<Server, "setSecureContext">,
    private readonly source: ServerIdentitySource,
    authorities: readonly Pick<Certificate, "der">[],
    private readonly log: Log,
  ) {
    this.#authorities = authorities.map(({ der }) => new X509Certificate(der).toString());
  }

  /** @throws Error where there is no identity to begin with, or it cannot be used */
  async start(): Promise<void> {
    this.show(await this.source.current());
    this.#timer = setInterval(() => void this.renew(), lookedAtMs).unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Looks whether there is a renewed one. One that cannot be had or used is logged, once, and the one of before kept. */
  async renew(): Promise<void> {
    try {
      this.show(await this.source.current());
      this.#problem = null;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.#problem) {
        this.log.error({ error }, "the TLS port's certificate was not renewed; the one of before is kept");
      }
      this.#problem = problem;
    }
  }

  /** @throws Error where key and certificate do not go together or cannot be read */
  private show(identity: ServerIdentity): void {
    const { certificates, privateKey } = identity;
    if (certificates === this.#shown?.certificates && privateKey === this.#shown.privateKey) return;
    const options: SecureContextOptions = {
      cert: certificates,
      key: privateKey,
      ca: this.#authorities,
      minVersion: "TLSv1.2",
    };
    // Tried out first: a server that was given a bad one would have none.
    try {
      createSecureContext(options);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The TLS port's certificate and key cannot be used together: ${why}.`, { cause });
    }
    this.server.setSecureContext(options);
    this.#shown = identity;
  }
}
