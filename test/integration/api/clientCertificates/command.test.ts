import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeWith } from "../../../support/judges.js";
import { openPkcs12 } from "../../../support/openPkcs12.js";
import { CertificateDesk } from "./certificateDesk.js";

const program = fileURLToPath(new URL("../../../../cli/paraph.js", import.meta.url));

let desk: CertificateDesk;
let directory: string;
beforeAll(async () => {
  desk = await CertificateDesk.open();
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-command-"));
});
afterEach(() => rm(directory, { recursive: true }));
afterAll(() => desk.close());

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function paraph(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const { baseUrl, apiKey } = desk.client;
  const own = { PARAPH_URL: baseUrl, PARAPH_API_KEY: apiKey!, PATH: process.env["PATH"]! };
  const options = { cwd: directory, env: { ...own, ...environment } };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, "certificates", ...args],
      options,
      (_e, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

const issue = (...more: string[]) => paraph(["issue", "--name", "ERP", "--out", "erp.p12", ...more]);
const read = (name: string) => readFile(join(directory, name));

describeWith(["openssl"], "paraph certificates issue", () => {
  test("writes a file that opens with what it prints, and that its owner alone can read", async () => {
    const { code, stdout, stderr } = await issue();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^crt_\w{26} \(test\) acts for key_\w{26} until 20\d\d-.*Z\.\nIt is in erp\.p12;/,
      ),
    });
    const { certificate, key } = await openPkcs12(
      (await read("erp.p12")).toString("base64"),
      stdout.trimEnd(),
    );
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect((await stat(join(directory, "erp.p12"))).mode & 0o777).toBe(0o600);
  });

  test("puts the password into a file of its own where that is asked for, and prints nothing of it", async () => {
    const { stdout } = await issue("--password-file", "erp.txt", "--rsa", "--expires", "2027-06-30");
    expect(stdout).toBe("");
    expect((await stat(join(directory, "erp.txt"))).mode & 0o777).toBe(0o600);
    const password = (await read("erp.txt")).toString().trimEnd();
    const { certificate, key } = await openPkcs12((await read("erp.p12")).toString("base64"), password);
    expect(key.asymmetricKeyType).toBe("rsa");
    expect(new Date(certificate.validTo)).toEqual(new Date("2027-06-30"));
  });

  test("has it act for the API key that is named", async () => {
    const key = await desk.key();
    expect((await issue("--api-key", key.id)).stderr).toContain(`acts for ${key.id} until`);
  });
});

test("a file that is there is not replaced, and then nothing is issued", async () => {
  await writeFile(join(directory, "erp.p12"), "mine");
  const before = (await desk.list()).data.length;
  expect(await issue()).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("EEXIST") });
  expect((await read("erp.p12")).toString()).toBe("mine");
  expect((await desk.list()).data).toHaveLength(before);
});

test("what the service refuses is told in its own words, and leaves no file", async () => {
  const { code, stdout, stderr } = await issue("--expires", "2020-01-01", "--password-file", "erp.txt");
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: "expires_at must lie in the future. (field_invalid)\n",
  });
  expect(await readdir(directory)).toEqual([]);
});

test("an answer that was lost is asked for again, and the certificate issued once", async () => {
  let calls = 0;
  const flaky = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      calls += 1;
      const { authorization, "idempotency-key": once, "content-type": type } = request.headers;
      const answer = await fetch(`${desk.client.baseUrl}${request.url}`, {
        method: request.method!,
        headers: { authorization: authorization!, "idempotency-key": String(once), "content-type": type! },
        body: Buffer.concat(chunks),
      });
      const text = await answer.text();
      if (calls === 1) response.destroy();
      else response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
    });
  });
  await new Promise<void>((resolve) => flaky.listen(0, "127.0.0.1", resolve));
  const before = (await desk.list("?limit=100")).data.length;
  const url = `http://127.0.0.1:${(flaky.address() as AddressInfo).port}`;
  try {
    const { code } = await paraph(["issue", "--name", "ERP", "--out", "erp.p12"], { PARAPH_URL: url });
    expect({ code, calls }).toEqual({ code: 0, calls: 2 });
    expect((await desk.list("?limit=100")).data).toHaveLength(before + 1);
  } finally {
    flaky.close();
  }
});

test("paraph certificates list prints them newest first, and nothing that a terminal would obey", async () => {
  desk.desk.service.clock.advance(1);
  const { id, api_key: key, expires_at: end } = await desk.issue({ name: "An ERP\u{e0001}\u200b!" });
  const { code, stdout } = await paraph(["list"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")[0]).toBe(`${id}  active   ${end.slice(0, 10)}  ${key}  An ERP !`);
});

test("paraph certificates list shows all pages", async () => {
  const { apiKey } = await desk.desk.service.tenant("Many");
  const many = desk.as(apiKey);
  const { api_key: key } = await desk.issue({}, many);
  await desk.desk.sql(
    `INSERT INTO client_certificates (tenant_id, id, mode, api_key_id, name, fingerprint, certificate, created_at,
       expires_at, revoked_at)
     SELECT tenant_id, gen_random_uuid(), mode, api_key_id, 'seeded', sha256(gen_random_uuid()::text::bytea),
       certificate, now(), now(), now()
     FROM client_certificates, generate_series(1, 120)
     WHERE api_key_id = (SELECT id FROM api_keys WHERE name = 'first key' AND tenant_id =
       (SELECT tenant_id FROM tenants WHERE name = 'Many'))`,
  );
  const { stdout } = await paraph(["list"], { PARAPH_API_KEY: apiKey });
  expect(stdout.trimEnd().split("\n")).toHaveLength(121);
  expect(stdout).toContain(key);
});

test("paraph certificates revoke revokes", async () => {
  const { id, certificate } = await desk.issue();
  expect(new X509Certificate(certificate).ca).toBe(false);
  expect(await paraph(["revoke", id])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(`^${id} is revoked since 20`),
  });
  expect(await paraph(["revoke", "crt_1"])).toMatchObject({
    code: 1,
    stderr: "No such client certificate. (not_found)\n",
  });
});

test.each([
  [[], {}, "Usage: paraph certificates"],
  [["issue", "--name", "ERP"], {}, "Usage: paraph certificates"],
  [["issue", "--name", "ERP", "--out", "a.p12", "--days", "3"], {}, "Usage: paraph certificates"],
  [["revoke"], {}, "Usage: paraph certificates"],
  [["list", "all"], {}, "Usage: paraph certificates"],
  [["issue", "--name", "ERP", "--out", "a.p12", "--expires", "soon"], {}, "--expires must be a date"],
  [["list"], { PARAPH_API_KEY: "" }, "Set PARAPH_API_KEY"],
  [["list"], { PARAPH_URL: "sign.example.com" }, "PARAPH_URL must be the service's URL"],
  [["list"], { PARAPH_URL: "http://sign.example.com" }, "PARAPH_URL must be https"],
])("paraph certificates %j with %j ends with 2, and says why", async (args, environment, why) => {
  const { code, stderr } = await paraph(args, environment);
  expect(code).toBe(2);
  expect(stderr).toContain(why);
  expect(await readdir(directory)).toEqual([]);
});

test("a service that does not answer is told of, with 1", async () => {
  const { code, stderr } = await paraph(["list"], { PARAPH_URL: "http://127.0.0.1:1" });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^The service does not answer: /),
  });
});
