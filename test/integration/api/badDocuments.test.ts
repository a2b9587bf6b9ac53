import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import type { Problem } from "../../../api/http/problem.js";
import { describeWith } from "../../support/judges.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { handWrittenPdf, ONE_PAGE } from "../../unit/engine/pdf/handWritten.js";

const megabyte = 1024 * 1024;

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

type Way = "base64" | "multipart";

/** Sends an order with these files; nobody has to take it. */
async function send(way: Way, ...files: readonly Uint8Array[]): Promise<{ status: number; body: Problem }> {
  const order = { title: "Agreement", signers: [ada] };
  if (way === "base64") {
    const documents = files.map((file, index) => ({
      name: `${index}.pdf`,
      content: Buffer.from(file).toString("base64"),
    }));
    return desk.client.post<Problem>("/v1/orders", { ...order, documents });
  }
  const form = new FormData();
  form.set("order", JSON.stringify(order));
  for (const [index, file] of files.entries())
    form.append("file", new Blob([Buffer.from(file)]), `${index}.pdf`);
  return desk.client.post<Problem>("/v1/orders", form);
}

/** Sends them in both ways: each must be refused with this code, and leave nothing. @returns what was said */
async function expectRefused(
  status: number,
  code: string,
  ...files: readonly Uint8Array[]
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const way of ["base64", "multipart"] as const) {
    const { status: answered, body } = await send(way, ...files);
    expect({ way, status: answered, code: body.code }).toEqual({ way, status, code });
    expect(body.request_id).toMatch(/^req_/);
    await expectNothingKept();
    problems.push(body);
  }
  return problems;
}

async function expectNothingKept(): Promise<void> {
  expect(await desk.rowsOfOrders()).toEqual({});
  expect(await desk.objectKeys()).toEqual([]);
}

async function pdfOfPages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let index = 0; index < count; index++) pdf.addPage([200, 200]);
  return pdf.save();
}

test.each([
  ["an HTML page", Buffer.from("<!doctype html><title>Not found</title><p>404</p>")],
  ["a ZIP", Buffer.from("504b0304140000000800", "hex")],
  ["random bytes", Buffer.from("9f1c03b7a5e2d4886b", "hex")],
  ["a line of text", Buffer.from("PDF-1.7")],
])("%s is refused as no PDF", async (_, file) => {
  const [problem] = await expectRefused(422, "document_not_a_pdf", file);
  expect(problem!.param).toBe("documents[0]");
});

test("a document of 0 bytes is refused as empty", async () => {
  const problems = await expectRefused(422, "document_empty", new Uint8Array(0));
  expect(problems.map(({ param }) => param)).toEqual(["documents[0]", "file[0]"]);
});

test("a document of 60 MB is refused with the limit, whether it comes as base64 or as a file", async () => {
  const large = Buffer.alloc(60 * megabyte, "%PDF-1.7 ");
  for (const way of ["base64", "multipart"] as const) {
    const { status, body } = await send(way, large);
    expect(status).toBe(413);
    expect(body.code).toBe(way === "base64" ? "body_too_large" : "document_too_large");
    expect(body.detail).toContain(`${50 * megabyte} bytes`);
    expect(body.detail).toContain("MAX_DOCUMENT_BYTES");
    expect(body["limit"]).toBe(50 * megabyte);
    await expectNothingKept();
  }
});

test("a document of 2,000 pages is refused with its count and the limit", async () => {
  for (const problem of await expectRefused(422, "document_too_many_pages", await pdfOfPages(2000))) {
    expect(problem.detail).toBe("The document has 2000 pages; at most 1000 are taken (MAX_DOCUMENT_PAGES).");
    expect(problem).toMatchObject({ limit: 1000, pages: 2000 });
  }
});

test.each([
  ["nothing but a header", Buffer.from("%PDF-1.7\n")],
  ["a header and rubbish", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5000, 0x8f)])],
  ["no catalog", handWrittenPdf({ 1: "<< /Type /Nothing >>" })],
  ["no pages", handWrittenPdf({ ...ONE_PAGE, 2: "<< /Type /Pages /Kids [] /Count 0 >>" })],
  [
    "a page tree that is a circle",
    handWrittenPdf({ ...ONE_PAGE, 2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" }),
  ],
  [
    "a circle of two page tree nodes",
    handWrittenPdf({
      ...ONE_PAGE,
      2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      3: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
    }),
  ],
])("a damaged document, %s, is refused as damaged", async (_, file) => {
  await expectRefused(422, "document_damaged", file);
});

test("a document certified against any change is refused, because a signature would break the certificate", async () => {
  const certified = handWrittenPdf({
    ...ONE_PAGE,
    1: "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> >>",
    5: "<< /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >>",
  });
  await expectRefused(422, "document_no_changes_allowed", certified);
});

describeWith(["qpdf"], "encrypted documents", () => {
  test.each([
    ["a password to open", ["secret", "owner", "256"], "document_encrypted"],
    ["permissions against any change", ["", "owner", "256", "--modify=none"], "document_no_changes_allowed"],
  ])("with %s are refused", async (_, encryption, code) => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-encrypted-"));
    try {
      const [plain, encrypted] = [join(directory, "plain.pdf"), join(directory, "encrypted.pdf")];
      await writeFile(plain, Buffer.from(desk.content, "base64"));
      execFileSync("qpdf", ["--encrypt", ...encryption, "--", plain, encrypted]);
      await expectRefused(422, code, await readFile(encrypted));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

test("two good documents and a bad third: the third is named, and none is kept", async () => {
  const good = Buffer.from(desk.content, "base64");
  const problems = await expectRefused(422, "document_not_a_pdf", good, good, Buffer.from("no"));
  expect(problems.map(({ param }) => param)).toEqual(["documents[2]", "file[2]"]);
});

test("a bad document is not added to a draft either, and the draft stays as it was", async () => {
  const order = await desk.order([ada], { draft: true });
  const before = [await desk.rowsOfOrders(), await desk.objectKeys()];
  const documents = [desk.content, Buffer.from("no").toString("base64")].map((content) => ({
    name: "a.pdf",
    content,
  }));
  const refused = await desk.client.post(`/v1/orders/${order.id}/documents`, { documents });
  expect(refused).toMatchObject({ status: 422, body: { code: "document_not_a_pdf", param: "documents[1]" } });
  expect([await desk.rowsOfOrders(), await desk.objectKeys()]).toEqual(before);
});
