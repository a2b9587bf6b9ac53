import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { Worker } from "../../../api/work/worker.js";
import { DocumentServer } from "../../support/documentServer.js";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const page = fileURLToPath(new URL("../../../../docs/orders.md", import.meta.url));

describeWith(["bash", "curl"], "the page about orders", () => {
  let service: TestService;
  let worker: Worker;
  let folder: ReadersFolder;
  let elsewhere: DocumentServer;

  beforeAll(async () => {
    service = await startService();
    worker = new Worker(service.platform);
    worker.start();
    const { apiKey } = await service.tenant();
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, apiKey });
    elsewhere = await DocumentServer.start();
    elsewhere.has("/contract.pdf", await sampleContract());
  });
  afterAll(async () => {
    await worker.stop();
    await service.stop();
    await elsewhere.stop();
    await folder.close();
  });

  test("is one script that runs from top to bottom, and says what comes of it", async () => {
    const script = snippetsOf(await readFile(page, "utf8")).join("\n");
    const stdout = await folder.run(script, { CONTRACT_URL: elsewhere.url("/contract.pdf") });
    const said = stdout.split("\n");
    for (const line of ["2", "completed sent", "1", "ready", "crm/17", "0"]) expect(said).toContain(line);
    expect(stdout).toContain("tenant.email must be an e-mail address");
    expect(await readFile(folder.path("orders.csv"), "utf8")).toContain("crm/18");
  }, 60_000);

  test("fits on a page", async () => {
    expect((await readFile(page, "utf8")).split("\n").length).toBeLessThan(180);
  });
});
