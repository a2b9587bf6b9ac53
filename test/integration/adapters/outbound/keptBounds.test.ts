import { Connection } from "../../../../api/adapters/outbound/connection.js";
import { KeptConnections } from "../../../../api/adapters/outbound/keptConnections.js";
import { TlsSessions } from "../../../../api/adapters/outbound/tlsSessions.js";

const options = { permits: () => false, resolve: async () => [], sessions: new TlsSessions() };
const connectionTo = (host: string) => new Connection(`http://${host}`, options, () => undefined);
const open = (connections: readonly Connection[]) => connections.map(({ destroyed }) => !destroyed);

test("of the connections that wait, the oldest is ended when there are more to an origin, or in all, than may be", () => {
  const kept = new KeptConnections({ perOrigin: 2, inAll: 3, ageMs: 60_000 });
  const [a1, a2, a3, b1, c1] = ["a", "a", "a", "b", "c"].map(connectionTo) as [
    Connection,
    Connection,
    Connection,
    Connection,
    Connection,
  ];
  for (const connection of [a1, a2, a3]) kept.keep(connection);
  expect(open([a1, a2, a3])).toEqual([false, true, true]);
  for (const connection of [b1, c1]) kept.keep(connection);
  expect(open([a2, a3, b1, c1])).toEqual([false, true, true, true]);
  expect([kept.take("http://a"), kept.take("http://a")]).toEqual([a3, undefined]);
});

test("a connection that has grown old is ended instead of kept, so that a name's new address comes into use", () => {
  const kept = new KeptConnections({ perOrigin: 2, inAll: 3, ageMs: -1 });
  const connection = connectionTo("a");
  kept.keep(connection);
  expect([connection.destroyed, kept.take("http://a")]).toEqual([true, undefined]);
});
