import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../api/demo/sampleContract.js";

const program = fileURLToPath(new URL("../../cli/paraph.js", import.meta.url));

/** What `npm start` writes into `var/demo.json`, as far as the docs read it. */
export interface Demo {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly tenantId?: string;
}

/** The snippets of a page in Markdown. @param language as it stands behind the fence */
export function snippetsOf(page: string, language = "sh"): string[] {
  const fenced = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g");
  return [...page.matchAll(fenced)].map(([, text = ""]) => text);
}

/** The folder of somebody who does what a page of the docs says: a contract, what `npm start` left, and `npx paraph`. */
export class ReadersFolder {
  private constructor(readonly directory: string) {}

  static async open(demo: Demo): Promise<ReadersFolder> {
    const folder = new ReadersFolder(await mkdtemp(join(tmpdir(), "paraph-reader-")));
    await mkdir(folder.path("var"));
    await writeFile(folder.path("var/demo.json"), JSON.stringify(demo));
    await writeFile(folder.path("contract.pdf"), await sampleContract());
    // `npx paraph` as it is inside a checkout; the snippets run outside of one.
    await mkdir(folder.path("bin"));
    const npx = folder.path("bin/npx");
    await writeFile(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`);
    await chmod(npx, 0o755);
    return folder;
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  /**
   * Runs snippets as one script of bash, which ends at the first command that fails.
   * @returns what it said
   */
  async run(script: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
    const { stdout } = await promisify(execFile)("bash", ["-eu", "-o", "pipefail", "-c", script], {
      cwd: this.directory,
      env: {
        ...process.env,
        ...environment,
        PATH: `${this.path("bin")}${delimiter}${process.env["PATH"]}`,
      },
      timeout: 55_000,
    });
    return stdout;
  }

  close(): Promise<void> {
    return rm(this.directory, { recursive: true, force: true });
  }
}
