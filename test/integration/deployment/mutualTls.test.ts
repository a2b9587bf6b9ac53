import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { systemClock } from "../../../api/adapters/clock/system.js";
import { systemRandom } from "../../../api/adapters/random/system.js";
import { openDatabase } from "../../../api/database/pool.js";
import { createTenant } from "../../../api/tenants/createTenant.js";
import { ApiClient } from "../../support/apiClient.js";
import { freePort } from "../../support/freePort.js";
import { loopbackCertificate } from "../../support/openssl.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";
import { issueTo, TlsCaller } from "../../support/tlsCaller.js";

const main = fileURLToPath(new URL("../../../api/main.js", import.meta.url));
const run = promisify(execFile);

let database: FreshDatabase;
let directory: string;
let apiKey: string;
beforeAll(async () => {
  database = await freshDatabase();
  directory = await mkdtemp(join(tmpdir(), "paraph-mtls-"));
  const pool = await openDatabase(database.appUrl);
  const platform = { database: pool, clock: systemClock, random: systemRandom };
  ({ apiKey } = await createTenant(platform, "Parts", "live"));
  await pool.close();
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly tlsPort: number;
  readonly said: string;
}

/** The service as a process, as an operator starts it. */
async function start(more: NodeJS.ProcessEnv): Promise<Started> {
  const [port, tlsPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env["PATH"], ROLE: "api", PORT: `${port}`, PARAPH_DIRECTORY: directory };
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...env,
      LOG_LEVEL: "error",
      PUBLIC_URL: url,
      DATABASE_URL: database.appUrl,
      MTLS_PORT: `${tlsPort}`,
      ...more,
    },
  });
  let said = "";
  child.stdout!.on("data", (text: Buffer) => (said += text));
  const ready = () =>
    more["MTLS_PORT"] === "" ? said.includes("Paraph runs") : said.includes("Client certificates");
  while (!ready()) {
    if (child.exitCode !== null) throw new Error(`It ended: ${child.exitCode}`);
    await Promise.race([once(child.stdout!, "data"), once(child, "exit")]);
  }
  return { child, url, tlsPort, said };
}

async function stop({ child }: Started): Promise<number | null> {
  child.kill("SIGTERM");
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}

test("with MTLS_PORT alone, the service lets in by certificate, publishes its root, and stops although a connection is open", async () => {
  const started = await start({});
  const root = await (await fetch(`${started.url}/ca/tls.pem`)).text();
  const issued = await issueTo(new ApiClient(started.url, apiKey));
  const caller = new TlsCaller({ tlsUrl: `https://localhost:${started.tlsPort}`, tlsRoot: root }, issued);
  expect((await caller.get("/v1/orders")).status).toBe(200);
  await Promise.all([
    writeFile(join(directory, "root.pem"), root),
    writeFile(join(directory, "client.p12"), issued.pfx),
  ]);
  const args = ["--cacert", "root.pem", "--cert-type", "P12", "--cert", `client.p12:${issued.passphrase}`];
  const there = `https://127.0.0.1:${started.tlsPort}/v1/orders`;
  const { stdout } = await run("curl", ["-sS", ...args, there], { cwd: directory });
  expect(JSON.parse(stdout)).toMatchObject({ data: [] });
  expect(await stop(started)).toBe(0);
  await expect(caller.get("/v1/orders")).rejects.toThrow(/ECONNREFUSED|socket hang up|ECONNRESET/);
  caller.close();
});

test("with the operator's files that certificate is shown, no root of ours is published, and certificates of before let in", async () => {
  const { cert, key } = await loopbackCertificate(directory);
  const [certificate, keyFile] = [join(directory, "tls.crt"), join(directory, "tls.key")];
  await Promise.all([writeFile(certificate, cert), writeFile(keyFile, key)]);
  const started = await start({ MTLS_CERTIFICATE: certificate, MTLS_KEY: keyFile });
  const issued = await issueTo(new ApiClient(started.url, apiKey));
  const caller = new TlsCaller({ tlsUrl: `https://localhost:${started.tlsPort}`, tlsRoot: cert }, issued);
  expect((await caller.get("/v1/orders")).status).toBe(200);
  caller.close();
  expect((await fetch(`${started.url}/ca/tls.pem`)).status).toBe(404);
  expect(await stop(started)).toBe(0);
});

test("without MTLS_PORT there is no such port, and nothing is said of it", async () => {
  const started = await start({ MTLS_PORT: "" });
  expect(started.said).toBe(`Paraph runs on ${started.url}.\n`);
  expect((await fetch(`${started.url}/ca/tls.pem`)).status).toBe(404);
  expect(await stop(started)).toBe(0);
});

test("a port that is taken is named with its variable, before anything else is touched", async () => {
  const started = await start({});
  const env = {
    PATH: process.env["PATH"],
    PORT: `${await freePort()}`,
    MTLS_PORT: `${started.tlsPort}`,
    PARAPH_DIRECTORY: join(directory, "none"),
  };
  const failed = run(process.execPath, [main], { env });
  await expect(failed).rejects.toThrow(
    new RegExp(`Port ${started.tlsPort} is taken; set MTLS_PORT to another`),
  );
  await stop(started);
});
