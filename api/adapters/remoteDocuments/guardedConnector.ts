import { type LookupAddress, promises } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { RemoteDocumentError } from "../../ports/remoteDocuments.js";
import type { AddressPolicy } from "./addressPolicy.js";

/** Resolves a host's name to all its addresses. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export interface ConnectorOptions {
  readonly resolve?: Resolve | undefined;
  /** Certificates (PEM) to trust instead of the well-known ones. */
  readonly trustAnchors?: string | undefined;
  readonly timeoutMs: number;
}

/**
 * Opens connections to permitted addresses only.
 *
 * A name is resolved once for a connection, and the very addresses that were judged are the ones dialled; so a name
 * server that answers differently the next time (DNS rebinding) gains nothing. A name with one forbidden address is
 * refused whole. The address the socket has in the end is judged too, whatever led there.
 */
export function guardedConnector(
  permits: AddressPolicy,
  options: ConnectorOptions,
): buildConnector.connector {
  const {
    timeoutMs,
    trustAnchors,
    resolve = (hostname) => promises.lookup(hostname, { all: true }),
  } = options;

  const lookup: LookupFunction = (hostname, { all }, done) => {
    const judge = (addresses: LookupAddress[]) => {
      const [first] = addresses;
      if (first === undefined) throw new Error("the name has no address");
      if (!addresses.every(({ address }) => permits(address))) throw addressForbidden();
      return { first, addresses };
    };
    resolve(hostname)
      .then(judge)
      .then(
        ({ first, addresses }) => (all ? done(null, addresses) : done(null, first.address, first.family)),
        (error: Error) => done(error, []),
      );
  };

  const connect = buildConnector({
    lookup,
    timeout: timeoutMs,
    allowH2: false,
    ...(trustAnchors === undefined ? {} : { ca: trustAnchors }),
  });

  return (target, done) => {
    // An address in the place of a name is not looked up.
    if (isIP(target.hostname) !== 0 && !permits(target.hostname)) return done(addressForbidden(), null);
    connect(target, (...[error, socket]) => {
      if (error !== null) return done(error, null);
      if (permits(socket.remoteAddress ?? "")) return done(null, socket);
      socket.destroy();
      done(addressForbidden(), null);
    });
  };
}

function addressForbidden(): RemoteDocumentError {
  return new RemoteDocumentError(
    "address_forbidden",
    "The URL leads to an address that may not be fetched from.",
  );
}
