import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { guardedSocket } from "../../../../api/adapters/outbound/guardedSocket.js";
import { TlsSessions } from "../../../../api/adapters/outbound/tlsSessions.js";
import { loopbackCertificate, openssl, opensslMissing } from "../../../support/openssl.js";
import { startProvider } from "../../../support/providerServer.js";
import { closeAfterEach, delivery, guarded, later, resolvingTo } from "./strangers.js";

closeAfterEach();
const resolve = resolvingTo("127.0.0.1");

async function serve(options: ServerOptions, host = "127.0.0.1") {
  const resumed: boolean[] = [];
  const server = createServer(options, (request, response) => {
    resumed.push((request.socket as import("node:tls").TLSSocket).isSessionReused());
    response.setHeader("connection", "close").end("ok");
  }).listen(0, host);
  await once(server, "listening");
  later(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, resumed };
}

async function temporary() {
  const directory = await mkdtemp(join(tmpdir(), "paraph-tls-"));
  later(() => rm(directory, { recursive: true }));
  return directory;
}

/** Of yesterday. */
async function expiredCertificate() {
  const directory = await temporary();
  const { key } = await loopbackCertificate(directory);
  await writeFile(join(directory, "key.pem"), key);
  const request = await openssl(directory, "req", "-new", "-key", "key.pem", "-subj", "/CN=localhost");
  await writeFile(join(directory, "request.pem"), request);
  await writeFile(join(directory, "names"), "subjectAltName=DNS:localhost,IP:127.0.0.1");
  const how = [
    "x509",
    "-req",
    "-in",
    "request.pem",
    "-signkey",
    "key.pem",
    "-days",
    "-1",
    "-extfile",
    "names",
  ];
  return { key, cert: (await openssl(directory, ...how)).toString() };
}

describe("over https", () => {
  if (opensslMissing !== undefined) {
    test.skip(`SKIPPED, ${opensslMissing}`, () => {});
    return;
  }

  test("a server whose certificate is right is used, by name and by address, and TLS has a time of its own", async () => {
    const certificate = await loopbackCertificate(await temporary());
    const { port } = await serve(certificate);
    const http = guarded({ resolve, trustAnchors: certificate.cert });
    for (const [host, parts] of [
      ["localhost", ["dns", "connect", "tls", "first_byte", "total"]],
      ["127.0.0.1", ["connect", "tls", "first_byte", "total"]],
    ] as const) {
      const answer = await http.send(delivery(`https://${host}:${port}/`, { allowHttp: false }));
      expect([answer.status, Object.keys(answer.timing)]).toEqual([200, parts]);
    }
  });

  test("a certificate that is self-signed, has expired, or is for another name is tls_failed, and the sentence says which", async () => {
    const right = await loopbackCertificate(await temporary());
    const expired = await expiredCertificate();
    for (const [certificate, trustAnchors, host, says] of [
      [right, undefined, "localhost", "DEPTH_ZERO_SELF_SIGNED_CERT"],
      [expired, expired.cert, "localhost", "has expired"],
      [right, right.cert, "other.example", "is for another name"],
    ] as const) {
      const { port } = await serve(certificate);
      const http = guarded({ resolve, ...(trustAnchors !== undefined && { trustAnchors }) });
      const error: unknown = await http
        .send(delivery(`https://${host}:${port}/`, { allowHttp: false }))
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "tls_failed", message: expect.stringContaining(says) });
    }
  });

  test("an address that the certificate does not name is tls_failed, though the certificate is trusted", async () => {
    const right = await loopbackCertificate(await temporary());
    const { port } = await serve(right, "127.0.0.2");
    const http = guarded({ allowedRanges: ["127.0.0.2"], trustAnchors: right.cert });
    await expect(http.send(delivery(`https://127.0.0.2:${port}/`))).rejects.toMatchObject({
      code: "tls_failed",
      message: expect.stringContaining("is for another name"),
    });
  });

  test("no variable of the environment makes a wrong certificate pass", async () => {
    const { port } = await serve(await loopbackCertificate(await temporary()));
    const client = new URL("../../../../api/adapters/outbound/outboundHttp.js", import.meta.url);
    const program = `
      const { outboundHttp } = await import(${JSON.stringify(client.href)});
      const http = outboundHttp({ allowedRanges: ["127.0.0.1"] });
      const request = ${JSON.stringify(delivery(`https://127.0.0.1:${port}/`))};
      console.log(await http.send(request).then(({ status }) => status, ({ code }) => code));
      await http.close();`;
    const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      env,
    });
    expect(stdout.trim()).toBe("tls_failed");
  });

  test("a server that speaks plain HTTP is tls_failed, and learns nothing of the request", async () => {
    const server = await startProvider((_, response) => response.end());
    later(() => server.stop());
    const url = `https://127.0.0.1:${new URL(server.baseUrl).port}/`;
    await expect(guarded().send(delivery(url))).rejects.toMatchObject({ code: "tls_failed" });
    expect(server.requests).toHaveLength(0);
  });

  test.each(["TLSv1.2", "TLSv1.3"] as const)(
    "%s: a session is resumed where the certificate was right, and never lets another name pass",
    async (version) => {
      const certificate = await loopbackCertificate(await temporary());
      const { port, resumed } = await serve({ ...certificate, minVersion: version, maxVersion: version });
      const http = guarded({ resolve, trustAnchors: certificate.cert });
      for (let round = 0; round < 3; round++) {
        await expect(http.send(delivery(`https://other.example:${port}/`))).rejects.toMatchObject({
          code: "tls_failed",
        });
        await http.send(delivery(`https://localhost:${port}/`));
      }
      expect(resumed).toEqual([false, true, true]);
    },
  );

  test("a session is resumed for an hour after the certificate was looked at, however often it was renewed", async () => {
    const { cert: trustAnchors, ...own } = await loopbackCertificate(await temporary());
    const { port, resumed } = await serve({ ...own, cert: trustAnchors });
    const sessions = new TlsSessions();
    const exchange = async () => {
      const target = { secure: true, hostname: "localhost", port };
      const options = { permits: () => true, resolve, sessions, trustAnchors };
      const ask = () => socket.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
      const socket = guardedSocket(target, options, { phase: "dns" }, ask);
      await once(socket.resume(), "close");
    };
    await exchange();
    const looked = performance.now();
    for (let round = 0; round < 2; round++) await exchange();
    expect(resumed).toEqual([false, true, true]);
    expect(sessions.of("localhost", port, looked + 3_590_000)).toBeDefined();
    expect(sessions.of("localhost", port, looked + 3_600_000)).toBeUndefined();
  });

  test("http: is url_invalid where it is not allowed, for a request and for a registration", async () => {
    const http = guarded();
    const url = "http://127.0.0.1:8080/";
    await expect(http.send(delivery(url, { allowHttp: false }))).rejects.toMatchObject({
      code: "url_invalid",
    });
    await expect(http.check(url, { allowHttp: false })).rejects.toMatchObject({ code: "url_invalid" });
    await http.check(url, { allowHttp: true });
  });
});
