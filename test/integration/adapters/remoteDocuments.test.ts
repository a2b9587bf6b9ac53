import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { type OutboundHttpOptions, outboundHttp } from "../../../api/adapters/outbound/outboundHttp.js";
import { type RemoteDocumentsOptions, remoteDocuments } from "../../../api/adapters/remoteDocuments/fetch.js";
import { freePort } from "../../support/freePort.js";
import { loopbackCertificate, opensslMissing } from "../../support/openssl.js";
import { type ProviderServer, startProvider } from "../../support/providerServer.js";

const pdf = Buffer.from("%PDF-1.7 a document");
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(answer: Parameters<typeof startProvider>[0]): Promise<ProviderServer> {
  const server = await startProvider(answer);
  closing.push(() => server.stop());
  return server;
}
const servePdf = (headers = {}) =>
  serve((_, response) => response.writeHead(200, { "content-type": "application/pdf", ...headers }).end(pdf));

/** Fetches, with the loopback address of our servers opened and its neighbours closed. */
function fetchWith(
  url: string,
  options: Partial<RemoteDocumentsOptions & OutboundHttpOptions> = {},
  maxBytes = 1_000,
) {
  const http = outboundHttp({ allowedRanges: ["127.0.0.1"], ...options });
  closing.push(() => http.close());
  return remoteDocuments(http, { allowHttp: true, ...options }).fetch(url, maxBytes);
}

