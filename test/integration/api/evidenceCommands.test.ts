import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { describeWith } from "../../support/judges.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

const run = promisify(execFile);
const paraph = fileURLToPath(new URL("../../../cli/paraph.js", import.meta.url));

let desk: OrderDesk;
let directory: string;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-evidence-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** What the README.txt of an unpacked evidence file tells to type. */
async function commands(): Promise<string[]> {
  const readme = await readFile(join(directory, "README.txt"), "utf8");
  return readme
    .split("\n")
    .filter((line) => /^ {4}\S/.test(line))
    .map((line) => line.trim());
}

async function unpack(order: OrderView): Promise<void> {
  const { body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/evidence`);
  const file = join(directory, "evidence.zip");
  await writeFile(file, body);
  await run("unzip", ["-t", file]);
  await run("unzip", ["-q", file, "-d", directory]);
}

/** Types them into a shell, one after the other, and stops at the first that fails. */
async function type(lines: readonly string[]): Promise<string> {
  const shell = `paraph() { "${process.execPath}" "${paraph}" "$@"; }\nnpx() { "$@"; }\nset -e\n${lines.join("\n")}\n`;
  const { stdout } = await run("sh", ["-c", shell], { cwd: directory });
  return stdout;
}

describeWith(["unzip", "pdfsig", "certutil"], "a stranger with the evidence file", () => {
  test("finds both signatures valid and trusted, the source unchanged and the trail whole, as README.txt says", async () => {
    const order = await desk.order([ada, charles]);
    for (const index of [0, 1]) await desk.browser(order, index).sign();
    await unpack(order);
    const lines = await commands();
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["mkdir", "certutil", "pdfsig", "cmp", "npx"]);
    const said = await type(lines);
    expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(said.match(/Certificate is Trusted\./g)).toHaveLength(2);
    expect(said).toContain("WHOLE: ");
  });

  test("can type the same where a document that is only read comes first, and names are hostile", async () => {
    const order = await desk.order([ada], {
      documents: [
        { name: "Read me first.pdf", content: desk.content, kind: "info" },
        { name: '$(touch pwned) "`touch pwned`".pdf', content: desk.content },
        { name: "契".repeat(200), content: desk.content },
      ],
    });
    await desk.browser(order).sign();
    await unpack(order);
    const lines = await commands();
    expect(lines.join("\n")).toContain("source/02-");
    const said = await type(lines);
    expect(said).toContain("Signature is Valid.");
    await expect(access(join(directory, "pwned"))).rejects.toThrow("ENOENT");
  });

  test("sees it when a document was changed, or a line of the trail", async () => {
    const order = await desk.order([ada]);
    await desk.browser(order).sign();
    await unpack(order);
    const lines = await commands();
    const signed = join(directory, "signed", "01-agreement-signed.pdf");
    const bytes = await readFile(signed);
    bytes[300] = bytes[300]! ^ 1;
    await writeFile(signed, bytes);
    const audit = join(directory, "audit.json");
    await writeFile(audit, (await readFile(audit, "utf8")).replace("link.opened", "link.closed"));
    expect(await type(lines.slice(0, 3))).not.toContain("Signature is Valid.");
    for (const line of lines.slice(3)) await expect(type([line])).rejects.toThrow("Command failed");
  });
});
