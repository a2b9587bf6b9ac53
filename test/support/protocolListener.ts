import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a client and PostgreSQL, and listens. */
export interface ProtocolListener {
  readonly url: string;
  /** How often a client has waited for an answer: simple queries, and Syncs (PostgreSQL manual 54.7). */
  roundTrips(): number;
  close(): Promise<void>;
}

/** @param url a postgres:// URL without TLS */
export async function protocolListener(url: string): Promise<ProtocolListener> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let trips = 0;
  const server = createServer((client) => {
    const postgres = connect(Number(target.port), target.hostname);
    for (const socket of [client, postgres]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
    const count = messageCounter((type) => {
      if (type === "Q" || type === "S") trips += 1;
    });
    client.on("data", count).pipe(postgres);
    postgres.pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const heard = new URL(url);
  heard.port = String((server.address() as AddressInfo).port);
  return {
    url: heard.href,
    roundTrips: () => trips,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Calls back with the type of each message of a client; the first, which begins the session, has none. */
function messageCounter(tell: (type: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let begun = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      if (begun) tell(rest.toString("latin1", 0, 1));
      begun = true;
      rest = rest.subarray(length);
    }
  };
}
