import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { ApiClient } from "../../support/apiClient.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { describeWith, describeWithCorpora } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";
import {
  opensslVerdicts,
  pdfsig,
  qpdfComplaints,
  rawSignatures,
  trustInNss,
} from "../../support/signatureJudges.js";
import { SignerBrowser } from "../../support/signingFlow.js";

const drawing = drawnSignature().toString("base64");

const people = [
  { given_name: "Łukasz", surname: "Đorđević", email: "lukasz@example.org", country: "PL", language: "en" },
  { given_name: "Ελένη", surname: "Παπαδοπούλου", email: "eleni@example.org", country: "GR", language: "fr" },
];

describeWith(["pdfsig", "certutil", "qpdf", "openssl"], "what foreign judges say of signed documents", () => {
  let service: TestService;
  let client: ApiClient;
  let directory: string;
  let nss: string;
  let root: string;

  beforeAll(async () => {
    service = await startService();
    client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
    directory = await mkdtemp(join(tmpdir(), "paraph-judges-"));
    root = (await client.get<Buffer>("/ca/test/root.pem")).body.toString();
    nss = await trustInNss(directory, [root]);
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** Has a document signed by both people, one after the other, and keeps it as a file. */
  async function signedByBoth(name: string, pdf: Uint8Array): Promise<{ file: string; bytes: Buffer }> {
    const order = await client.createOrder({
      title: name,
      documents: [{ name, content: Buffer.from(pdf).toString("base64") }],
      signers: people,
    });
    for (const index of people.keys()) {
      const signed = await new SignerBrowser(order, index, service.outbox).sign(
        index === 0 ? { signatureImageBase64: drawing } : { typedName: "Ελένη Π." },
      );
      expect(signed.body.status).toBe("signed");
    }
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    const { body } = await client.get<Buffer>(path);
    const file = join(directory, name);
    await writeFile(file, body);
    return { file, bytes: body };
  }

  async function expectBothTrusted(file: string): Promise<void> {
    const verdicts = await pdfsig(file, nss);
    // Behind both stands the document time-stamp that seals them, which pdfsig lists and cannot verify.
    expect(verdicts.at(-1)).toMatchObject({ signature: "Signature has not yet been verified." });
    const ours = verdicts.slice(-3, -1);
    expect(ours.map((verdict) => verdict.signature)).toEqual(["Signature is Valid.", "Signature is Valid."]);
    expect(ours.map((verdict) => verdict.certificate)).toEqual([
      "Certificate is Trusted.",
      "Certificate is Trusted.",
    ]);
    expect(verdicts.at(-1)!.wholeDocument).toBe(true);
  }

  test("pdfsig finds both signatures of two signers valid and trusted, qpdf finds nothing wrong", async () => {
    const source = await sampleContract();
    const { file, bytes } = await signedByBoth("agreement.pdf", source);
    await expectBothTrusted(file);
    const signers = (await pdfsig(file, nss)).slice(0, 2).map((verdict) => verdict.signer);
    expect(signers).toEqual(["Łukasz Đorđević", "Ελένη Παπαδοπούλου"]);
    expect(await qpdfComplaints(file)).toBe("");
    expect(bytes.subarray(0, source.length).equals(source)).toBe(true);
  });

  test("openssl verifies each signature as CAdES, and the time-stamp in each", async () => {
    const { bytes } = await signedByBoth("openssl.pdf", await sampleContract());
    const signatures = rawSignatures(bytes);
    expect(signatures).toHaveLength(3);
    for (const signature of signatures.slice(0, 2)) {
      const verdicts = await opensslVerdicts(directory, signature, root);
      expect(verdicts.cms).toBe("CAdES Verification successful");
      expect(verdicts.timestamp).toContain("Verification: OK");
    }
  });

  test("pdfsig sees it when a byte of a signed document is changed", async () => {
    const { file, bytes } = await signedByBoth("changed.pdf", await sampleContract());
    bytes[400] = bytes[400]! ^ 1;
    await writeFile(file, bytes);
    expect((await pdfsig(file, nss)).map((verdict) => verdict.signature)).not.toContain(
      "Signature is Valid.",
    );
  });

  describeWithCorpora("real documents", (corpora) => {
    test.each([
      "ArabicCIDTrueType.pdf",
      "annotation-highlight-without-appearance.pdf",
      "attachment.pdf",
      "issue4061.pdf",
      "doc_3_3_pages.pdf",
      "issue13372.pdf",
      "issue6132.pdf",
      "outlines_se.pdf",
      "image-rotated-black-white-ratio.pdf",
      "tracemonkey_a11y.pdf",
    ])("%s: signed by two, both valid and trusted, and nothing broken", async (name) => {
      const source = await readFile(join(corpora, "real-pdfs", name));
      const before = join(directory, `before-${name}`);
      await writeFile(before, source);
      expect(await qpdfComplaints(before)).toBe("");
      const { file, bytes } = await signedByBoth(name, source);
      await expectBothTrusted(file);
      expect(await qpdfComplaints(file)).toBe("");
      expect(bytes.subarray(0, source.length).equals(source)).toBe(true);
    });
  });
});