describe("a document fetched from a stranger's URL", () => {
  test("comes back with its bytes and its media type, in one GET without credentials or compression", async () => {
    const server = await servePdf({ "content-type": "Application/PDF; charset=binary" });
    const document = await fetchWith(`${server.baseUrl}/a/b.pdf?token=1#page=2`);
    expect(document.contentType).toBe("application/pdf");
    expect(Buffer.from(document.bytes).toString()).toBe(pdf.toString());
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ method: "GET", path: "/a/b.pdf?token=1" });
    expect(server.requests[0]!.headers).toMatchObject({
      accept: "application/pdf",
      "accept-encoding": "identity",
    });
    expect(Object.keys(server.requests[0]!.headers)).not.toContain("authorization");
  });

  test("has an empty media type when the server gives none", async () => {
    const server = await serve((_, response) => response.end(pdf));
    expect((await fetchWith(server.baseUrl)).contentType).toBe("");
  });

  test("is refused as url_invalid without any connection: other schemes, credentials, no absolute URL", async () => {
    const { baseUrl, requests } = await servePdf();
    const { host } = new URL(baseUrl);
    for (const url of [
      "",
      "/etc/passwd",
      "contract.pdf",
      "//example.com/a.pdf",
      "file:///etc/passwd",
      "ftp://example.com/a.pdf",
      "data:application/pdf,x",
      "javascript:1",
      "gopher://127.0.0.1:25/",
      `http://user:password@${host}/`,
      `http://user@${host}/`,
      "http://",
      "http://a b/",
      "http://[::1/",
      "http://300.1.1.1/",
      `http://${host}/${"a".repeat(2_048)}`,
    ]) {
      await expect(fetchWith(url)).rejects.toMatchObject({
        name: "RemoteDocumentError",
        code: "url_invalid",
      });
    }
    await expect(fetchWith(baseUrl, { allowHttp: false })).rejects.toMatchObject({ code: "url_invalid" });
    expect(requests).toHaveLength(0);
  });

  test.each([301, 302, 303, 307, 308])(
    "is refused as redirect_refused on HTTP %i, and nothing follows",
    async (code) => {
      const server = await serve((_, response) => response.writeHead(code, { location: "/b.pdf" }).end());
      await expect(fetchWith(server.baseUrl)).rejects.toMatchObject({ code: "redirect_refused" });
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([201, 204, 206, 401, 404, 500, 503])("is refused as status_not_ok on HTTP %i", async (code) => {
    const server = await serve((_, response) => response.writeHead(code).end());
    await expect(fetchWith(server.baseUrl)).rejects.toMatchObject({ code: "status_not_ok" });
  });

  test.each([
    [404, false],
    [410, false],
    [403, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])("is worth another try where the server answers with HTTP %i: %s", async (code, mayPass) => {
    const server = await serve((_, response) => response.writeHead(code).end());
    await expect(fetchWith(server.baseUrl)).rejects.toMatchObject({ mayPass });
  });

  test("is judged by its URL before anything is fetched, as each fetch judges it again", async () => {
    const { baseUrl, requests } = await servePdf();
    const http = outboundHttp({ allowedRanges: ["127.0.0.1"] });
    closing.push(() => http.close());
    const { check } = remoteDocuments(http, { allowHttp: true });
    await check(`${baseUrl}/a.pdf?token=1#page=2`);
    await expect(check("http://10.0.0.1/a.pdf")).rejects.toMatchObject({
      name: "RemoteDocumentError",
      code: "address_forbidden",
      mayPass: false,
    });
    await expect(check("ftp://example.org/a.pdf")).rejects.toMatchObject({ code: "url_invalid" });
    const secure = remoteDocuments(http, { allowHttp: false });
    await expect(secure.check(baseUrl)).rejects.toMatchObject({ code: "url_invalid" });
    expect(requests).toHaveLength(0);
  });

  test("may have exactly the size allowed and not a byte more, announced or not", async () => {
    const announced = await servePdf({ "content-length": String(pdf.length) });
    const chunked = await serve((_, response) => {
      response.write(pdf.subarray(0, 5));
      response.end(pdf.subarray(5));
    });
    for (const { baseUrl } of [announced, chunked]) {
      expect((await fetchWith(baseUrl, {}, pdf.length)).bytes).toHaveLength(pdf.length);
      await expect(fetchWith(baseUrl, {}, pdf.length - 1)).rejects.toMatchObject({ code: "too_large" });
    }
  });

  test("is refused as too large by what its length announces, before its body is waited for", async () => {
    const server = await serve((_, response) =>
      response.writeHead(200, { "content-length": "60000000" }).flushHeaders(),
    );
    await expect(fetchWith(server.baseUrl, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: "too_large",
    });
  });

  test("is given up when it never ends, after little more than is allowed", async () => {
    let written = 0;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    await expect(fetchWith(server.baseUrl, {}, 1_000_000)).rejects.toMatchObject({ code: "too_large" });
    expect(written).toBeLessThan(20_000_000);
  });

  test("is not unpacked: a compressed answer is refused", async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const server = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    await expect(fetchWith(server.baseUrl, {}, 5_000)).rejects.toMatchObject({ code: "status_not_ok" });
  });

  test("is unreachable when nothing listens, the name is unknown, or the server breaks off", async () => {
    await expect(fetchWith(`http://127.0.0.1:${await freePort()}/`)).rejects.toMatchObject({
      code: "unreachable",
    });
    const unknown = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    const url = "http://documents.example/a.pdf";
    await expect(fetchWith(url, { resolve: unknown })).rejects.toMatchObject({ code: "unreachable" });
    const nowhere = () => Promise.resolve([]);
    await expect(fetchWith(url, { resolve: nowhere })).rejects.toMatchObject({ code: "unreachable" });
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write(pdf, () => response.destroy());
    });
    await expect(fetchWith(server.baseUrl)).rejects.toMatchObject({ code: "unreachable" });
  });

  test("has a limit in time: for the name, the connection, the headers and each byte of the body together", async () => {
    const silent = await serve(() => {});
    const slow = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    });
    const started = Date.now();
    for (const attempt of [
      () => fetchWith(silent.baseUrl, { timeoutMs: 300 }),
      () => fetchWith(slow.baseUrl, { timeoutMs: 300 }),
      () => fetchWith("http://slow.example/", { timeoutMs: 300, resolve: () => new Promise(() => {}) }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "timeout" });
    }
    expect(Date.now() - started).toBeLessThan(3_000);
  });

  test("tells in no error the URL, which may hold a token", async () => {
    const server = await serve((_, response) => response.writeHead(404).end());
    for (const url of [
      `${server.baseUrl}/?token=secret`,
      `http://127.0.0.1:${await freePort()}/?token=secret`,
      "http://10.0.0.1/?token=secret",
      "ftp://secret/",
    ]) {
      const error = await fetchWith(url).then(
        () => "fetched",
        (reason: unknown) => reason,
      );
      expect(inspect(error, { depth: 20, showHidden: true })).toContain("RemoteDocumentError");
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("secret");
    }
  });
});

describe("a document over https", () => {
  if (opensslMissing !== undefined) {
    test.skip(`SKIPPED, ${opensslMissing}`, () => {});
    return;
  }

  test("is fetched where the certificate can be checked, and unreachable where it cannot", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-https-"));
    closing.push(() => rm(directory, { recursive: true }));
    const certificate = await loopbackCertificate(directory);
    const server = createHttpsServer(certificate, (_, response) => response.end(pdf)).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(() => server.close());
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const options = { allowHttp: false, resolve, trustAnchors: certificate.cert };
    const { port } = server.address() as AddressInfo;
    for (const host of ["127.0.0.1", "localhost"]) {
      expect((await fetchWith(`https://${host}:${port}/`, options)).bytes).toHaveLength(pdf.length);
    }
    await expect(fetchWith(`https://other.example:${port}/`, options)).rejects.toMatchObject({
      code: "unreachable",
    });
    const distrusting = { allowHttp: false };
    await expect(fetchWith(`https://127.0.0.1:${port}/`, distrusting)).rejects.toMatchObject({
      code: "unreachable",
    });
  });
});
