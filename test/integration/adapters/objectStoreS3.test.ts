import { request as forward } from "node:http";
import { inspect } from "node:util";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { s3ObjectStore } from "../../../api/adapters/objectStore/s3.js";
import { freePort } from "../../support/freePort.js";
import { type ProviderServer, startProvider } from "../../support/providerServer.js";
import { findS3Server, type S3Server, startS3Server } from "../../support/s3Server.js";

const content = new Uint8Array(Buffer.from("content"));
const location = {
  region: "eu-west-3",
  bucket: "documents",
  accessKeyId: "AKEXAMPLE",
  secretAccessKey: "a-secret-that-nobody-may-see",
  forcePathStyle: true,
};

const closing: { close(): void }[] = [];
function open(endpoint: string, changes: Partial<Parameters<typeof s3ObjectStore>[0]> = {}) {
  const store = s3ObjectStore({ ...location, ...changes, endpoint });
  closing.push(store);
  return store;
}
let fake: ProviderServer | undefined;
afterEach(async () => {
  for (const store of closing.splice(0)) store.close();
  await fake?.stop();
  fake = undefined;
});

const found = findS3Server();
describe("the S3 object store and a real server", () => {
  if ("missing" in found) {
    test.skip(`SKIPPED, ${found.missing}`, () => {});
    return;
  }
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server(found.program);
  });
  afterAll(() => server.stop());

  test("is refused with a wrong secret key, and shows the secret in no part of the error", async () => {
    const store = open(server.endpoint, { accessKeyId: server.accessKeyId });
    for (const attempt of [
      () => store.put("a", content, "text/plain"),
      () => store.get("a"),
      () => store.delete("a"),
      () => store.probe(),
    ]) {
      const error = await attempt().then(
        () => "done",
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: "unavailable", message: expect.stringContaining("credentials") });
      expect(inspect(error, { depth: 20 })).not.toContain(location.secretAccessKey);
    }
  });

  test("says unavailable, not not_found, when the bucket does not exist", async () => {
    const store = open(server.endpoint, { ...server, bucket: "another" });
    await expect(store.get("a")).rejects.toMatchObject({ code: "unavailable" });
    await expect(store.probe()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("leaves no object of its probe behind", async () => {
    await open(server.endpoint, server).probe();
    const client = new S3Client({ ...location, ...server, credentials: server });
    const listed = await client.send(new ListObjectsV2Command({ Bucket: server.bucket, Prefix: "probe" }));
    client.destroy();
    expect(listed.Contents ?? []).toEqual([]);
  });

  test("knows its own object again when the answer to its first try was lost", async () => {
    let lost = 0;
    fake = await startProvider((request, response) => {
      const { port } = new URL(server.endpoint);
      const passed = forward(
        { port, method: request.method, path: request.path, headers: request.headers },
        (answer) => {
          if (request.method === "PUT" && lost++ === 0) {
            answer.resume().on("end", () => response.destroy());
          } else {
            response.writeHead(answer.statusCode!, answer.headers);
            answer.pipe(response);
          }
        },
      );
      passed.end(request.body);
    });
    // The signature covers the Host header, which names the server in the middle; the real one checks what it is sent.
    const store = open(fake.baseUrl, server);
    await store.put("answer-lost", content, "text/plain");
    expect(lost).toBe(2);
    await expect(store.put("answer-lost", Buffer.from("other"), "text/plain")).rejects.toMatchObject({
      code: "exists",
    });
  });
});

describe("the S3 object store and a server in trouble", () => {
  test("says unavailable when nothing listens", async () => {
    const store = open(`http://127.0.0.1:${await freePort()}`);
    await expect(store.probe()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("tries a failing server three times and no more", async () => {
    fake = await startProvider((_, response) => response.writeHead(503).end());
    await expect(open(fake.baseUrl).put("a", content, "text/plain")).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(fake.requests).toHaveLength(3);
  });

  test("asks again on 409, which says that nobody knows yet, and never takes it for stored", async () => {
    fake = await startProvider((_, response) => response.writeHead(409).end());
    await expect(open(fake.baseUrl).put("a", content, "text/plain")).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(fake.requests).toHaveLength(3);
  });

  test("stores when the second writer of a 409 goes away", async () => {
    fake = await startProvider((_, response) => {
      response.writeHead(fake!.requests.length === 1 ? 409 : 200).end();
    });
    await open(fake.baseUrl).put("a", content, "text/plain");
    expect(fake.requests.map((request) => request.headers["if-none-match"])).toEqual(["*", "*"]);
  });

  test("gives up on a server that is silent, before the headers and in the body", async () => {
    const silent = await startProvider(() => {});
    fake = await startProvider((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half");
    });
    const started = Date.now();
    for (const endpoint of [silent.baseUrl, fake.baseUrl]) {
      await expect(open(endpoint, { timeoutMs: 300 }).get("a")).rejects.toMatchObject({
        code: "unavailable",
      });
    }
    expect(Date.now() - started).toBeLessThan(3_000);
    await silent.stop();
  });

  test("never takes a body that breaks off for the object", async () => {
    fake = await startProvider((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
    });
    await expect(open(fake.baseUrl).get("a")).rejects.toMatchObject({ code: "unavailable" });
  });
});
