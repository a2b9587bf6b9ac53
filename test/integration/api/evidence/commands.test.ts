import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { makeDueCheckpoints } from "../../../../api/checkpoints/dueCheckpoints.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { sweepDry } from "../../../support/evidenceMaking.js";
import { describeWith } from "../../../support/judges.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";

const run = promisify(execFile);
const paraph = fileURLToPath(new URL("../../../../cli/paraph.js", import.meta.url));

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
  const file = join(directory, `evidence-${order.id}.asice`);
  await writeFile(file, body);
  await run("unzip", ["-t", file]);
  await run("unzip", ["-q", file, "-d", directory], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
}

/** Types lines into a shell, one after the other, and stops at the first that fails. @returns all that was said */
async function type(lines: readonly string[]): Promise<string> {
  const shell = `paraph() { "${process.execPath}" "${paraph}" "$@"; }\nnpx() { "$@"; }\nset -e\n${lines.join("\n")}\n`;
  const { stdout, stderr } = await run("sh", ["-c", shell], { cwd: directory, maxBuffer: 1 << 26 });
  return stdout + stderr;
}

const programs = ["unzip", "pdfsig", "certutil", "openssl", "sha256sum"];
describeWith(programs, "a stranger with the evidence file, who types what README.txt says", () => {
  test("finds everything sound: container, documents, certificates, lists, time-stamps, chain and log", async () => {
    const order = await desk.order([ada, charles]);
    for (const index of [0, 1]) await desk.browser(order, index).sign();
    await makeDueCheckpoints(desk.service.platform);
    await sweepDry(desk);
    await unpack(order);
    const lines = await commands();
    const kinds = new Set(lines.map((line) => line.split(" ").slice(0, 2).join(" ")));
    for (const kind of [
      "npx paraph",
      "sha256sum -c",
      "openssl cms",
      "openssl ts",
      "openssl verify",
      "cmp -n",
    ]) {
      expect(kinds).toContain(kind);
    }
    const said = await type(lines);
    expect(said).not.toContain("FAILED");
    // Of the list that is signed, and of the log's head.
    expect(said.match(/CAdES Verification successful/g)).toHaveLength(2);
    expect(said).toContain("Verification: OK");
    expect(said).toContain("verify OK");
    expect(said).toContain("signer.pem: OK");
    expect(said).toMatch(/subject=.*CN ?= ?(Ada Lovelace|Charles Babbage)/);
    // Two signers' and that of the audit trail.
    expect(said.match(/Signature is Valid\./g)).toHaveLength(3);
    expect(said.match(/Certificate is Trusted\./g)).toHaveLength(3);
    expect(said).toContain("WHOLE: ");
  });

  test("can type the same when the documents are gone, where there is no log yet, and where nobody signed", async () => {
    const stored = await desk.order([ada]);
    await desk.browser(stored).sign();
    await desk.client.post(`/v1/orders/${stored.id}/test-clock`, { seconds: 1 });
    await sweepDry(desk);
    await desk.client.request("DELETE", `/v1/orders/${stored.id}/documents`);
    const running = await desk.order([ada]);
    for (const order of [stored, running]) {
      await unpack(order);
      const lines = await commands();
      expect(lines.join("\n")).not.toContain("documents/");
      expect(await type(lines)).toContain("CAdES Verification successful");
      await rm(directory, { recursive: true });
      directory = await mkdtemp(join(tmpdir(), "paraph-evidence-"));
    }
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
    expect(lines.join("\n")).toContain("documents/02-");
    expect(await type(lines)).toContain("Signature is Valid.");
    await expect(access(join(directory, "pwned"))).rejects.toThrow("ENOENT");
  });

  test("sees it when a document was changed, or a line of the trail, or the list of files", async () => {
    const order = await desk.order([ada]);
    await desk.browser(order).sign();
    await unpack(order);
    const lines = (await commands()).filter((line) => !line.startsWith("npx paraph verify-evidence"));
    const fails = (begin: string) =>
      expect(
        type(lines.filter((line) => line.startsWith(begin) || line.endsWith("root.pem"))),
      ).rejects.toThrow("Command failed");
    const change = async (name: string, from: string, to: string) => {
      const file = join(directory, name);
      const before = await readFile(file, "latin1");
      expect(before).toContain(from);
      await writeFile(file, before.replace(from, to), "latin1");
    };
    await change("documents/01-agreement.pdf", "/Type", "/Tyqe");
    await fails("cmp");
    await fails("sha256sum");
    await change("audit/audit.json", "link.opened", "link.closed");
    await fails("npx paraph verify-audit");
    await change("META-INF/ASiCManifest001.xml", "evidence.json", "evidence.jsom");
    await fails("openssl cms");
  });
});
