import { once } from "node:events";
import type { Socket } from "node:net";
import { inspect } from "node:util";
import { guardedSocket } from "../../../../api/adapters/outbound/guardedSocket.js";
import { TlsSessions } from "../../../../api/adapters/outbound/tlsSessions.js";
import type { OutboundRequest } from "../../../../api/ports/outboundHttp.js";
import { freePort } from "../../../support/freePort.js";
import {
  answerOf,
  closeAfterEach,
  delivery,
  guarded,
  resolvingTo,
  startStranger,
  until,
} from "./strangers.js";

closeAfterEach();

const ok = "HTTP/1.1 200 OK\r\n";
const failing = (code: string) => Promise.reject(Object.assign(new Error("x"), { code }));

/** Writes over and over, as fast as it is taken. */
const endless = (first: string, more: string) => (socket: Socket) => {
  const go = () => {
    while (!socket.destroyed && socket.write(more));
  };
  socket.write(first);
  socket.on("drain", go);
  go();
};
/** Writes a little each few milliseconds. */
const dripping = (first: string, more: string) => (socket: Socket) => {
  socket.write(first);
  const timer = setInterval(() => socket.write(more), 20);
  socket.on("close", () => clearInterval(timer));
};

test.each(["ENOTFOUND", "ENODATA", "ESERVFAIL", "ETIMEOUT"])(
  "a name that name servers answer with %s is name_not_found",
  async (code) => {
    const http = guarded({ resolve: () => failing(code) });
    const error = await http.send(delivery("http://hooks.example/")).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "name_not_found", timing: { total: expect.any(Number) } });
    expect(String(error)).toContain(code);
  },
);

test("a name without addresses is name_not_found", async () => {
  const http = guarded({ resolve: resolvingTo() });
  await expect(http.send(delivery("http://hooks.example/"))).rejects.toMatchObject({
    code: "name_not_found",
  });
});

test("a port where nobody listens is connection_refused, by one address or by two", async () => {
  const url = `http://hooks.example:${await freePort()}/`;
  for (const addresses of [["127.0.0.1"], ["127.0.0.1", "127.0.0.2"]]) {
    const http = guarded({ allowedRanges: ["127.0.0.0/8"], resolve: resolvingTo(...addresses) });
    await expect(http.send(delivery(url))).rejects.toMatchObject({ code: "connection_refused" });
  }
});

test("a connection that is gone before anybody could look where it ended broke; its address is not called forbidden", async () => {
  const server = await startStranger(() => undefined);
  const options = { permits: (address: string) => address !== "", resolve: resolvingTo() };
  const socket = guardedSocket(
    { secure: false, hostname: "127.0.0.1", port: server.port },
    { ...options, sessions: new TlsSessions() },
    { phase: "dns" },
    () => socket.destroy(new Error("ready")),
  );
  Object.defineProperty(socket, "remoteAddress", { value: undefined });
  const [error] = await once(socket, "error");
  expect(error).toMatchObject({ code: "ECONNRESET" });
});

test("of two addresses the one that answers is used", async () => {
  const server = await startStranger((socket) => socket.write(answerOf("ok")));
  const resolve = resolvingTo("127.0.0.2", "127.0.0.1");
  const http = guarded({ allowedRanges: ["127.0.0.0/8"], resolve });
  expect((await http.send(delivery(`http://hooks.example:${server.port}/`))).status).toBe(200);
});

