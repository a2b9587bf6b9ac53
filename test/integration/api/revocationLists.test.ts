import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describeWith } from "../../support/judges.js";
import { openssl } from "../../support/openssl.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let directory: string;

beforeAll(async () => {
  service = await startService();
  directory = await mkdtemp(join(tmpdir(), "paraph-lists-"));
});
afterAll(async () => {
  await service.stop();
  await rm(directory, { recursive: true, force: true });
});

async function get(path: string) {
  const response = await fetch(`${service.baseUrl}${path}`);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function keep(name: string, path: string): Promise<Buffer> {
  const { bytes } = await get(path);
  await writeFile(join(directory, name), bytes);
  return bytes;
}

const modes = ["live", "test"] as const;

describeWith(["openssl"], "what the authorities publish, as openssl sees it", () => {
  /** Of list.crl, under issuer.pem: openssl says it on its standard error, whatever its exit code. */
  const verdict = () => {
    const asked = ["-inform", "DER", "-in", "list.crl", "-CAfile", "issuer.pem", "-verify", "-noout"];
    return promisify(execFile)("openssl", ["crl", ...asked], { cwd: directory }).then(
      ({ stderr }) => stderr,
      ({ stderr }: { stderr: string }) => stderr,
    );
  };

  test.each(modes)("the lists of %s are their authorities', and revoke nobody", async (mode) => {
    for (const issuer of ["root", "signers"]) {
      await keep("list.crl", `/ca/${mode}/${issuer}.crl`);
      await keep("issuer.pem", `/ca/${mode}/${issuer}.pem`);
      expect(await verdict()).toContain("verify OK");
      const text = await openssl(directory, "crl", "-inform", "DER", "-in", "list.crl", "-text", "-noout");
      expect(text.toString()).toContain("No Revoked Certificates.");
      expect(text.toString()).toContain("X509v3 CRL Number");
    }
  });

  test("a list is not the other mode's, nor the other authority's", async () => {
    await keep("list.crl", "/ca/live/root.crl");
    for (const other of ["/ca/test/root.pem", "/ca/live/signers.pem"]) {
      await keep("issuer.pem", other);
      expect(await verdict()).not.toContain("verify OK");
    }
  });

  test.each(modes)(
    "a path of %s is verified with its lists required, for both subordinates",
    async (mode) => {
      await keep("root.pem", `/ca/${mode}/root.pem`);
      await keep("root.crl", `/ca/${mode}/root.crl`);
      await openssl(directory, "crl", "-inform", "DER", "-in", "root.crl", "-out", "root.crl.pem");
      for (const part of ["signers", "timestamps"]) {
        await keep("certificate.pem", `/ca/${mode}/${part}.pem`);
        const trust = ["-CAfile", "root.pem", "-CRLfile", "root.crl.pem", "-crl_check_all"];
        const verdict = await openssl(directory, "verify", ...trust, "certificate.pem");
        expect(verdict.toString()).toContain("certificate.pem: OK");
      }
    },
  );
});

test("the subordinates' certificates say where their issuer and its list are, and both are there", async () => {
  const { signers, timestamps, root } = service.hierarchies.live;
  for (const { der } of [signers, timestamps]) {
    const { infoAccess } = new X509Certificate(der);
    expect(infoAccess).toContain("CA Issuers - URI:http://localhost/ca/live/root.cer");
    expect(Buffer.from(der).toString("latin1")).toContain("http://localhost/ca/live/root.crl");
  }
  const { response, bytes } = await get("/ca/live/root.cer");
  expect(response.headers.get("Content-Type")).toBe("application/pkix-cert");
  expect(bytes.equals(root.der)).toBe(true);
});

test("a list may be kept by caches until the next one comes, and no longer", async () => {
  const { response, bytes } = await get("/ca/live/root.crl");
  expect(response.headers.get("Content-Type")).toBe("application/pkix-crl");
  const [, seconds] = /^public, max-age=(\d+)$/.exec(response.headers.get("Cache-Control")!)!;
  expect(Date.parse(response.headers.get("Last-Modified")!)).toBeLessThanOrEqual(
    service.clock.now().getTime(),
  );
  service.clock.advance(Number(seconds));
  service.clock.advance(1);
  const next = await get("/ca/live/root.crl");
  expect(next.bytes.equals(bytes)).toBe(false);
  expect(next.response.headers.get("ETag")).not.toBe(response.headers.get("ETag"));
});

test.each(["/ca/live/timestamps.crl", "/ca/none/root.crl", "/ca/live/none.cer"])(
  "there is no %s",
  async (path) => {
    expect((await get(path)).response.status).toBe(404);
  },
);
