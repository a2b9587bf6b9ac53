import { once } from "node:events";
import type { Server } from "node:https";
import type { AddressInfo } from "node:net";
import { systemClock } from "../../api/adapters/clock/system.js";
import type { AuthorityNeeds } from "../../api/ca/authority.js";
import { OwnServerIdentity } from "../../api/ca/serverAuthority.js";
import { MutualTlsIdentity } from "../../api/http/mutualTls/mutualTlsIdentity.js";
import { mutualTlsServer } from "../../api/http/mutualTls/mutualTlsServer.js";
import type { Log } from "../../api/ports/log.js";
import type { Certificate } from "../../engine/x509/parseCertificate.js";

/** A TLS port as the service has one, on loopback. Clients go by the machine's clock, and so does its certificate. */
export interface TlsPort {
  readonly server: Server;
  readonly url: string;
  /** The root of its certificate, DER. */
  readonly root: Uint8Array;
  close(): void;
}

export async function openTlsPort(
  base: AuthorityNeeds & { readonly log: Log },
  authorities: readonly Certificate[],
): Promise<TlsPort> {
  const server = mutualTlsServer();
  const source = await OwnServerIdentity.load({ ...base, clock: systemClock }, [
    "localhost",
    "127.0.0.1",
    "::1",
  ]);
  const identity = new MutualTlsIdentity(server, source, authorities, base.log);
  await identity.start();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    server,
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    root: source.root.der,
    close: () => {
      identity.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}
