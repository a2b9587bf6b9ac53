import { PDFDocument } from "pdf-lib";
import type { VerificationData } from "../../../../api/dialects/euSes/verify/presentVerification.js";
import { sign } from "../../../../engine/pades/sign.js";
import { newAuthorities } from "../../../support/authorities.js";
import { EuSesCaller } from "../../../support/euSesCaller.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import { inLines } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;
let sealed: Buffer;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
  const order = await desk.order([ada, charles]);
  await desk.browser(order, 0).sign();
  await desk.browser(order, 1).sign();
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  sealed = (await desk.client.get<Buffer>(path)).body;
});
afterAll(() => desk.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function verified(bytes: Uint8Array, more: object = {}): Promise<VerificationData> {
  const body = { inputDocument: base64(bytes), ...more };
  const { status, body: answer } = await caller.request<{ data: VerificationData }>("POST", "/verify", body);
  expect({ status, answer }).toMatchObject({ status: 200, answer: { success: true, error: null } });
  return answer.data;
}

const synopses = ({ noteReportList }: VerificationData) => noteReportList.map(({ synopsis }) => synopsis);

test("a sealed order verifies, with every member of the published answer", async () => {
  const data = await verified(sealed);
  const date = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+00:00$/);
  expect(data).toMatchObject({
    ...{ checkDate: date, verificationDate: date, signatureFormat: "PAdES" },
    ...{ nrOfSignatures: 2, overallVerified: true },
  });
  expect(data.signatureReportList[0]).toEqual({
    ...{ id: "0", integrity: true, signatureAlgorithmName: "SHA256withECDSA" },
    subjectDN: expect.stringMatching(/^C=GB,.*CN=Ada Lovelace/),
    issuerDN: expect.stringMatching(/CN=Paraph Test Signers$/),
    ...{ subjectCN: "Ada Lovelace", issuerCN: "Paraph Test Signers" },
    serialNumber: expect.stringMatching(/^\d+$/),
    ...{ signerCertificateStatus: "VALID", issuerCertificateStatus: "VALID" },
    ...{ signerCertificateNotBefore: date, signerCertificateNotAfter: date, signatureDate: date },
    ...{ signerCertificateRevocationDate: null, issuerCertificateRevocationDate: null },
    ...{ trustedSignatureDate: true, issuerTrustedList: false, keySize: 256 },
    ...{ qcComplianceStatus: "INVALID", qcSSCDStatus: "INVALID" },
    derEncodedSignerCert: expect.stringMatching(/^MII/),
  });
  // The end of line behind the source is the revision's, where the source itself had none.
  const plain = Buffer.from(data.plainDocument, "base64").toString("latin1");
  expect(plain.trimEnd()).toBe(Buffer.from(desk.content, "base64").toString("latin1").trimEnd());
  expect(synopses(data)).toEqual(expect.arrayContaining(["Document extended after signature"]));
  expect(data.noteReportList.every(({ type }) => type < 3)).toBe(true);
});

test("the message says what came of it, in one sentence", async () => {
  const changed = Buffer.from(sealed);
  const at = changed.indexOf("/MediaBox") + 12;
  changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
  const said = async (bytes: Uint8Array) =>
    (await caller.request<{ message: string }>("POST", "/verify", { inputDocument: base64(bytes) })).body
      .message;
  expect(await said(sealed)).toBe("Signatures are valid");
  expect(await said(changed)).toBe("Signatures are not valid");
});

test("base64 with line breaks, an envelope, a trailing slash, and words for booleans are taken", async () => {
  const body = { data: { inputDocument: inLines(base64(sealed)), recursive: "True", detachedContent: "" } };
  const answer = await caller.request<{ data: VerificationData }>("POST", "/Verify/", body);
  expect(answer).toMatchObject({ status: 200, body: { data: { overallVerified: true } } });
});

test("a key whose answers come bare gets the verification alone", async () => {
  const made = await desk.client.post<{ secret: string }>("/v1/api-keys", {
    ...{ name: "bare", scopes: ["orders:read"] },
    eu_ses: { envelope: false },
  });
  const bare = new EuSesCaller(desk.service.baseUrl, made.body.secret);
  const { body } = await bare.request<VerificationData>("POST", "/verify", { inputDocument: base64(sealed) });
  expect(body.overallVerified).toBe(true);
});

