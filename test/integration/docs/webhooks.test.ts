import { randomBytes } from "node:crypto";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { publicKeyText, secretText } from "../../../api/webhooks/signatures/secretText.js";
import { signatureHeaders } from "../../../api/webhooks/signatures/signatureHeaders.js";
import { publicKeyOf, signingSecret } from "../../../api/webhooks/signatures/signingSecret.js";
import { Worker } from "../../../api/work/worker.js";
import { freePort } from "../../support/freePort.js";
import { describeWith } from "../../support/judges.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";
import { startService, type TestService } from "../../support/service.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
type Check = (body: string, headers: object, key: string) => boolean;

describeWith(["bash", "curl"], "the page about webhooks", () => {
  let service: TestService;
  let worker: Worker;
  let folder: ReadersFolder;
  let page: string;
  let ticking: NodeJS.Timeout;

  beforeAll(async () => {
    // Where the page has a port, the test takes one that is free.
    const text = await readFile(join(root, "docs", "webhooks.md"), "utf8");
    page = text.replaceAll("4000", String(await freePort()));
    service = await startService();
    // A receiver that was not there yet is tried again in its time.
    ticking = setInterval(() => service.clock.advance(0.1), 100);
    worker = new Worker(service.platform);
    worker.start();
    const { apiKey } = await service.tenant();
    folder = await ReadersFolder.open({ baseUrl: service.baseUrl, apiKey });
    await symlink(join(root, "node_modules"), folder.path("node_modules"));
    for (const program of snippetsOf(page, "js")) {
      const name = /^\/\/ (\S+\.mjs)\n/.exec(program)![1]!;
      await writeFile(folder.path(name), program);
    }
  });
  afterAll(async () => {
    clearInterval(ticking);
    await worker.stop();
    await service.stop();
    await folder.close();
  });

  test("is one script that runs from top to bottom, with a receiver that takes what is signed for it", async () => {
    const script = `trap 'kill "\${receiver:-}" 2>/dev/null || true' EXIT\n${snippetsOf(page).join("\n")}`;
    const stdout = await folder.run(script);
    expect(stdout).toContain("paused\nenabled\n");
    const heard = (await readFile(folder.path("heard.txt"), "utf8")).trim().split("\n");
    expect(heard.filter((line) => /^order\.created ord_\w{26} 1$/.test(line))).toHaveLength(3);
    expect(heard.every((line) => /^(order\.\w+|signer\.signed) ord_\w{26} \d+$/.test(line))).toBe(true);
  }, 60_000);

  test.each(["v1", "v1a"])(
    "has a check of %s without a library, which takes ours and nothing else",
    async (version) => {
      const module = pathToFileURL(folder.path(`${version}.mjs`)).href;
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
