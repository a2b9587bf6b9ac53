import type { LookupAddress } from "node:dns";
import { isIP, type LookupFunction, connect as netConnect, type Socket } from "node:net";
import { TLSSocket, connect as tlsConnect } from "node:tls";
import type { AddressPolicy } from "./addressPolicy.js";
import { nameNotFound, type Resolve } from "./resolveName.js";
import type { TlsSessions } from "./tlsSessions.js";

/** An address was refused, before anything was sent to it. */
export class AddressForbidden extends Error {
  override readonly name = "AddressForbidden";
}

export interface SocketOptions {
  readonly permits: AddressPolicy;
  readonly resolve: Resolve;
  readonly sessions: TlsSessions;
  /** Certificates (PEM) to trust instead of the well-known ones. */
  readonly trustAnchors?: string | undefined;
}

/** Where to: a host's name or address (IPv6 without brackets), and its port. */
interface Target {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
}

/** How far the opening of a connection has come, and the milliseconds that each part took. */
export interface Opening {
  phase: "dns" | "connect" | "tls" | "open";
  dns?: number;
  connect?: number;
  tls?: number;
}

/**
 * Opens a connection to permitted addresses only.
 *
 * A name is resolved once for a connection, and the very addresses that were judged are the ones dialled; so a name
 * server that answers differently the next time (DNS rebinding) gains nothing. A name with one forbidden address is
 * refused whole. The address the socket has in the end is judged too, whatever led there, before a byte is sent to it.
 * @param opening told how far it came
 * @param ready called once, when the connection can be used
 * @returns the socket, whose errors and closing are the caller's to listen to
 * @throws AddressForbidden where an address in the place of a name is refused
 */
export function guardedSocket(
  target: Target,
  options: SocketOptions,
  opening: Opening,
  ready: () => void,
): Socket {
  const { permits, resolve, sessions, trustAnchors } = options;
  const { secure, hostname, port } = target;
  const literal = isIP(hostname) !== 0;
  if (literal && !permits(hostname)) throw new AddressForbidden();
  const given = new AbortController();
  const judge = (addresses: readonly LookupAddress[]) => {
    const [first] = addresses;
    if (first === undefined) throw nameNotFound();
    if (!addresses.every(({ address }) => permits(address))) throw new AddressForbidden();
    pass("dns", "connect");
    return { first, addresses: [...addresses] };
  };
  const lookup: LookupFunction = (name, { all }, done) => {
    resolve(name, given.signal)
      .then(judge)
      .then(
        ({ first, addresses }) => (all ? done(null, addresses) : done(null, first.address, first.family)),
        (error: Error) => done(error, []),
      );
  };
  let since = performance.now();
  const pass = (ended: "dns" | "connect" | "tls", next: Opening["phase"]) => {
    const now = performance.now();
    opening[ended] = now - since;
    opening.phase = next;
    since = now;
  };
  opening.phase = literal ? "connect" : "dns";

  const common = { host: hostname, port, lookup };
  const socket = secure
    ? tlsConnect({
        ...common,
        // RFC 6066 3: no address is a server name.
        servername: literal ? "" : hostname.replace(/\.$/, ""),
        ALPNProtocols: ["http/1.1"],
        session: sessions.of(hostname, port),
        // Said here, so that no variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED, NODE_OPTIONS) says otherwise.
        rejectUnauthorized: true,
        minVersion: "TLSv1.2",
        ...(trustAnchors === undefined ? {} : { ca: trustAnchors }),
      })
    : netConnect(common);
  socket.setNoDelay(true);
  socket.once("close", () => given.abort());
  // Before the listener of TLS, which begins to send.
  socket.prependOnceListener("connect", () => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) socket.destroy(connectionReset());
    else if (!permits(remoteAddress)) socket.destroy(new AddressForbidden());
    else {
      pass("connect", secure ? "tls" : "open");
      if (!secure) ready();
    }
  });
  if (socket instanceof TLSSocket) {
    socket.once("secureConnect", () => {
      pass("tls", "open");
      ready();
    });
    sessions.learn(hostname, port, socket);
  }
  return socket;
}

/** As the system's own, of a connection that has no other end any more. */
function connectionReset(): Error {
  return Object.assign(new Error("The connection is gone."), { code: "ECONNRESET" });
}
