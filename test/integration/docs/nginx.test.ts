import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addressesIn } from "../../../api/allowedAddresses/rangeSet.js";
import { ApiClient } from "../../support/apiClient.js";
import { freePort } from "../../support/freePort.js";
import { describeWith } from "../../support/judges.js";
import { loopbackCertificate, openssl } from "../../support/openssl.js";
import { startService, type TestService } from "../../support/service.js";
import { type IssuedCertificate, issueTo, TlsCaller } from "../../support/tlsCaller.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

describeWith(["nginx", "openssl"], "nginx, configured as the page about operating says,", () => {
  let service: TestService;
  let client: ApiClient;
  let directory: string;
  let nginx: ChildProcess;
  let port: number;
  let trust: string;
  const callers: TlsCaller[] = [];

  beforeAll(async () => {
    const certificateHeader = { name: "client-cert", trusts: addressesIn(["127.0.0.1"]) };
    service = await startService({ certificateHeader, proxies: 1 });
    client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
    directory = await mkdtemp(join(tmpdir(), "paraph-nginx-"));
    port = await freePort();
    const { cert, key } = await loopbackCertificate(directory);
    trust = cert;
    const clients = await Promise.all(
      ["live", "test"].map(async (mode) => (await fetch(`${service.baseUrl}/ca/${mode}/clients.crt`)).text()),
    );
    await Promise.all([
      writeFile(join(directory, "server.crt"), cert),
      writeFile(join(directory, "server.key"), key),
      writeFile(join(directory, "clients.crt"), clients.join("")),
      writeFile(join(directory, "nginx.conf"), await configuration()),
    ]);
    nginx = spawn("nginx", ["-p", directory, "-e", "error.log", "-c", "nginx.conf"], { stdio: "inherit" });
    while (!(await isListening())) await wait(20);
  });
  afterAll(async () => {
    for (const caller of callers) caller.close();
    nginx.kill("SIGTERM");
    await once(nginx, "exit");
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** The page's server, with places of this test in the place of its own. */
  async function configuration(): Promise<string> {
    const page = await readFile(join(root, "docs", "operating.md"), "utf8");
    const [, server = ""] = /```nginx\n([\s\S]*?)```/.exec(page) ?? [];
    const here = server
      .replace("listen 443", `listen 127.0.0.1:${port}`)
      .replaceAll("/etc/nginx/paraph/", `${directory}/`)
      .replaceAll("http://127.0.0.1:3000", service.baseUrl);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (what) => `${what}_temp_path ${what};`,
    );
    return `daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${temporary.join("\n")}\n${here}}\n`;
  }

  async function isListening(): Promise<boolean> {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }

  function caller(credentials: object = {}): TlsCaller {
    const made = new TlsCaller({ tlsUrl: `https://localhost:${port}`, tlsRoot: trust }, credentials);
    callers.push(made);
    return made;
  }

  const withFile = ({ pfx, passphrase }: IssuedCertificate) => caller({ pfx, passphrase });

  test("lets in whoever has a certificate of ours and its key, and nobody else by the same header", async () => {
    const issued = await issueTo(client);
    expect((await withFile(issued).get("/v1/orders")).status).toBe(200);
    const forged = { "Client-Cert": encodeURIComponent(issued.pem) };
    expect(await caller().get("/v1/orders", forged)).toMatchObject({ status: 401, code: "api_key_missing" });
  });

  test("hands on a foreign certificate, so that the answer says what it is", async () => {
    const request = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-days",
      "1",
    ];
    const made = await openssl(directory, ...request, "-subj", "/CN=Somebody", "-keyout", "-", "-out", "-");
    const refused = await caller({ cert: made, key: made }).get("/v1/orders");
    expect(refused).toMatchObject({ status: 401, code: "certificate_unknown" });
  });

  test("hands on one that has expired, and one that was revoked, likewise", async () => {
    service.clock.advance(-40 * 86_400);
    const end = new Date(service.clock.now().getTime() + 10 * 86_400_000).toISOString();
    const expired = await issueTo(client, { expires_at: end });
    service.clock.advance(40 * 86_400);
    expect(await withFile(expired).get("/v1/orders")).toMatchObject({
      status: 401,
      code: "certificate_expired",
    });
    const revoked = await issueTo(client);
    await client.request("DELETE", `/v1/client-certificates/${revoked.id}`);
    expect(await withFile(revoked).get("/v1/orders")).toMatchObject({
      status: 401,
      code: "certificate_revoked",
    });
  });

  test("vouches for the caller's address, whatever the caller says of it", async () => {
    const issued = withFile(await issueTo(client));
    const { body } = await issued.get("/v1/allowed-addresses", { "X-Forwarded-For": "192.0.2.1" });
    expect(body["your_address"]).toBe("127.0.0.1");
  });
});
