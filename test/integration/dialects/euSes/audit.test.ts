import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { EuSesAudit } from "../../../../api/dialects/euSes/audit/audit.js";
import { euSesOrderId } from "../../../../api/dialects/euSes/orderId.js";
import { parsePublicId } from "../../../../api/ids/id.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { describeWith } from "../../../support/judges.js";
import { OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let order: OrderView;
let path: string;

const zoe = { given_name: "Zoë: 'x'", surname: "Łukasz", email: "zoe@example.org", phone: "+33612345678" };

beforeAll(async () => {
  desk = await OrderDesk.open();
  order = await desk.order([zoe]);
  await desk.browser(order).sign();
  path = `/signatures/${euSesOrderId(parsePublicId("ord", order.id)!)}/audit`;
});
afterAll(() => desk.close());

async function audit(accept?: string, at = path): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(`${desk.service.baseUrl}${at}`, {
    headers: {
      Authorization: `Bearer ${desk.client.apiKey}`,
      ...(accept !== undefined && { Accept: accept }),
    },
  });
  return {
    status: response.status,
    type: response.headers.get("Content-Type") ?? "",
    text: Buffer.from(await response.arrayBuffer()).toString("latin1"),
  };
}

const utf8 = (latin1: string) => Buffer.from(latin1, "latin1").toString("utf8");

async function asJson(): Promise<EuSesAudit> {
  return (JSON.parse(utf8((await audit()).text)) as { data: EuSesAudit }).data;
}

describe("the audit of an order in the EU-SES dialect", () => {
  test("as JSON, the default, tells of procedure, signers, codes, and both digests of each document", async () => {
    const { status, type } = await audit();
    expect([status, type]).toEqual([200, "application/json; charset=utf-8"]);
    const { SignatureData, AuditData } = await asJson();
    expect(SignatureData).toMatchObject({ state: "DONE", certificateType: "EU-SES", signatureType: "pades" });
    const source = Buffer.from(desk.content, "base64");
    const signed = await desk.client.get<Buffer>(
      `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
    );
    const digests = (bytes: Buffer) =>
      `MD5:${createHash("md5").update(bytes).digest("hex")}; SHA256:${createHash("sha256").update(bytes).digest("hex")}`;
    const log = AuditData.map((line) => line.log);
    for (const said of [
      `procedure:${SignatureData.id}`,
      "expires:2",
      "name:Zoë: 'x'; surname:Łukasz; email:zoe@example.org; mobile:+33612345678",
      "Code sent (e-mail) to: zoe@example.org",
      "Code accepted (e-mail); signer:Zoë: 'x' Łukasz; IP:127.0.0.1",
      digests(source),
      digests(signed.body),
    ]) {
      expect(log.filter((line) => line.includes(said))).toHaveLength(1);
    }
    expect(AuditData).toHaveLength((await desk.events(order)).length);
    expect(new Set(AuditData.map(({ id }) => id)).size).toBe(AuditData.length);
  });

  test("counts the codes that were typed", async () => {
    const [signer] = (await asJson()).SignatureData.signers;
    expect(signer?.emailValidation).toMatchObject({ domain: "example.org", otpAttempts: 1 });
  });

  test("as text is the same content, indented under its published name, for any reader of YAML", async () => {
    const { status, type, text } = await audit("text/plain");
    expect([status, type]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(text.startsWith("SignatureAuditReport:\n    SignatureData:\n        id: ")).toBe(true);
    expect(parse(utf8(text))).toEqual({ SignatureAuditReport: await asJson() });
  });

  test("as HTML is a page that loads and runs nothing, with every line", async () => {
    const { status, type, text } = await audit("text/html, */*;q=0.1");
    expect([status, type]).toEqual([200, "text/html; charset=utf-8"]);
    const page = utf8(text);
    expect(page).toContain("Content-Security-Policy");
    expect(page).not.toContain("<script");
    for (const { id } of (await asJson()).AuditData) expect(page).toContain(id);
    expect(page).toContain("Zoë: &#39;x&#39; Łukasz");
  });

  test("in a type that there is none of is refused in the dialect's form", async () => {
    const { status, text } = await audit("image/png");
    expect([status, JSON.parse(text)]).toMatchObject([406, { success: false, error: 406 }]);
  });

  test("is at the singular path too, and nobody else's", async () => {
    expect((await audit(undefined, `${path.replace("signatures", "signature")}/`)).status).toBe(200);
    const { apiKey } = await desk.service.tenant("Stranger");
    const response = await fetch(`${desk.service.baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    expect([response.status, await response.json()]).toMatchObject([404, { success: false }]);
  });
});

describeWith(["pdfsig", "qpdf", "pdftotext"], "as PDF, the audit", () => {
  test("is sealed, and says every line", async () => {
    const { status, type, text } = await audit("application/pdf");
    expect([status, type]).toEqual([200, "application/pdf"]);
    const directory = await mkdtemp(join(tmpdir(), "paraph-audit-"));
    try {
      const file = join(directory, "audit.pdf");
      await writeFile(file, Buffer.from(text, "latin1"));
      execFileSync("qpdf", ["--check", file]);
      expect(execFileSync("pdfsig", ["-nocert", file], { encoding: "utf8" })).toContain("Signature is Valid");
      const said = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      for (const { id } of (await asJson()).AuditData) expect(said).toContain(id);
      expect(said).toContain("Signature Data");
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
