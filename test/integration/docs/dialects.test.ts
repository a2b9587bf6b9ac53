import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { Worker } from "../../../api/work/worker.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../../../docs/dialects.md", import.meta.url));

describeWith(["bash", "curl", "pdfsig"], "the page about other people's APIs", () => {
  let service: TestService;
  let worker: Worker;
  let directory: string;

  beforeAll(async () => {
    service = await startService();
    worker = new Worker(service.platform);
    worker.start();
    directory = await mkdtemp(join(tmpdir(), "paraph-dialects-"));
    const { apiKey } = await service.tenant();
    await mkdir(join(directory, "var"));
    await writeFile(
      join(directory, "var", "demo.json"),
      JSON.stringify({ baseUrl: service.baseUrl, apiKey }),
    );
    await writeFile(join(directory, "contract.pdf"), await sampleContract());
  });
  afterAll(async () => {
    await worker.stop();
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script that runs from top to bottom, and ends with a signed PDF", async () => {
    const snippets = [...(await readFile(page, "utf8")).matchAll(/```sh\n([\s\S]*?)```/g)];
    const script = snippets.map(([, snippet]) => snippet).join("\n");
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], { cwd: directory });
    const said = stdout.split("\n");
    expect(said[0]).toContain(`${service.platform.publicUrl}/s/`);
    for (const line of ["WAIT_SIGN", "1", "SIGNED"]) expect(said).toContain(line);
    const { stdout: judged } = await run("pdfsig", ["-nocert", join(directory, "signed.pdf")]);
    expect(judged).toContain("Signature is Valid");
  }, 60_000);

  test("fits on a page", async () => {
    expect((await readFile(page, "utf8")).split("\n").length).toBeLessThan(150);
  });
});
