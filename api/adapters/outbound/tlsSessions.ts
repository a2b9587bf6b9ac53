import type { TLSSocket } from "node:tls";

const mostKept = 500;
/** A resumed session does not look at the certificate again: one that expired or is revoked passes for as long. */
const mostAgeMs = 3_600_000;

interface Kept {
  readonly session: Buffer;
  /** When the certificate was looked at, from `performance.now()`. */
  readonly judged: number;
}

/** TLS sessions to be resumed (RFC 8446 2.2), which spares both sides most of a handshake. */
export class TlsSessions {
  readonly #kept = new Map<string, Kept>();

  /** One whose server's certificate was looked at in the last hour. */
  of(hostname: string, port: number, now = performance.now()): Buffer | undefined {
    const kept = this.#kept.get(key(hostname, port));
    return kept && now - kept.judged < mostAgeMs ? kept.session : undefined;
  }

  /**
   * Keeps what the server of a connection hands out. Node tells of a session once the server's certificate has been found
   * right, its name included, which is not looked at again where a session is resumed: what is handed out then is as old
   * as the session that was resumed.
   */
  learn(hostname: string, port: number, socket: TLSSocket): void {
    const name = key(hostname, port);
    const resumed = this.#kept.get(name);
    socket.on("session", (session: Buffer) => {
      const judged = socket.isSessionReused() && resumed ? resumed.judged : performance.now();
      this.#kept.delete(name);
      this.#kept.set(name, { session, judged });
      if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    });
  }
}

function key(hostname: string, port: number): string {
  return `${hostname} ${port}`;
}
