import { createHash, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { systemRandom } from "../../../api/adapters/random/system.js";
import {
  type HttpTimestampOptions,
  httpTimestampAuthority,
} from "../../../api/adapters/timestampAuthority/http.js";
import { encodeTimestampRequest } from "../../../engine/tsp/request.js";
import { encodeRejection } from "../../../engine/tsp/response.js";
import { freePort } from "../../support/freePort.js";
import { openssl, opensslMissing } from "../../support/openssl.js";
import {
  type OpensslTimestampServer,
  startOpensslTimestampServer,
} from "../../support/opensslTimestampServer.js";
import { type ProviderServer, startProvider } from "../../support/providerServer.js";

const message = Buffer.from("signature value");
const digest = new Uint8Array(createHash("sha256").update(message).digest());
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function open(url: string, options: Partial<HttpTimestampOptions> = {}) {
  const authority = httpTimestampAuthority({ url, random: systemRandom, ...options });
  closing.push(() => authority.close());
  return authority;
}

async function serve(answer: Parameters<typeof startProvider>[0]): Promise<ProviderServer> {
  const server = await startProvider(answer);
  closing.push(() => server.stop());
  return server;
}

describe("the HTTP time-stamping authority and openssl's answers", () => {
  if (opensslMissing !== undefined) {
    test.skip(`SKIPPED, ${opensslMissing}`, () => {});
    return;
  }
  let server: OpensslTimestampServer;
  let mangle: (reply: Buffer) => Buffer | Promise<Buffer>;
  beforeAll(async () => {
    server = await startOpensslTimestampServer((reply) => mangle(reply));
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    mangle = (reply) => reply;
  });
  const stamp = () => open(`${server.baseUrl}/tsa?key=1`).timestamp(digest);

  test("gives a token that openssl verifies for what was stamped, and for nothing else", async () => {
    const token = await stamp();
    await writeFile(join(server.directory, "token"), token);
    await writeFile(join(server.directory, "message"), message);
    const verify = ["ts", "-verify", "-token_in", "-in", "token", "-CAfile", "root.pem"];
    const words = await openssl(server.directory, ...verify, "-data", "message");
    expect(words.toString()).toContain("Verification: OK");
    await writeFile(join(server.directory, "other"), "other");
    await expect(openssl(server.directory, ...verify, "-data", "other")).rejects.toThrow(
      "message imprint mismatch",
    );
  });

  test.each(["sha384", "sha512"] as const)(
    "asks for a token over another digest, too: %s",
    async (algorithm) => {
      const longer = createHash(algorithm).update(message).digest();
      const token = await open(`${server.baseUrl}/tsa?key=1`).timestamp(longer, algorithm);
      await writeFile(join(server.directory, algorithm), token);
      const verify = ["ts", "-verify", "-token_in", "-in", algorithm, "-CAfile", "root.pem"];
      const words = await openssl(
        server.directory,
        ...verify,
        "-digest",
        longer.toString("hex"),
        `-${algorithm}`,
      );
      expect(words.toString()).toContain("Verification: OK");
    },
  );

  test("lets no token pass that is longer than it says its tokens are", async () => {
    const token = await stamp();
    const exact = open(server.baseUrl, { maxTokenBytes: token.byteLength + 8 });
    expect((await exact.timestamp(digest)).byteLength).toBeLessThanOrEqual(exact.maxTokenBytes);
    const short = open(server.baseUrl, { maxTokenBytes: token.byteLength - 8 });
    await expect(short.timestamp(digest)).rejects.toMatchObject({ code: "invalid_response" });
  });

  test("asks with another nonce each time", async () => {
    const before = server.requests.length;
    const authority = open(server.baseUrl);
    await authority.timestamp(digest);
    await authority.timestamp(digest);
    const [first, second] = server.requests.slice(before).map(({ body }) => body.toString("hex"));
    expect(first).toContain(Buffer.from(digest).toString("hex"));
    expect(first).not.toBe(second);
  });

  test("says invalid_response to a good answer to another's request", async () => {
    for (const other of [
      encodeTimestampRequest({ digest, nonce: randomBytes(8) }),
      encodeTimestampRequest({ digest }),
      encodeTimestampRequest({ digest: randomBytes(32), nonce: randomBytes(8) }),
    ]) {
      mangle = () => server.reply(other);
      await expect(stamp()).rejects.toMatchObject({ name: "TimestampError", code: "invalid_response" });
    }
  });

  test("says invalid_response to an answer that is cut off or followed by something", async () => {
    mangle = (reply) => reply.subarray(0, -1);
    await expect(stamp()).rejects.toMatchObject({ code: "invalid_response" });
    mangle = (reply) => Buffer.concat([reply, Buffer.from([0])]);
    await expect(stamp()).rejects.toMatchObject({ code: "invalid_response" });
  });

  test("says rejected when openssl refuses", async () => {
    // A TimeStampReq for a SHA-1 digest, which the unit does not take.
    const sha1Query = `3026020101${"3021300906052b0e03021a05000414"}${"00".repeat(20)}`;
    mangle = () => server.reply(Buffer.from(sha1Query, "hex"));
    await expect(stamp()).rejects.toMatchObject({
      code: "rejected",
      message: expect.stringContaining("badAlg"),
    });
  });
});

describe("the HTTP time-stamping authority", () => {
  test("posts a query, with user and password as Basic authentication and not in the URL", async () => {
    const server = await serve((_, response) => response.writeHead(401).end());
    const url = server.baseUrl.replace("//", "//us%40er:p%3Ass@");
    await expect(open(`${url}/tsa`).timestamp(digest)).rejects.toMatchObject({ code: "rejected" });
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      path: "/tsa",
      headers: {
        "content-type": "application/timestamp-query",
        authorization: `Basic ${Buffer.from("us@er:p:ss").toString("base64")}`,
      },
    });
  });

  test("tells a refusal for good from trouble that passes", async () => {
    for (const [failure, code] of [
      ["unacceptedPolicy", "rejected"],
      ["badAlg", "rejected"],
      ["timeNotAvailable", "unavailable"],
      ["systemFailure", "unavailable"],
    ] as const) {
      const server = await serve((_, response) => response.end(encodeRejection(failure, "no")));
      await expect(open(server.baseUrl).timestamp(digest)).rejects.toMatchObject({ code });
    }
  });

  test("says invalid_response to what is no time-stamp response, or longer than 64 kB", async () => {
    for (const answer of ["", "<html>", Buffer.from("3003020100", "hex"), Buffer.alloc(65_537, 0x30)]) {
      const server = await serve((_, response) => response.end(answer));
      await expect(open(server.baseUrl).timestamp(digest)).rejects.toMatchObject({
        code: "invalid_response",
      });
    }
  });

  test("reads no endless answer", async () => {
    let written = 0;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    await expect(open(server.baseUrl).timestamp(digest)).rejects.toMatchObject({ code: "invalid_response" });
    expect(written).toBeLessThan(10_000_000);
  });

  test("follows no redirection", async () => {
    const server = await serve((_, response) => response.writeHead(307, { location: "/other" }).end());
    await expect(open(server.baseUrl).timestamp(digest)).rejects.toMatchObject({ code: "invalid_response" });
    expect(server.requests).toHaveLength(1);
  });

  test("tries a broken connection and a server error twice, and a refusal once", async () => {
    for (const [answer, tries] of [
      [503, 2],
      [500, 2],
      ["breaks off", 2],
      [400, 1],
      [404, 1],
    ] as const) {
      const server = await serve((_, response) =>
        typeof answer === "number" ? response.writeHead(answer).end() : response.destroy(),
      );
      const code = tries === 2 ? "unavailable" : "rejected";
      await expect(open(server.baseUrl).timestamp(digest)).rejects.toMatchObject({ code });
      expect({ answer, tries: server.requests.length }).toEqual({ answer, tries });
    }
  });

  test("waits for silence and for a trickle no longer than its time, and does not begin again", async () => {
    const silent = await serve(() => {});
    const trickling = await serve((_, response) => {
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    });
    for (const server of [silent, trickling]) {
      const started = Date.now();
      const authority = open(server.baseUrl, { timeoutMs: 300 });
      await expect(authority.timestamp(digest)).rejects.toMatchObject({ code: "unavailable" });
      expect(Date.now() - started).toBeLessThan(2_000);
      expect(server.requests).toHaveLength(1);
    }
  });

  test("says unavailable when nothing listens, and tells no password", async () => {
    const error = await open(`http://user:secret@127.0.0.1:${await freePort()}/`)
      .timestamp(digest)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "TimestampError", code: "unavailable" });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("secret");
  });

  test("is not made with a URL that cannot be asked, and does not repeat it", () => {
    for (const url of ["", "secret", "ftp://secret/", "http://u:secret%ff@host/"]) {
      expect(() => open(url)).toThrow("The URL of the time-stamping authority");
      expect(() => open(url)).not.toThrow("secret");
    }
  });
});
