import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiClient } from "../../support/apiClient.js";
import { describeWith } from "../../support/judges.js";
import { openssl } from "../../support/openssl.js";
import { startService, type TestService } from "../../support/service.js";

const queryType = { "Content-Type": "application/timestamp-query" };

let service: TestService;
let directory: string;

beforeAll(async () => {
  service = await startService();
  directory = await mkdtemp(join(tmpdir(), "paraph-tsa-"));
  const anybody = new ApiClient(service.baseUrl, null);
  for (const mode of ["live", "test"]) {
    await writeFile(join(directory, `${mode}.pem`), (await anybody.get<Buffer>(`/ca/${mode}/root.pem`)).body);
  }
  await writeFile(join(directory, "data.txt"), "What is to be stamped.\n");
  await writeFile(join(directory, "other.txt"), "Something else.\n");
});
afterAll(async () => {
  await service.stop();
  await rm(directory, { recursive: true, force: true });
});

async function post(path: string, body: Uint8Array, headers: Record<string, string> = queryType) {
  const response = await fetch(`${service.baseUrl}${path}`, {
    method: "POST",
    headers,
    body: Buffer.from(body),
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What OpenSSL reads in a response. */
async function readReply(bytes: Buffer): Promise<string> {
  await writeFile(join(directory, "reply.tsr"), bytes);
  return (await openssl(directory, "ts", "-reply", "-in", "reply.tsr", "-text")).toString();
}

describeWith(["openssl"], "the time-stamping unit, asked and judged by openssl", () => {
  const query = (...options: string[]) => openssl(directory, "ts", "-query", "-data", "data.txt", ...options);

  async function stamped(path: string, ...options: string[]): Promise<Buffer> {
    const request = await query(...options);
    await writeFile(join(directory, "request.tsq"), request);
    const { response, bytes } = await post(path, request);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/timestamp-reply");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    await writeFile(join(directory, "reply.tsr"), bytes);
    return bytes;
  }

  const verify = (root: string, ...against: string[]) =>
    openssl(directory, "ts", "-verify", "-in", "reply.tsr", "-CAfile", root, ...against);

  test.each([
    ["/tsa", "live.pem", "test.pem"],
    ["/tsa/test", "test.pem", "live.pem"],
  ])("a token of %s is verified under %s, and not under %s", async (path, root, otherRoot) => {
    await stamped(path, "-sha256", "-cert");
    expect((await verify(root, "-queryfile", "request.tsq")).toString()).toContain("Verification: OK");
    expect((await verify(root, "-data", "data.txt")).toString()).toContain("Verification: OK");
    await expect(verify(otherRoot, "-queryfile", "request.tsq")).rejects.toThrow(/certificate/);
    await expect(verify(root, "-data", "other.txt")).rejects.toThrow(/imprint/);
  });

  test.each(["-sha256", "-sha384", "-sha512"])(
    "an imprint made with %s is stamped as it came",
    async (digest) => {
      const bytes = await stamped("/tsa", digest, "-cert");
      expect((await verify("live.pem", "-queryfile", "request.tsq")).toString()).toContain(
        "Verification: OK",
      );
      expect(await readReply(bytes)).toContain(`Hash Algorithm: ${digest.slice(1)}`);
    },
  );

  test.each(["-sha1", "-md5"])(
    "an imprint made with %s, which is broken, is rejected as a bad algorithm",
    async (digest) => {
      const text = await readReply(await stamped("/tsa", digest));
      expect(text).toContain("Status: Rejected");
      expect(text).toContain("unrecognized or unsupported algorithm");
    },
  );

  test("the nonce comes back, and without one there is none", async () => {
    const withNonce = await readReply(await stamped("/tsa", "-sha256"));
    const asked = /Nonce: (0x\w+)/.exec(
      (await openssl(directory, "ts", "-query", "-in", "request.tsq", "-text")).toString(),
    )![1];
    expect(withNonce).toContain(`Nonce: ${asked}`);
    expect(await readReply(await stamped("/tsa", "-sha256", "-no_nonce"))).toContain("Nonce: unspecified");
  });

  test("certificates are in the token when asked for, and left out when not", async () => {
    const full = await stamped("/tsa", "-sha256", "-cert");
    const bare = await stamped("/tsa", "-sha256");
    expect(bare.length).toBeLessThan(full.length - 500);
    await expect(verify("live.pem", "-queryfile", "request.tsq")).rejects.toThrow();
  });

  test("every token has a serial number of its own, the time of the clock, and an accuracy", async () => {
    const texts = [];
    for (let index = 0; index < 3; index++) texts.push(await readReply(await stamped("/tsa", "-sha256")));
    expect(new Set(texts.map((text) => /Serial number: (0x\w+)/.exec(text)![1])).size).toBe(3);
    const time = /Time stamp: (.*)/.exec(texts[0]!)![1]!;
    expect(Math.abs(Date.parse(time) - service.clock.now().getTime())).toBeLessThanOrEqual(1000);
    expect(texts[0]).toContain("Accuracy: 0x01 seconds");
  });

  test("a policy that is not ours is rejected as unaccepted", async () => {
    const text = await readReply(await stamped("/tsa", "-sha256", "-tspolicy", "1.2.3.4"));
    expect(text).toContain("Status: Rejected");
    expect(text).toContain("the requested TSA policy is not supported");
  });

  test.each([
    ["rubbish", Buffer.from("this is no DER")],
    ["an empty SEQUENCE", Buffer.from("3000", "hex")],
    ["DER that goes on", Buffer.concat([Buffer.from("3000", "hex"), Buffer.alloc(100)])],
    ["nothing at all", Buffer.alloc(0)],
  ])("%s gets a rejection that openssl can read, not a fault", async (_, body) => {
    const { response, bytes } = await post("/tsa", body);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/timestamp-reply");
    const text = await readReply(bytes);
    expect(text).toContain("Status: Rejected");
    expect(text).toContain("TST info:\nNot included.");
  });
});

describe("what is no time-stamp query", () => {
  const problem = ({ response, bytes }: Awaited<ReturnType<typeof post>>) => ({
    status: response.status,
    ...(JSON.parse(bytes.toString()) as { code: string; detail: string; limit?: number }),
  });

  test("a body that is too large is refused with the limit of a query, not with that of a document", async () => {
    expect(problem(await post("/tsa", Buffer.alloc(4097)))).toMatchObject({
      status: 413,
      code: "body_too_large",
      limit: 4096,
      detail: expect.stringContaining("4096 bytes"),
    });
  });

  test.each([
    ["another content type", { "Content-Type": "application/octet-stream" }],
    ["JSON", { "Content-Type": "application/json" }],
    ["no content type", {}],
  ])("%s is refused, and the answer names the right one", async (_, headers) => {
    const answer = problem(await post("/tsa", Buffer.from("{}"), headers as Record<string, string>));
    expect(answer).toMatchObject({ status: 415, code: "media_type_unsupported" });
    expect(answer.detail).toContain("application/timestamp-query");
  });

  test.each(["GET", "PUT", "DELETE"])("%s is refused in words", async (method) => {
    for (const path of ["/tsa", "/tsa/test"]) {
      const response = await fetch(`${service.baseUrl}${path}`, { method });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        code: "not_found",
        detail: expect.stringContaining(method),
      });
    }
  });
});
