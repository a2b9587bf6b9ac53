import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

describeWith(["bash", "curl"], "the README", () => {
  let service: TestService;
  let folder: ReadersFolder;

  beforeAll(async () => {
    service = await startService();
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, ...(await service.tenant()) });
  });
  afterAll(async () => {
    await service.stop();
    await folder.close();
  });

  test("leads from an order to a signed PDF and a trail that verifies, in ten lines", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const [snippet = ""] = snippetsOf(readme);
    expect(snippet.trim().split("\n")).toHaveLength(10);
    const stdout = await folder.run(snippet);
    expect(stdout).toContain("WHOLE: ");
    const signed = await readFile(folder.path("signed.pdf"), "latin1");
    expect(signed).toContain("/ETSI.CAdES.detached");
  });

  test("fits on a screen", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    expect(readme.split("\n").length).toBeLessThan(70);
  });

  test("links to nothing that is not there", async () => {
    const below = await readdir(join(root, "docs"), { recursive: true });
    const pages = below.filter((name) => name.endsWith(".md")).map((name) => join("docs", name));
    expect(pages.length).toBeGreaterThan(10);
    for (const name of ["README.md", "CONTRIBUTING.md", "engine/README.md", "engine/ERRORS.md", ...pages]) {
      const text = await readFile(join(root, name), "utf8");
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? "");
      for (const link of links) await expect(stat(join(root, name, "..", link))).resolves.toBeDefined();
    }
  });
});