describe("a server that breaks off, or whose lengths contradict each other, is connection_failed:", () => {
  test.each<[string, (socket: Socket) => unknown]>([
    ["closes without an answer", (socket) => socket.end()],
    ["resets without an answer", (socket) => socket.resetAndDestroy()],
    ["closes within the header", (socket) => socket.end(`${ok}content-le`)],
    ["closes within the body", (socket) => socket.end(`${ok}content-length: 9\r\n\r\nabc`)],
    [
      "closes within the body, as it said it would after it",
      (socket) => socket.end(`${ok}connection: close\r\ncontent-length: 9\r\n\r\nabc`),
    ],
    ["closes within a chunk", (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\n9\r\nabc`)],
    ["says two lengths", (socket) => socket.write(`${ok}content-length: 1\r\ncontent-length: 2\r\n\r\nab`)],
    [
      "says a length and sends chunks",
      (socket) => socket.write(`${ok}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`),
    ],
    [
      "resets within a chunk",
      (socket) =>
        socket.write(`${ok}transfer-encoding: chunked\r\n\r\n9\r\nabc`, () => socket.resetAndDestroy()),
    ],
  ])("%s", async (_what, talk) => {
    const server = await startStranger(talk);
    const attempt = guarded().send(delivery(`http://127.0.0.1:${server.port}/`));
    await expect(attempt).rejects.toMatchObject({ code: "connection_failed" });
    // One that was made for the request is not tried again.
    expect(server.connections).toHaveLength(1);
  });
});

describe("an answer that is none is response_invalid, and its connection is dropped:", () => {
  const long = "a".repeat(1_000);
  test.each<[string, (socket: Socket) => unknown]>([
    ["another protocol", (socket) => socket.write("220 mail.example ESMTP\r\n")],
    ["bytes", (socket) => socket.write(Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10]))],
    ["no status", (socket) => socket.write("HTTP/1.1 OK\r\n\r\n")],
    ["a chunk of no length", (socket) => socket.write(`${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`)],
    [
      "an upgrade nobody asked for",
      (socket) => socket.write("HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    ],
    ["100 kB of headers", (socket) => socket.write(`${ok}${`x: ${long}\r\n`.repeat(100)}\r\n`)],
    ["headers without end", endless(ok, `x: ${long}\r\n`)],
    ["one header without end", endless(`${ok}x: `, long)],
    ["a status line without end", endless("HTTP/1.1 200 ", long)],
    ["interim answers without end", endless("", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100))],
    ["chunk extensions without end", endless(`${ok}transfer-encoding: chunked\r\n\r\n1;x=`, long)],
    [
      "trailers without end",
      endless(`${ok}transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n`, `x: ${long}\r\n`),
    ],
  ])("%s", async (_what, talk) => {
    const server = await startStranger(talk);
    const attempt = guarded().send(delivery(`http://127.0.0.1:${server.port}/`));
    await expect(attempt).rejects.toMatchObject({ code: "response_invalid" });
    await until(() => server.connections[0]!.destroyed);
  });
});

describe("the limit of time holds for all of it together, and its connection is dropped:", () => {
  const body = `${ok}content-length: 100000\r\n\r\n`;
  test.each<[string, (socket: Socket) => unknown, Partial<OutboundRequest>]>([
    ["no answer", () => undefined, {}],
    ["a header that drips", dripping(ok, "x: 1\r\n"), {}],
    ["a body that drips", dripping(body, "."), {}],
    ["a body that stops", (socket) => socket.write(`${body}abc`), {}],
    ["interim answers that drip", dripping("", "HTTP/1.1 102 Processing\r\n\r\n"), {}],
    ["a TLS handshake that is not answered", () => undefined, { url: "https://127.0.0.1:PORT/" }],
  ])("%s", async (_what, talk, changes) => {
    const server = await startStranger(talk);
    const url = (changes.url ?? "http://127.0.0.1:PORT/").replace("PORT", String(server.port));
    const error = await guarded()
      .send(delivery(url, { timeoutMs: 300 }))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "timeout" });
    const { total } = (error as { timing: { total: number } }).timing;
    expect(total).toBeGreaterThanOrEqual(295);
    expect(total).toBeLessThan(3_000);
    await until(() => server.connections[0]!.destroyed);
  });

  test("a name that is not answered, whose question is then given up", async () => {
    let givenUp = false;
    const http = guarded({
      resolve: (_name, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            givenUp = true;
            reject(new Error("given up"));
          });
        }),
    });
    const attempt = http.send(delivery("http://hooks.example/", { timeoutMs: 100 }));
    await expect(attempt).rejects.toMatchObject({ code: "timeout" });
    await until(() => givenUp);
  });
});

test("no error repeats the URL, whose path, query and host may each be a secret", async () => {
  const server = await startStranger((socket) => socket.write("nonsense\r\n\r\n"));
  const closed = await freePort();
  const resolve = async (name: string) => {
    if (name.startsWith("none")) throw new Error(`queryA ENOTFOUND ${name}`);
    return resolvingTo(name.startsWith("inside") ? "10.0.0.1" : "127.0.0.1")();
  };
  const http = guarded({ resolve });
  for (const url of [
    `http://secret.example:${server.port}/secret?token=secret`,
    `https://secret.example:${server.port}/secret`,
    `http://secret.example:${closed}/secret`,
    "http://none.secret.example/secret",
    "http://inside.secret.example/secret",
    "http://user:secret@hooks.example/",
    "ftp://secret/",
    "secret",
    `http://hooks.example/${"secret".repeat(400)}`,
  ]) {
    const error: unknown = await http.send(delivery(url)).catch((reason: unknown) => reason);
    const shown = inspect(error, { depth: 20, showHidden: true });
    expect(shown).toContain("OutboundError");
    expect(shown).not.toContain("secret");
    const refusal: unknown = await http.check(url, { allowHttp: true }).catch((reason: unknown) => reason);
    expect(inspect(refusal, { depth: 20, showHidden: true })).not.toContain("secret");
  }
});
