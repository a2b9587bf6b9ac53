import { remoteDocuments } from "../../../../api/adapters/remoteDocuments/fetch.js";
import { answerOf, closeAfterEach, delivery, guarded, resolvingTo, startStranger } from "./strangers.js";

closeAfterEach();

/** Two servers on one port: ours at the address that is opened, and one at an address that is not. */
async function neighbours(...headers: string[]) {
  const outside = await startStranger((socket) => socket.write(answerOf("outside", ...headers)));
  const inside = await startStranger((socket) => socket.write(answerOf("inside")), "127.0.0.2", outside.port);
  return { outside, inside, url: `http://rebinding.example:${outside.port}/` };
}

describe("a name that leads elsewhere the next time it is asked", () => {
  test("gains nothing: it is asked once for a connection, and again, and judged again, for the next", async () => {
    const { outside, inside, url } = await neighbours("connection: close");
    let asked = 0;
    const resolve = () => resolvingTo(asked++ === 0 ? "127.0.0.1" : "127.0.0.2")();
    const http = guarded({ resolve });
    expect((await http.send(delivery(url))).status).toBe(200);
    expect(asked).toBe(1);
    await expect(http.send(delivery(url))).rejects.toMatchObject({ code: "address_forbidden" });
    expect([asked, outside.connections.length, inside.connections.length]).toEqual([2, 1, 0]);
  });

  test("is let pass when it is registered, and refused when it is delivered to", async () => {
    const { outside, inside, url } = await neighbours();
    const answers = [["127.0.0.1"], ["127.0.0.2"], ["127.0.0.1", "127.0.0.2"], ["127.0.0.1"]];
    const http = guarded({ resolve: () => resolvingTo(...answers.shift()!)() });
    await http.check(url, { allowHttp: true });
    await expect(http.send(delivery(url))).rejects.toMatchObject({ code: "address_forbidden" });
    await expect(remoteDocuments(http, { allowHttp: true }).fetch(url, 1_000)).rejects.toMatchObject({
      code: "address_forbidden",
    });
    expect([outside.connections.length, inside.connections.length]).toEqual([0, 0]);
    // It may come back.
    expect((await http.send(delivery(url))).status).toBe(200);
  });

  test("keeps the connection that was judged, and no other name gets it", async () => {
    const { outside, inside, url } = await neighbours();
    const http = guarded({
      resolve: (name) => resolvingTo(name === "rebinding.example" ? "127.0.0.1" : "127.0.0.2")(),
    });
    for (let round = 0; round < 3; round++) await http.send(delivery(url));
    const elsewhere = url.replace("rebinding", "elsewhere");
    await expect(http.send(delivery(elsewhere))).rejects.toMatchObject({ code: "address_forbidden" });
    expect([outside.connections.length, inside.connections.length]).toEqual([1, 0]);
  });
});

test("a connection that ends inside is given up before a byte is sent, when a permitted address led there", async () => {
  const inside = await startStranger((socket) => socket.write(answerOf("inside")), "0.0.0.0");
  // A connection to 0.0.0.0 ends at loopback, which is not opened here.
  const http = guarded({ allowedRanges: ["0.0.0.0"] });
  for (const scheme of ["http", "https"]) {
    const attempt = http.send(delivery(`${scheme}://0.0.0.0:${inside.port}/`));
    await expect(attempt).rejects.toMatchObject({ code: "address_forbidden" });
  }
  expect(inside.received()).toBe("");
});

test("a redirection inside is an answer, and nothing follows it", async () => {
  const inside = await startStranger((socket) => socket.write(answerOf("inside")), "127.0.0.2");
  const location = `http://127.0.0.2:${inside.port}/`;
  for (const status of [301, 302, 303, 307, 308]) {
    const head = `HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;
    const outside = await startStranger((socket) => socket.write(head));
    // Opened or not: no redirection is followed.
    const http = guarded({ allowedRanges: ["127.0.0.0/8"] });
    expect(await http.send(delivery(`http://127.0.0.1:${outside.port}/`))).toMatchObject({
      status,
      headers: { location },
    });
    expect([outside.connections.length, inside.connections.length]).toEqual([1, 0]);
  }
});
