import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../../", import.meta.url));

describeWith(["bash", "curl"], "the README", () => {
  let service: TestService;
  let directory: string;

  beforeAll(async () => {
    service = await startService();
    directory = await mkdtemp(join(tmpdir(), "paraph-readme-"));
    const { apiKey, tenantId } = await service.tenant();
    await mkdir(join(directory, "var"));
    await writeFile(
      join(directory, "var", "demo.json"),
      JSON.stringify({ baseUrl: service.baseUrl, apiKey, tenantId }),
    );
    await writeFile(join(directory, "contract.pdf"), await sampleContract());
    // `npx paraph` as it is inside a checkout; here the snippet runs outside of one.
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

  test("leads from an order to a signed PDF and a trail that verifies, in ten lines", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const snippet = /```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    expect(snippet.trim().split("\n")).toHaveLength(10);
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", snippet], {
      cwd: directory,
      env: { ...process.env, PATH: `${join(directory, "bin")}${delimiter}${process.env["PATH"]}` },
    });
    expect(stdout).toContain("WHOLE: ");
    const signed = await readFile(join(directory, "signed.pdf"), "latin1");
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
