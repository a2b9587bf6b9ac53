import { X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ApiClient } from "../../support/apiClient.js";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

describeWith(["bash", "curl", "awk"], "what the page about operating says of client certificates", () => {
  let service: TestService;
  let folder: ReadersFolder;
  let apiKey: string;

  beforeAll(async () => {
    service = await startService({ mutualTls: true });
    apiKey = (await service.tenant()).apiKey;
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, apiKey });
  });
  afterAll(async () => {
    await service.stop();
    await folder.close();
  });

  test("is one script: issued, used over TLS, and revoked", async () => {
    const page = await readFile(join(root, "docs", "operating.md"), "utf8");
    const [, section = ""] = /\n## Client certificates\n([\s\S]*?)\n## /.exec(page) ?? [];
    const snippets = snippetsOf(section);
    expect(snippets).toHaveLength(4);
    const script = snippets
      .join("\n")
      .replaceAll("http://127.0.0.1:3000", service.baseUrl)
      .replaceAll("https://localhost:8443", service.tlsUrl);
    const stdout = await folder.run(script, { PARAPH_API_KEY: apiKey });
    expect(stdout).toMatch(/^\{"data":\[\],"has_more":false,"next_cursor":null\}crt_\w{26} is revoked since/);
    expect((await stat(folder.path("erp.p12"))).mode & 0o777).toBe(0o600);
    const client = new ApiClient(service.baseUrl, apiKey);
    const { body } = await client.get<{ data: { state: string }[] }>("/v1/client-certificates");
    expect(body.data.map(({ state }) => state)).toEqual(["revoked"]);
    const authorities = await readFile(folder.path("clients.crt"), "utf8");
    const names = authorities
      .match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g)!
      .map((pem) => new X509Certificate(pem).subject.split("\n").at(-1));
    expect(names).toEqual(["CN=Paraph Clients", "CN=Paraph Test Clients"]);
  }, 60_000);
});
