import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { Worker } from "../../../api/work/worker.js";
import { DocumentServer } from "../../support/documentServer.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../../../docs/orders.md", import.meta.url));

describeWith(["bash", "curl"], "the page about orders", () => {
  let service: TestService;
  let worker: Worker;
  let directory: string;
  let elsewhere: DocumentServer;

  beforeAll(async () => {
    service = await startService();
    worker = new Worker(service.platform);
    worker.start();
    directory = await mkdtemp(join(tmpdir(), "paraph-orders-"));
    const { apiKey } = await service.tenant();
    await mkdir(join(directory, "var"));
    await writeFile(
      join(directory, "var", "demo.json"),
      JSON.stringify({ baseUrl: service.baseUrl, apiKey }),
    );
    await writeFile(join(directory, "contract.pdf"), await sampleContract());
    elsewhere = await DocumentServer.start();
    elsewhere.has("/contract.pdf", await sampleContract());
  });
  afterAll(async () => {
    await worker.stop();
    await service.stop();
    await elsewhere.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script that runs from top to bottom, and says what comes of it", async () => {
    const snippets = [...(await readFile(page, "utf8")).matchAll(/```sh\n([\s\S]*?)```/g)];
    const script = snippets.map(([, snippet]) => snippet).join("\n");
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], {
      cwd: directory,
      env: { ...process.env, CONTRACT_URL: elsewhere.url("/contract.pdf") },
    });
    const said = stdout.split("\n");
    for (const line of ["2", "completed sent", "1", "ready", "crm/17", "0"]) expect(said).toContain(line);
    expect(stdout).toContain("tenant.email must be an e-mail address");
    expect(await readFile(join(directory, "orders.csv"), "utf8")).toContain("crm/18");
  }, 60_000);

  test("fits on a page", async () => {
    expect((await readFile(page, "utf8")).split("\n").length).toBeLessThan(180);
  });
});
