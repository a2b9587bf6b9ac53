import { gzipSync } from "node:zlib";
import { startProvider } from "../../../support/providerServer.js";
import {
  answerOf,
  closeAfterEach,
  delivery,
  guarded,
  later,
  resolvingTo,
  startStranger,
  until,
} from "./strangers.js";

closeAfterEach();

async function serve(answer: Parameters<typeof startProvider>[0]) {
  const server = await startProvider(answer);
  later(() => server.stop());
  return server;
}
const text = (body: Uint8Array) => Buffer.from(body).toString();

describe("a request", () => {
  test("arrives as it was given, without fragment, credentials or a wish for compression", async () => {
    const server = await serve((_, response) => response.end());
    const headers = { "webhook-id": "ntf_1", "content-type": "application/json", "x-tenant": "é" };
    const body = '{"name":"Ågot ✓"}';
    await guarded().send(delivery(`${server.baseUrl}/hook?token=1#part`, { headers, body }));
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", path: "/hook?token=1" });
    expect(text(request!.body)).toBe(body);
    expect(request!.headers).toMatchObject({
      host: new URL(server.baseUrl).host,
      "webhook-id": "ntf_1",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "accept-encoding": "identity",
    });
    expect(Object.keys(request!.headers)).not.toContain("authorization");
  });

  test("does not go through the environment's proxy", async () => {
    const proxy = await serve((_, response) => response.end("proxy"));
    const server = await serve((_, response) => response.end("server"));
    const names = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
    const before = { ...process.env };
    later(() => {
      process.env = before;
    });
    process.env = { ...before, ...Object.fromEntries(names.map((name) => [name, proxy.baseUrl])) };
    process.env["NODE_USE_ENV_PROXY"] = "1";
    expect(text((await guarded().send(delivery(server.baseUrl))).body)).toBe("server");
    expect(proxy.requests).toHaveLength(0);
  });

  test("with headers that are none is the caller's mistake, and goes nowhere", async () => {
    const server = await serve((_, response) => response.end());
    const wrong: Record<string, string>[] = [
      { "a b": "1" },
      { a: "1\r\nx: 2" },
      { "transfer-encoding": "chunked" },
      { expect: "100-continue" },
    ];
    for (const headers of wrong) {
      await expect(guarded().send(delivery(server.baseUrl, { headers }))).rejects.toThrow("header");
    }
    expect(server.requests).toHaveLength(0);
  });
});

