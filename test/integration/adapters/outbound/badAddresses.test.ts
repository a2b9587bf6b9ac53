import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { remoteDocuments } from "../../../../api/adapters/remoteDocuments/fetch.js";
import { badAddresses } from "./badAddresses.js";
import {
  answerOf,
  closeAfterEach,
  delivery,
  guarded,
  resolvingTo,
  type Stranger,
  startStranger,
} from "./strangers.js";

closeAfterEach();

/** Sockets that this process began to open as a client. */
let sockets = 0;
const count = () => {
  sockets += 1;
};
beforeAll(() => subscribe("net.client.socket", count));
afterAll(() => void unsubscribe("net.client.socket", count));

let inside: Stranger;
beforeEach(async () => {
  inside = await startStranger((socket) => socket.write(answerOf("inside")), "0.0.0.0");
});

const unasked = () => Promise.reject(new Error("A name was looked up."));

test("a server inside is reached where the operator opened its range: the table below is not refused by chance", async () => {
  sockets = 0;
  const http = guarded({ allowedRanges: ["127.0.0.0/8"], resolve: resolvingTo("127.0.0.1") });
  for (const host of ["127.0.0.1", "2130706433", "１２７.０.０.１", "loopback.example"]) {
    const { body } = await http.send(delivery(`http://${host}:${inside.port}/`));
    expect(Buffer.from(body).toString()).toBe("inside");
  }
  expect(inside.connections.length).toBeGreaterThan(0);
  expect(sockets).toBe(inside.connections.length);
});

test("the table has more than forty bad addresses, none of them twice", () => {
  expect(badAddresses.length).toBeGreaterThan(40);
  expect(new Set(badAddresses.map(({ url }) => url)).size).toBe(badAddresses.length);
});

describe.each(badAddresses)("$url ($why)", ({ url, resolvesTo, code = "address_forbidden" }) => {
  const resolve = resolvesTo ? resolvingTo(...resolvesTo) : unasked;
  const bad = (scheme = "http") => url.replace("PORT", String(inside.port)).replace("http:", `${scheme}:`);

  test("is refused by the client, the check at registration and the fetching of documents, and nothing is dialled", async () => {
    sockets = 0;
    const http = guarded({ allowedRanges: [], resolve });
    const documents = remoteDocuments(http, { allowHttp: true });
    const ends = await Promise.allSettled([
      http.send(delivery(bad())),
      http.send(delivery(bad("https"))),
      http.check(bad(), { allowHttp: true }),
      http.check(bad("https"), { allowHttp: false }),
      documents.fetch(bad(), 1_000),
    ]);
    for (const end of ends) expect(end).toMatchObject({ status: "rejected", reason: { code } });
    expect(inside.connections).toHaveLength(0);
    // A socket that waits for a name has dialled nothing yet, and the server inside has seen nobody.
    if (resolvesTo === undefined) expect(sockets).toBe(0);
  });
});
