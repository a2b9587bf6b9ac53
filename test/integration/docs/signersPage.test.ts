import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const page = fileURLToPath(new URL("../../../../docs/signers-page.md", import.meta.url));

describeWith(["bash", "curl"], "the page about the signers' page", () => {
  let service: TestService;
  let folder: ReadersFolder;

  beforeAll(async () => {
    service = await startService();
    const { apiKey } = await service.tenant();
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, apiKey });
  });
  afterAll(async () => {
    await service.stop();
    await folder.close();
  });

  test("is one script that runs from top to bottom, and what it says comes of it", async () => {
    const script = snippetsOf(await readFile(page, "utf8")).join("\n");
    const stdout = await folder.run(script);
    const said = stdout.trim().split("\n").slice(-3);
    expect(said).toEqual([
      "frame-ancestors https://crm.example.com",
      expect.stringMatching(/^#(?!1d3a6e)[0-9a-f]{6}$/),
      "drawn",
    ]);
  });
});
