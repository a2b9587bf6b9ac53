import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { signatureFindings } from "../../../engine/validation/signatureFinding.js";
import { describeWith } from "../../support/judges.js";
import { OrderDesk } from "../../support/orderDesk.js";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../../../docs/verification.md", import.meta.url));

describeWith(["bash", "curl"], "the page about verification", () => {
  let desk: OrderDesk;
  let directory: string;

  beforeAll(async () => {
    desk = await OrderDesk.open();
    directory = await mkdtemp(join(tmpdir(), "paraph-verification-"));
    const order = await desk.order();
    await desk.browser(order).sign();
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    await mkdir(join(directory, "var"));
    const demo = { baseUrl: desk.service.baseUrl, apiKey: desk.client.apiKey };
    await writeFile(join(directory, "var", "demo.json"), JSON.stringify(demo));
    await writeFile(join(directory, "signed.pdf"), (await desk.client.get<Buffer>(path)).body);
  });
  afterAll(async () => {
    await desk.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("is one script that runs from top to bottom, and says what comes of it", async () => {
    const snippets = [...(await readFile(page, "utf8")).matchAll(/```sh\n([\s\S]*?)```/g)];
    const script = snippets.map(([, snippet]) => snippet).join("\n");
    const { stdout } = await run("bash", ["-eu", "-o", "pipefail", "-c", script], { cwd: directory });
    expect(stdout.trim().split("\n")).toEqual(["TOTAL_PASSED", "Ada Lovelace: extended", "NOT_YET_VALID"]);
  });

  test("names no sub-indication that does not exist", async () => {
    const named = (await readFile(page, "utf8")).match(/\b[A-Z]+_[A-Z_]*(FAILURE|FOUND|VALID)\b/g) ?? [];
    const known = new Set<string | null>(Object.values(signatureFindings));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
