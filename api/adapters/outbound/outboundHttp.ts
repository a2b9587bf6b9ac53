import { OutboundError, type OutboundHttp } from "../../ports/outboundHttp.js";
import { addressPolicy } from "./addressPolicy.js";
import { checkAddress } from "./checkAddress.js";
import { Connection } from "./connection.js";
import { type Connections, Exchange } from "./exchange.js";
import { KeptConnections } from "./keptConnections.js";
import { parseOutboundUrl, parseRegisteredUrl } from "./outboundUrl.js";
import { nameResolver, type Resolve } from "./resolveName.js";
import { TlsSessions } from "./tlsSessions.js";

export interface OutboundHttpOptions {
  /** Ranges of addresses to open beside the global ones; see `addressPolicy`. */
  readonly allowedRanges: readonly string[];
  /** Ranges to close though they are global or allowed; none when absent. */
  readonly forbiddenRanges?: readonly string[];
  /** Certificates (PEM) to trust instead of the well-known ones. */
  readonly trustAnchors?: string;
  /** How names are resolved; see `nameResolver` for how they are when absent. */
  readonly resolve?: Resolve;
}

/** A client that keeps connections, to be closed when it is no longer used. */
export interface ClosableOutboundHttp extends OutboundHttp {
  /** Ends every connection; what is under way fails. */
  close(): Promise<void>;
}

/** One origin may be that of many tenants' endpoints, each of which is told several things at a time. */
const keptBounds = { perOrigin: 100, inAll: 500, ageMs: 300_000 };

/**
 * The client for addresses that strangers chose (server-side request forgery is the threat): it connects to permitted
 * addresses only, follows no redirection, knows no proxy, unpacks nothing, and bounds an answer in time and size. Whatever a
 * server does keeps its own connection busy and nothing else: there is no queue.
 * @throws Error when a range is none
 */
export function outboundHttp(options: OutboundHttpOptions): ClosableOutboundHttp {
  const { allowedRanges, forbiddenRanges, trustAnchors, resolve = nameResolver() } = options;
  const permits = addressPolicy(allowedRanges, forbiddenRanges);
  const socketOptions = { permits, resolve, sessions: new TlsSessions(), trustAnchors };
  const kept = new KeptConnections(keptBounds);
  const living = new Set<Connection>();
  let closed = false;

  const forget = (connection: Connection) => {
    kept.forget(connection);
    living.delete(connection);
  };
  const connections: Connections = {
    open(origin) {
      const connection = new Connection(origin, socketOptions, forget);
      living.add(connection);
      return connection;
    },
    take: (origin) => kept.take(origin) ?? connections.open(origin),
    keep: (connection) => kept.keep(connection),
    drop(connection) {
      forget(connection);
      return connection.destroy();
    },
  };

  return {
    async send(request) {
      const url = parseOutboundUrl(request.url, request.allowHttp);
      if (closed) throw new OutboundError("connection_failed", "The service is ending.", { total: 0 });
      return new Exchange(request, url, connections).run();
    },
    async check(url, { allowHttp }) {
      await checkAddress(parseRegisteredUrl(url, allowHttp), permits, resolve);
    },
    async close() {
      closed = true;
      await Promise.all(Array.from(living, connections.drop));
    },
  };
}