describe("an answer", () => {
  test.each([200, 204, 304, 400, 410, 429, 500, 503])("with HTTP %i is an answer", async (status) => {
    const server = await serve((_, response) => response.writeHead(status, { "retry-after": "7" }).end());
    expect(await guarded().send(delivery(server.baseUrl))).toMatchObject({
      status,
      headers: { "retry-after": "7" },
      truncated: false,
    });
  });

  test("after interim answers is the last one", async () => {
    const interim = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";
    const server = await startStranger((socket) => socket.write(interim + interim + answerOf("done")));
    const answer = await guarded().send(delivery(`http://127.0.0.1:${server.port}/`));
    expect([answer.status, text(answer.body), answer.headers["link"]]).toEqual([200, "done", undefined]);
  });

  test("has its headers in lower case, those of one name joined, whatever their names", async () => {
    const lines = ["X-One: 1", "set-cookie: a=1", "Set-Cookie: b=2", "__proto__: x", "constructor: y"];
    const server = await startStranger((socket) => socket.write(answerOf("", ...lines)));
    const { headers } = await guarded().send(delivery(`http://127.0.0.1:${server.port}/`));
    expect(Object.entries(headers)).toEqual([
      ["content-length", "0"],
      ["x-one", "1"],
      ["set-cookie", "a=1, b=2"],
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });

  test("may have exactly the bytes allowed; of a longer one those are kept and the connection is dropped", async () => {
    const server = await startStranger((socket, head) => {
      if (head.includes("/chunked")) {
        socket.write(
          "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n012\r\n7\r\n3456789\r\n0\r\n\r\n",
        );
      } else {
        socket.write(answerOf("0123456789"));
      }
    });
    const http = guarded();
    for (const [path, made] of [
      ["", 2],
      ["chunked", 3],
    ]) {
      const url = `http://127.0.0.1:${server.port}/${path}`;
      const whole = await http.send(delivery(url, { mostBodyBytes: 10 }));
      expect([text(whole.body), whole.truncated]).toEqual(["0123456789", false]);
      const cut = await http.send(delivery(url, { mostBodyBytes: 9 }));
      expect([text(cut.body), cut.truncated]).toEqual(["012345678", true]);
      await http.send(delivery(url, { mostBodyBytes: 10 }));
      expect(server.connections).toHaveLength(Number(made));
    }
  });

  test("that never ends is cut off after little more than is allowed", async () => {
    let written = 0;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    const { body, truncated } = await guarded().send(delivery(server.baseUrl, { mostBodyBytes: 16_384 }));
    expect([body.length, truncated]).toEqual([16_384, true]);
    expect(written).toBeLessThan(20_000_000);
  });

  test("that is of use only whole is not read where its length says that it is too long", async () => {
    const server = await startStranger((socket) =>
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 60000000\r\n\r\n"),
    );
    const url = `http://127.0.0.1:${server.port}/`;
    const { body, truncated } = await guarded().send(delivery(url, { wholeBody: true }));
    expect([body.length, truncated]).toEqual([0, true]);
    await until(() => server.connections[0]!.destroyed);
  });

  test("that is of use only whole is read to its end whatever length an interim answer before it gave", async () => {
    const interim = "HTTP/1.1 103 Early Hints\r\ncontent-length: 60000000\r\n\r\n";
    const server = await startStranger((socket) => socket.write(interim + answerOf("done")));
    const url = `http://127.0.0.1:${server.port}/`;
    const { status, body } = await guarded().send(delivery(url, { wholeBody: true }));
    expect([status, text(body)]).toEqual([200, "done"]);
  });

  test("in chunks of one byte is whole when it is small; a large one is refused long before it has come", async () => {
    const server = await startStranger((socket, head) => {
      const chunks = "1\r\na\r\n".repeat(head.includes("/large") ? 2_000_000 : 10_000);
      socket.write(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`);
    });
    const url = `http://127.0.0.1:${server.port}/`;
    const { body } = await guarded().send(delivery(url, { mostBodyBytes: 10_000 }));
    expect(text(body)).toBe("a".repeat(10_000));
    const large = guarded().send(delivery(`${url}large`, { mostBodyBytes: 2_000_000, timeoutMs: 20_000 }));
    await expect(large).rejects.toMatchObject({ code: "response_invalid" });
  });

  test("leaves no timer behind, nor does its absence", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const http = guarded();
    const server = await startStranger((socket, head) =>
      head.includes("/none") ? socket.destroy() : socket.write(answerOf("ok", "connection: close")),
    );
    const url = `http://127.0.0.1:${server.port}/`;
    const before = timers();
    for (let round = 0; round < 5; round++) {
      await http.send(delivery(url, { timeoutMs: 60_000 }));
      await expect(http.send(delivery(`${url}none`, { timeoutMs: 60_000 }))).rejects.toThrow();
    }
    expect(timers() - before).toBeLessThan(5);
  });

  test("never comes from what a server sent ahead of the question", async () => {
    for (const ahead of ["stolen at once", "stolen later"]) {
      const server = await startStranger((socket, _head, connection) => {
        if (connection > 1) return socket.write(answerOf("asked"));
        const atOnce = ahead === "stolen at once";
        socket.write(answerOf("first") + (atOnce ? answerOf(ahead) : ""));
        return atOnce || setTimeout(() => socket.write(answerOf(ahead)), 20);
      });
      const http = guarded();
      const url = `http://127.0.0.1:${server.port}/`;
      expect(text((await http.send(delivery(url))).body)).toBe("first");
      if (ahead === "stolen later") await until(() => server.connections[0]!.destroyed);
      const next = await Promise.all([http.send(delivery(url)), http.send(delivery(url))]);
      expect(next.map(({ body }) => text(body))).toEqual(["asked", "asked"]);
      expect(server.connections[0]!.destroyed).toBe(true);
    }
  });

  test("that is compressed, unasked, keeps its bytes", async () => {
    const bomb = gzipSync(Buffer.alloc(100_000));
    const server = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    const { body, truncated } = await guarded().send(delivery(server.baseUrl));
    expect(Buffer.from(body).equals(bomb)).toBe(true);
    expect(truncated).toBe(false);
  });

  test("says how long name, connection and first byte took; one over a kept connection has no more to say of the first two", async () => {
    const server = await serve((_, response) => setTimeout(() => response.end("ok"), 30));
    const url = `http://documents.example:${new URL(server.baseUrl).port}/`;
    const http = guarded({ resolve: resolvingTo("127.0.0.1") });
    const { timing } = await http.send(delivery(url));
    expect(Object.keys(timing)).toEqual(["dns", "connect", "first_byte", "total"]);
    const { dns = -1, connect = -1, first_byte = -1, total } = timing;
    expect(Math.min(dns, connect)).toBeGreaterThanOrEqual(0);
    expect(first_byte).toBeGreaterThanOrEqual(25);
    expect(total).toBeGreaterThanOrEqual(dns + connect + first_byte - 1);
    expect(Object.keys((await http.send(delivery(url))).timing)).toEqual(["first_byte", "total"]);
  });
});
