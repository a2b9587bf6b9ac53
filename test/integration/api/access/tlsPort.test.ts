import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { promisify } from "node:util";
import { ApiClient } from "../../../support/apiClient.js";
import { describeWhere } from "../../../support/judges.js";
import { openssl, opensslMissing } from "../../../support/openssl.js";
import { startService, type TestService } from "../../../support/service.js";
import { type IssuedCertificate, issueTo } from "../../../support/tlsCaller.js";

const run = promisify(execFile);

let service: TestService;
let directory: string;
let client: ApiClient;
let port: string;
beforeAll(async () => {
  service = await startService({ mutualTls: true });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  directory = await mkdtemp(join(tmpdir(), "paraph-tls-"));
  await writeFile(join(directory, "root.pem"), service.tlsRoot);
  ({ port } = new URL(service.tlsUrl));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await service.stop();
});

/** What `openssl s_client` says of a connection that it opens and closes. */
async function dialled(...options: string[]): Promise<string> {
  const args = ["s_client", "-connect", `127.0.0.1:${port}`, "-servername", "localhost", ...options];
  const child = execFile("openssl", args, { cwd: directory });
  child.stdin!.end();
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (text: string) => (said += text));
  await once(child, "close");
  return said;
}

describeWhere(opensslMissing === undefined, opensslMissing ?? "", "the TLS port", () => {
  test.each(["ec_p256", "rsa_2048"])("lets curl in with a .p12 of an %s key", async (keyType) => {
    const { pfx, passphrase }: IssuedCertificate = await issueTo(client, { key_type: keyType });
    await writeFile(join(directory, "client.p12"), pfx);
    const args = ["-sS", "--cacert", "root.pem", "--cert-type", "P12", "--cert", `client.p12:${passphrase}`];
    const { stdout } = await run("curl", [...args, `${service.tlsUrl}/v1/orders`], { cwd: directory });
    expect(JSON.parse(stdout)).toMatchObject({ data: [] });
  });

  test.each([
    ["-tls1_2", /Protocol *: TLSv1\.2|New, TLSv1\.2/],
    ["-tls1_3", /New, TLSv1\.3/],
  ])(
    "speaks %s, with a certificate for its names that leads to the published root",
    async (version, spoken) => {
      const checked = ["-CAfile", "root.pem", "-verify_return_error", "-verify_hostname", "localhost"];
      const said = await dialled(version, ...checked);
      expect(said).toMatch(spoken);
      expect(said).toContain("Verify return code: 0 (ok)");
      expect(await dialled(version, "-CAfile", "root.pem", "-verify_ip", "127.0.0.1")).toContain(
        "code: 0 (ok)",
      );
    },
  );

  test.each(["-tls1", "-tls1_1"])("does not speak %s", async (version) => {
    const said = await dialled(version, "-cipher", "ALL:@SECLEVEL=0");
    expect(said).toMatch(/alert protocol version/);
    expect(said).toMatch(/Cipher is \(NONE\)/);
  });

  test("asks for certificates of its two authorities, test and live, and of nobody else", async () => {
    const said = await dialled("-tls1_3");
    const names = /Acceptable client certificate CA names\n([\s\S]*?)\nRequested/
      .exec(said)?.[1]
      ?.split("\n");
    expect(names?.sort()).toEqual([
      "C = EU, O = Paraph, CN = Paraph Clients",
      "C = EU, O = Paraph, CN = Paraph Test Clients",
    ]);
  });

  test("its certificate is a server's and nothing else, and says so", async () => {
    const shown = await dialled("-showcerts");
    const [pem] = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(shown) ?? [];
    await writeFile(join(directory, "server.pem"), `${pem}\n`);
    const verify = ["verify", "-CAfile", "root.pem", "-x509_strict", "-purpose"];
    expect((await openssl(directory, ...verify, "sslserver", "server.pem")).toString()).toContain("OK");
    await expect(openssl(directory, ...verify, "sslclient", "server.pem")).rejects.toThrow(/unsuitable/);
    const text = await openssl(directory, "x509", "-in", "server.pem", "-noout", "-ext", "subjectAltName");
    expect(text.toString()).toMatch(/DNS:localhost, IP Address:127\.0\.0\.1, IP Address:0:0:0:0:0:0:0:1/);
  });
});

test("a client cannot begin another handshake on an open connection, and so show another certificate", async () => {
  const socket = connect({
    port: Number(port),
    host: "127.0.0.1",
    ca: service.tlsRoot,
    maxVersion: "TLSv1.2",
  });
  await once(socket, "secureConnect");
  socket.on("error", () => undefined).resume();
  let isRenegotiated = false;
  socket.renegotiate({}, (error) => {
    isRenegotiated = error === null;
  });
  await once(socket, "close");
  expect(isRenegotiated).toBe(false);
});