describe("verifyOnDate", () => {
  test("is a day to its end, or a time as the dialect writes it", async () => {
    const year = new Date().getUTCFullYear() + 5;
    expect((await verified(sealed, { verifyOnDate: `${year}-02-14` })).verificationDate).toBe(
      `${year}-02-14 23:59:59.999+00:00`,
    );
    const time = `${year}-02-14 11:11:01.892+00:00`;
    expect((await verified(sealed, { verifyOnDate: time })).verificationDate).toBe(time);
  });

  test("before the signature finds nothing that was valid yet", async () => {
    const data = await verified(sealed, { verifyOnDate: "2020-02-14" });
    expect(data).toMatchObject({ overallVerified: false });
    expect(data.signatureReportList[0]).toMatchObject({
      integrity: true,
      signerCertificateStatus: "NOT_YET_VALID",
      trustedSignatureDate: false,
    });
  });
});

test("recursive also reports the signatures of an attached PDF, and counts them", async () => {
  const outer = await PDFDocument.create();
  outer.addPage();
  await outer.attach(sealed, "annex.pdf", { mimeType: "application/pdf" });
  const authorities = await newAuthorities();
  const signer = await authorities.oneTimeSigner();
  const pdf = await sign(await outer.save(), { ...signer, signingDate: new Date() });
  expect(await verified(pdf)).toMatchObject({ nrOfSignatures: 1 });
  const data = await verified(pdf, { recursive: true });
  expect(data.nrOfSignatures).toBe(3);
  expect(data.signatureReportList.map(({ id, subjectCN }) => `${id} ${subjectCN}`)).toEqual([
    "0 Ada Lovelace",
    "1 Ada Lovelace",
    "2 Charles Babbage",
  ]);
  // The outer signature is by nobody who is trusted.
  expect(data.overallVerified).toBe(false);
  expect(data.noteReportList.map(({ description }) => description).join("\n")).toContain(
    'attachment "annex.pdf"',
  );
});

test("a document that is not signed itself is verified by what it carries, where all of that passes", async () => {
  const outer = await PDFDocument.create();
  outer.addPage();
  await outer.attach(sealed, "annex.pdf", { mimeType: "application/pdf" });
  const data = await verified(await outer.save(), { recursive: true });
  expect(data).toMatchObject({ nrOfSignatures: 2, overallVerified: true });
});

describe("refused as no signed document, with HTTP 400:", () => {
  const zip = Buffer.from("PK\u0003\u0004 and so on");
  const cms = Buffer.from("30820100 06092a864886f70d010702 a0".replaceAll(" ", ""), "hex");
  test.each<[string, () => Uint8Array, string]>([
    ["a PDF without a signature", () => Buffer.from(desk.content, "base64"), "no signature"],
    ["text", () => Buffer.from("Dear Ada"), "no PDF"],
    ["a container", () => zip, "a ZIP file (ASiC)"],
    ["a CMS signature", () => cms, "a CMS signature (CAdES)"],
    ["signed XML", () => Buffer.from('<?xml version="1.0"?><Signature/>'), "XML (XAdES)"],
  ])("%s", async (_what, bytes, said) => {
    const [status, refusal] = await caller.refused("POST", "/verify", { inputDocument: base64(bytes()) });
    expect([status, refusal]).toMatchObject([400, { success: false, error: 913 }]);
    expect(refusal.message).toContain(said);
  });
});

describe("refused with HTTP 422:", () => {
  test.each<[string, () => object, number, string]>([
    ["no inputDocument", () => ({}), 910, "inputDocument is required"],
    ["no base64", () => ({ inputDocument: "%%%" }), 911, "inputDocument must be base64"],
    ["a field that is none", () => ({ inputDocument: "JVBERi0=", inputDokument: 1 }), 912, "inputDokument"],
    [
      "a date that is none",
      () => ({ inputDocument: "JVBERi0=", verifyOnDate: "2025-02-30" }),
      911,
      "verifyOnDate",
    ],
    ["a flag that is none", () => ({ inputDocument: "JVBERi0=", recursive: "maybe" }), 911, "recursive"],
  ])("%s", async (_what, body, error, said) => {
    const [status, refusal] = await caller.refused("POST", "/verify", body());
    expect([status, refusal]).toMatchObject([422, { success: false, error }]);
    expect(refusal.message).toContain(said);
  });
});

test("detachedContent is of no account, and a note says so", async () => {
  expect(synopses(await verified(sealed, { detachedContent: "aGVsbG8=" }))).toContain(
    "Detached content not used",
  );
});
