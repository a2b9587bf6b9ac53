import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ResultItem } from "../../../../api/dialects/certsign/resultItems.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { describeWith } from "../../../support/judges.js";
import { wordsIn } from "../../../support/seenPages.js";
import { pdfsig, qpdfComplaints, trustInNss } from "../../../support/signatureJudges.js";
import { CertSignDesk } from "./certSignDesk.js";

const run = promisify(execFile);
let desk: CertSignDesk;
let directory: string;

beforeAll(async () => {
  desk = await CertSignDesk.open();
  directory = await mkdtemp(join(tmpdir(), "paraph-certsign-"));
});
afterAll(async () => {
  await desk.close();
  await rm(directory, { recursive: true, force: true });
});

/** Signs an order of these documents. @returns the signed file of the first */
async function signed(...documents: object[]): Promise<string> {
  const order = await desk.order();
  const added = await desk.addDocuments<ResultItem[]>(order, documents);
  if (added.status !== 200) throw new Error(added.text);
  await desk.sign(order);
  const { signedContent } = await desk.request(added.body[0]!.signatureRequestId);
  const file = join(directory, `${order.orderRequestId}.pdf`);
  await writeFile(file, Buffer.from(signedContent!, "base64"));
  return file;
}

describeWith(["pdfsig", "qpdf", "certutil", "pdftotext"], "signed documents", () => {
  test("are good to others' tools: valid, whole, one signature and one time-stamp, in the holder's name", async () => {
    const file = await signed(desk.document());
    const roots = await (await fetch(`${desk.desk.service.baseUrl}/ca/roots.pem`)).text();
    const nss = await trustInNss(directory, roots.split(/(?<=-----END CERTIFICATE-----\n)/).filter(Boolean));
    const [signature] = await pdfsig(file, nss);
    expect(signature).toMatchObject({
      signature: "Signature is Valid.",
      certificate: "Certificate is Trusted.",
    });
    expect(signature!.signer).toContain("Ada Lovelace");
    expect(await qpdfComplaints(file)).toBe("");
  });

  test("show image and lines where they were asked for, counted from the lower left", async () => {
    const file = await signed(
      desk.document({
        pdfSignatureOptions: {
          signatureImageContent: drawnSignature().toString("base64"),
          signaturePosX: 50,
          signaturePosY: 100,
          signaturePage: 2,
          linesOptions: [
            {
              lineContent: "Signé le 22 novembre",
              lineFont: "Times_roman",
              lineFontSize: 8,
              linePosXInImage: 45,
              linePosYInImage: 30,
            },
          ],
        },
      }),
    );
    const { stdout } = await run("pdfinfo", ["-f", "2", "-l", "2", file]);
    const height = Number(/Page +2 size: +[\d.]+ x ([\d.]+)/.exec(stdout)![1]);
    const seen = await wordsIn(file, { page: 2, x: 90, y: height - 100 - 42, width: 130, height: 18 });
    expect(seen).toContain("Signé le 22 novembre");
  });

  test("show nothing where nothing was asked for", async () => {
    const file = await signed(desk.document());
    const { stdout: words } = await run("pdftotext", [file, "-"]);
    // Once, as a party of the agreement.
    expect(words.split("Ada Lovelace")).toHaveLength(2);
  });

  test("have the digest that was asked for, and never less than the level", async () => {
    const file = await signed(
      desk.document({
        signatureOptions: { signatureType: "PAdES_BASELINE_B", digestAlgorithmName: "SHA512" },
      }),
    );
    const { stdout } = await run("pdfsig", ["-nocert", file]);
    expect(stdout).toMatch(/Signing Hash Algorithm: SHA-512/);
    const documents = await desk.desk.sql<{ level: string }>(
      `SELECT r.level FROM documents d JOIN document_revisions r ON r.document_id = d.id AND r.revision = d.revision
       WHERE d.digest_algorithm = 'SHA-512'`,
    );
    expect(documents).toEqual([{ level: "B-LTA" }]);
  });
});
