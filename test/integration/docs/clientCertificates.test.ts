import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ApiClient } from "../../support/apiClient.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../../", import.meta.url));

describeWith(["bash", "curl", "awk"], "what the page about operating says of client certificates", () => {
  let service: TestService;
  let directory: string;
  let apiKey: string;

  beforeAll(async () => {
    service = await startService({ mutualTls: true });
    directory = await mkdtemp(join(tmpdir(), "paraph-certificates-"));
    apiKey = (await service.tenant()).apiKey;
    // `npx paraph` as it is inside a checkout; here the snippets run outside of one.
    await mkdir(join(directory, "bin"));
    const program = join(root, "dist", "cli", "paraph.js");
    await writeFile(
      join(directory, "bin", "npx"),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`,
    );
    await chmod(join(directory, "bin", "npx"), 0o755);
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script: issued, used over TLS, and revoked", async () => {
    const page = await readFile(join(root, "docs", "operating.md"), "utf8");
    const [, section = ""] = /\n## Client certificates\n([\s\S]*?)\n## /.exec(page) ?? [];
    const snippets = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
    expect(snippets).toHaveLength(4);
    const script = snippets
      .join("\n")
      .replaceAll("http://127.0.0.1:3000", service.baseUrl)
      .replaceAll("https://localhost:8443", service.tlsUrl);
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], {
      cwd: directory,
      env: {
        ...process.env,
        PARAPH_API_KEY: apiKey,
        PATH: `${join(directory, "bin")}${delimiter}${process.env["PATH"]}`,
      },
    });
    expect(stdout).toMatch(/^\{"data":\[\],"has_more":false,"next_cursor":null\}crt_\w{26} is revoked since/);
    expect((await stat(join(directory, "erp.p12"))).mode & 0o777).toBe(0o600);
    const client = new ApiClient(service.baseUrl, apiKey);
    const { body } = await client.get<{ data: { state: string }[] }>("/v1/client-certificates");
    expect(body.data.map(({ state }) => state)).toEqual(["revoked"]);
    const authorities = await readFile(join(directory, "clients.crt"), "utf8");
    const names = authorities
      .match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g)!
      .map((pem) => new X509Certificate(pem).subject.split("\n").at(-1));
    expect(names).toEqual(["CN=Paraph Clients", "CN=Paraph Test Clients"]);
  }, 60_000);
});
