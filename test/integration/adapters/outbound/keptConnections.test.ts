import { answerOf, closeAfterEach, delivery, guarded, startStranger, until } from "./strangers.js";

closeAfterEach();

const urlOf = ({ port }: { port: number }, path = "") => `http://127.0.0.1:${port}/${path}`;

test("requests to one origin after each other go over one connection, those at the same time over their own", async () => {
  const server = await startStranger((socket) => setTimeout(() => socket.write(answerOf("ok")), 10));
  const http = guarded();
  for (let round = 0; round < 5; round++) await http.send(delivery(urlOf(server)));
  expect(server.connections).toHaveLength(1);
  await Promise.all(Array.from({ length: 4 }, () => http.send(delivery(urlOf(server)))));
  expect(server.connections).toHaveLength(4);
});

test("a connection whose server says that it closes is not used again", async () => {
  const server = await startStranger((socket) => socket.write(answerOf("ok", "connection: close")));
  const http = guarded();
  for (let round = 0; round < 3; round++) await http.send(delivery(urlOf(server)));
  expect(server.connections).toHaveLength(3);
});

test("at most a hundred connections to one origin wait for another request", async () => {
  const server = await startStranger((socket) => setTimeout(() => socket.write(answerOf("ok")), 20));
  const http = guarded();
  await Promise.all(Array.from({ length: 130 }, () => http.send(delivery(urlOf(server)))));
  expect(server.connections).toHaveLength(130);
  const open = () =>
    server.connections.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded);
  await until(() => open().length <= 100);
  await Promise.all(Array.from({ length: 100 }, () => http.send(delivery(urlOf(server)))));
  expect(server.connections).toHaveLength(130);
});

test("a server that never answers holds up nobody: neither others nor its own next request", async () => {
  const silent = await startStranger((socket, head) => {
    if (head.includes("/well")) socket.write(answerOf("ok"));
  });
  const other = await startStranger((socket) => socket.write(answerOf("ok")));
  const http = guarded();
  const hanging = Array.from({ length: 300 }, () =>
    http.send(delivery(urlOf(silent), { timeoutMs: 20_000 })).catch((reason: unknown) => reason),
  );
  await until(() => silent.connections.length === 300);
  expect((await http.send(delivery(urlOf(other)))).status).toBe(200);
  expect((await http.send(delivery(urlOf(silent, "well")))).status).toBe(200);
  await http.close();
  expect(new Set((await Promise.all(hanging)).map((error) => (error as { code: string }).code))).toEqual(
    new Set(["connection_failed"]),
  );
});

describe("a request over a connection that its server closed meanwhile", () => {
  /** Answers the first request of the first connection, and treats the second as told. */
  const closing = (second: (connection: number) => string | null) => {
    const asked = new Map<number, number>();
    return startStranger((socket, _head, connection) => {
      const nth = (asked.get(connection) ?? 0) + 1;
      asked.set(connection, nth);
      if (connection === 1 && nth === 1) return socket.write(answerOf("first"));
      const answer = second(connection);
      return answer === null ? socket.destroy() : socket.end(answer);
    });
  };

  test("is sent once more, on a connection of its own, with the same bytes", async () => {
    const server = await closing((connection) => (connection === 1 ? null : answerOf("second")));
    const http = guarded();
    await http.send(delivery(urlOf(server)));
    const answer = await http.send(delivery(urlOf(server), { body: "the second body" }));
    expect(Buffer.from(answer.body).toString()).toBe("second");
    expect(Object.keys(answer.timing)).toEqual(["connect", "first_byte", "total"]);
    expect(server.connections).toHaveLength(2);
    const [, ...sent] = server.received().split("POST / HTTP/1.1").slice(1);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
    expect(sent[0]).toContain("the second body");
  });

  test("is not sent a third time", async () => {
    const server = await closing(() => null);
    const http = guarded();
    await http.send(delivery(urlOf(server)));
    await expect(http.send(delivery(urlOf(server)))).rejects.toMatchObject({ code: "connection_failed" });
    expect(server.connections).toHaveLength(2);
  });

  test("is not sent again when a byte of the answer had come", async () => {
    const server = await closing(() => "H");
    const http = guarded();
    await http.send(delivery(urlOf(server)));
    await expect(http.send(delivery(urlOf(server)))).rejects.toMatchObject({ code: "connection_failed" });
    expect(server.connections).toHaveLength(1);
  });

  test("has no more time for that than it had", async () => {
    const server = await closing((connection) => (connection === 1 ? null : ""));
    const slow = await startStranger((socket, _head, connection) => {
      if (connection > 1) return;
      if (socket.bytesWritten === 0) socket.write(answerOf("first"));
      else setTimeout(() => socket.destroy(), 200);
    });
    expect(server.port).not.toBe(slow.port);
    const http = guarded();
    await http.send(delivery(urlOf(slow)));
    const error: unknown = await http
      .send(delivery(urlOf(slow), { timeoutMs: 400 }))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "timeout" });
    expect(slow.connections).toHaveLength(2);
    expect((error as { timing: { total: number } }).timing.total).toBeLessThan(590);
  });

  test("goes over a new one at once where the closing was noticed before", async () => {
    const server = await startStranger((socket) => socket.write(answerOf("ok"), () => socket.end()));
    const http = guarded();
    await http.send(delivery(urlOf(server)));
    await until(() => server.connections[0]!.destroyed);
    expect((await http.send(delivery(urlOf(server)))).status).toBe(200);
    expect(server.connections).toHaveLength(2);
  });
});

describe("a client that is closed", () => {
  test("ends the connections that wait, and sends nothing more", async () => {
    const server = await startStranger((socket) => socket.write(answerOf("ok")));
    const http = guarded();
    await http.send(delivery(urlOf(server)));
    await http.close();
    await until(() => server.connections[0]!.destroyed);
    await expect(http.send(delivery(urlOf(server)))).rejects.toMatchObject({ code: "connection_failed" });
    expect(server.connections).toHaveLength(1);
  });

  test("fails what is under way, also while a name is looked up", async () => {
    const http = guarded({ resolve: () => new Promise(() => undefined) });
    const waiting = http.send(delivery("http://hooks.example/"));
    await http.close();
    await expect(waiting).rejects.toMatchObject({ code: "connection_failed" });
  });
});
