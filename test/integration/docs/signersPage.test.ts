import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../../../docs/signers-page.md", import.meta.url));

describeWith(["bash", "curl"], "the page about the signers' page", () => {
  let service: TestService;
  let directory: string;

  beforeAll(async () => {
    service = await startService();
    directory = await mkdtemp(join(tmpdir(), "paraph-signers-page-"));
    const { apiKey } = await service.tenant();
    await mkdir(join(directory, "var"));
    const demo = JSON.stringify({ baseUrl: service.baseUrl, apiKey });
    await writeFile(join(directory, "var", "demo.json"), demo);
    await writeFile(join(directory, "contract.pdf"), await sampleContract());
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script that runs from top to bottom, and what it says comes of it", async () => {
    const snippets = [...(await readFile(page, "utf8")).matchAll(/```sh\n([\s\S]*?)```/g)];
    const script = snippets.map(([, snippet]) => snippet).join("\n");
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], { cwd: directory });
    const said = stdout.trim().split("\n").slice(-3);
    expect(said).toEqual([
      "frame-ancestors https://crm.example.com",
      expect.stringMatching(/^#(?!1d3a6e)[0-9a-f]{6}$/),
      "drawn",
    ]);
  });
});
