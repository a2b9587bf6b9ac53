import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Worker } from "../../../api/work/worker.js";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../../../docs/dialects.md", import.meta.url));

describeWith(["bash", "curl", "pdfsig"], "the page about other people's APIs", () => {
  let service: TestService;
  let worker: Worker;
  let folder: ReadersFolder;

  beforeAll(async () => {
    service = await startService();
    worker = new Worker(service.platform);
    worker.start();
    const { apiKey } = await service.tenant();
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, apiKey });
  });
  afterAll(async () => {
    await worker.stop();
    await service.stop();
    await folder.close();
  });

  test("is one script that runs from top to bottom, and ends with a signed PDF", async () => {
    const script = snippetsOf(await readFile(page, "utf8")).join("\n");
    const stdout = await folder.run(script);
    const said = stdout.split("\n");
    expect(said[0]).toContain(`${service.platform.publicUrl}/s/`);
    for (const line of ["WAIT_SIGN", "1", "SIGNED"]) expect(said).toContain(line);
    const { stdout: judged } = await run("pdfsig", ["-nocert", folder.path("signed.pdf")]);
    expect(judged).toContain("Signature is Valid");
  }, 60_000);

  test("fits on a page", async () => {
    expect((await readFile(page, "utf8")).split("\n").length).toBeLessThan(150);
  });
});
