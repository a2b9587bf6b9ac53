import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { zipSync } from "fflate";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { evidenceOf, letTheHourPass, sweepDry } from "../../../support/evidenceMaking.js";
import { CertSignDesk, type Failed, holder } from "./certSignDesk.js";

const run = promisify(execFile);
const zip = Buffer.from(
  zipSync({ "id/card.txt": Buffer.from("1445415566"), "call.wav": Buffer.alloc(9000) }),
);
let desk: CertSignDesk;
let directory: string;

beforeAll(async () => {
  desk = await CertSignDesk.open();
  directory = await mkdtemp(join(tmpdir(), "paraph-proof-"));
});
afterAll(async () => {
  await desk.close();
  await rm(directory, { recursive: true, force: true });
});

const create = (zipFiles: unknown) =>
  desk.call<Failed>("POST", "/ephemeral/orders", { holder, proofFolder: { zipFiles } });

describe("a proof folder", () => {
  test("is kept with the order, put into its evidence as it came, told in its statement, and erased with it", async () => {
    const order = await desk.order({
      proofFolder: { zipFiles: zip.toString("base64").replace(/(.{76})/g, "$1\n") },
    });
    await desk.addDocuments(order);
    await desk.sign(order);
    const id = await desk.publicId(order);
    const view = (await desk.desk.client.get<OrderView>(`/v1/orders/${id}`)).body;
    expect(view.proof_folder).toMatchObject({ bytes: zip.length, entries: 2 });
    await letTheHourPass(desk.desk);
    const { bytes, files, statement, text } = await evidenceOf(desk.desk, view);
    expect(Buffer.from(files["proof-folder/proof-folder.zip"]!)).toEqual(zip);
    expect(statement.proof_folder).toEqual({
      file: "proof-folder/proof-folder.zip",
      ...view.proof_folder,
      stated_by_caller: true,
    });
    expect(text("README.txt")).toMatch(/proof-folder\/ +what the sender gave/);
    const trustAnchors = [files["certificates/root.cer"]!];
    const report = verifyEvidence(bytes, { trustAnchors, time: desk.desk.service.clock.now() });
    expect([report.verdict, report.faults]).toEqual(["passed", []]);
    expect(JSON.stringify(report)).toContain("It is the one that the sender gave");

    const key = `${desk.desk.tenantId}/evidence`;
    expect((await desk.desk.objectKeys()).some((name) => name.startsWith(key) && name.endsWith(".zip"))).toBe(
      true,
    );
    await desk.desk.client.post(`/v1/orders/${id}/test-clock`, { seconds: 3700 * 86_400 });
    await sweepDry(desk.desk);
    await sweepDry(desk.desk);
    expect((await desk.desk.objectKeys()).filter((name) => name.endsWith(".zip"))).toEqual([]);
    const rows = await desk.desk.sql("SELECT proof_folder FROM orders WHERE proof_folder IS NOT NULL");
    expect(rows).toEqual([]);
    expect(await desk.desk.sql("SELECT 1 FROM certsign_orders")).toEqual([]);
    expect(await desk.desk.sql("SELECT 1 FROM certsign_requests")).toEqual([]);
  }, 120_000);

  test("of any program is taken: folders, comments and links do not matter to what is never unpacked", async () => {
    await writeFile(join(directory, "note.txt"), "kept");
    await run(
      "python3",
      [
        "-c",
        "import zipfile;z=zipfile.ZipFile('made.zip','w',zipfile.ZIP_DEFLATED);z.mkdir('folder');z.write('note.txt','folder/note.txt');z.comment=b'by us';z.close()",
      ],
      { cwd: directory },
    );
    const made = await readFile(join(directory, "made.zip"));
    expect((await create(made.toString("base64"))).status).toBe(200);
    expect((await create("")).status).toBe(200);
    expect((await create(null)).status).toBe(200);
  });

  test.each<[string, () => string]>([
    ["no ZIP file", () => Buffer.from("MIIDnjCCAoagAwIBAgIBAzAN", "base64").toString("base64")],
    ["a ZIP file that was cut off", () => zip.subarray(0, zip.length - 30).toString("base64")],
    [
      "a directory that is not there",
      () =>
        Buffer.from(zip)
          .fill(0xee, zip.length - 10, zip.length - 2)
          .toString("base64"),
    ],
    [
      "more than a thousand files",
      () =>
        Buffer.from(
          zipSync(
            Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}`, new Uint8Array()])),
          ),
        ).toString("base64"),
    ],
  ])("that is %s is refused, and nothing is kept", async (_, content) => {
    const before = await desk.desk.sql("SELECT 1 FROM orders");
    const { status, body } = await create(content());
    expect([status, body.errorCode, body.field]).toEqual([400, "FIELD_INVALID", "proofFolder.zipFiles"]);
    expect(await desk.desk.sql("SELECT 1 FROM orders")).toHaveLength(before.length);
  });

  test("that is too large is refused as such", async () => {
    const { status, body } = await create(Buffer.alloc(21 * 1024 * 1024).toString("base64"));
    expect([status, body.errorCode, body.field]).toEqual([413, "TOO_LARGE", "proofFolder.zipFiles"]);
  });
});
