import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { publicKeyText, secretText } from "../../../api/webhooks/signatures/secretText.js";
import { signatureHeaders } from "../../../api/webhooks/signatures/signatureHeaders.js";
import { publicKeyOf, signingSecret } from "../../../api/webhooks/signatures/signingSecret.js";
import { Worker } from "../../../api/work/worker.js";
import { freePort } from "../../support/freePort.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../../", import.meta.url));
type Check = (body: string, headers: object, key: string) => boolean;

describeWith(["bash", "curl"], "the page about webhooks", () => {
  let service: TestService;
  let worker: Worker;
  let directory: string;
  let page: string;
  let ticking: NodeJS.Timeout;

  /** All snippets of one language. */
  const snippets = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
      ([, text = ""]) => text,
    );

  beforeAll(async () => {
    // Where the page has a port, the test takes one that is free.
    const text = await readFile(join(root, "docs", "webhooks.md"), "utf8");
    page = text.replaceAll("4000", String(await freePort()));
    service = await startService();
    // A receiver that was not there yet is tried again in its time.
    ticking = setInterval(() => service.clock.advance(0.1), 100);
    worker = new Worker(service.platform);
    worker.start();
    directory = await mkdtemp(join(tmpdir(), "paraph-webhooks-"));
    const { apiKey } = await service.tenant();
    await mkdir(join(directory, "var"));
    const demo = JSON.stringify({ baseUrl: service.baseUrl, apiKey });
    await writeFile(join(directory, "var", "demo.json"), demo);
    await writeFile(join(directory, "contract.pdf"), await sampleContract());
    await symlink(join(root, "node_modules"), join(directory, "node_modules"));
    for (const program of snippets("js")) {
      const name = /^\/\/ (\S+\.mjs)\n/.exec(program)![1]!;
      await writeFile(join(directory, name), program);
    }
  });
  afterAll(async () => {
    clearInterval(ticking);
    await worker.stop();
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script that runs from top to bottom, with a receiver that takes what is signed for it", async () => {
    const script = `trap 'kill "\${receiver:-}" 2>/dev/null || true' EXIT\n${snippets("sh").join("\n")}`;
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], {
      cwd: directory,
      timeout: 50_000,
    });
    expect(stdout).toContain("paused\nenabled\n");
    const heard = (await readFile(join(directory, "heard.txt"), "utf8")).trim().split("\n");
    expect(heard.filter((line) => /^order\.created ord_\w{26} 1$/.test(line))).toHaveLength(3);
    expect(heard.every((line) => /^(order\.\w+|signer\.signed) ord_\w{26} \d+$/.test(line))).toBe(true);
  }, 60_000);

  test.each(["v1", "v1a"])(
    "has a check of %s without a library, which takes ours and nothing else",
    async (version) => {
      const module = pathToFileURL(join(directory, `${version}.mjs`)).href;
      const { isFromParaph } = (await import(module)) as { isFromParaph: Check };
      const [bytes, others] = [randomBytes(64), randomBytes(64)];
      const keyOf = (of: Uint8Array) =>
        version === "v1"
          ? secretText(of.subarray(0, 32))
          : publicKeyText(publicKeyOf(signingSecret("1", of)));
      const body = '{"type":"order.completed"}';
      const signed = (at: Date) => ({ ...signatureHeaders([signingSecret("1", bytes)], "ntf_1", at, body) });
      const headers = signed(new Date());
      expect(isFromParaph(body, headers, keyOf(bytes))).toBe(true);
      expect(isFromParaph(body, headers, keyOf(others))).toBe(false);
      expect(isFromParaph(`${body} `, headers, keyOf(bytes))).toBe(false);
      for (const change of [
        { "webhook-id": "ntf_2" },
        { "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 1) },
        { "webhook-timestamp": "now" },
        { "webhook-signature": "v1,AAAA v1a,AAAA v2,AAAA" },
      ]) {
        expect(isFromParaph(body, { ...headers, ...change }, keyOf(bytes))).toBe(false);
      }
      expect(isFromParaph(body, signed(new Date(Date.now() - 301_000)), keyOf(bytes))).toBe(false);
      expect(isFromParaph(body, signed(new Date(Date.now() + 302_000)), keyOf(bytes))).toBe(false);
    },
  );
});
