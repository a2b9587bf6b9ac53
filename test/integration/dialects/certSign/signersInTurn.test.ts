import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { describeWith } from "../../../support/judges.js";
import { pdfsig, trustInNss } from "../../../support/signatureJudges.js";
import { CertSignDesk } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

const image = drawnSignature(250, 40).toString("base64");

describeWith(["pdfsig", "certutil"], "a caller whose signers sign one after the other, an order each", () => {
  test("has each sign the document that the one before has signed, and all signatures are good", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-chain-"));
    try {
      let content = desk.desk.content;
      for (const [index, firstname] of ["Ada", "Grace"].entries()) {
        const order = await desk.order({
          holder: {
            firstname,
            lastname: "H",
            email: "a@example.org",
            mobile: "33612345678",
            country: "FR",
            idNumber: "123456",
            idType: "IDCARD",
          },
          proofFolder: { zipFiles: "" },
          clientIdentifier: "a@example.org",
          otpContact: "a@example.org",
          enableOtp: true,
          enableEmail: false,
          enableSharing: false,
        });
        const [item] = (
          await desk.addDocuments(
            order,
            [
              {
                signatureOptions: {
                  signatureType: "PAdES_BASELINE_LTA",
                  digestAlgorithmName: "SHA256",
                  signaturePackagingType: "ENVELOPED",
                  documentType: "INLINE",
                },
                pdfSignatureOptions: {
                  signatureTextColor: 8998,
                  signatureTextFontSize: 12,
                  fontFamily: "Courier",
                  fontStyle: "Bold",
                  signatureImageContent: image,
                  signatureText: "22-11-2026 18:30",
                  signaturePosX: 300,
                  // The last of them reaches over the edge of the page.
                  signaturePosY: index === 0 ? 480 : 820,
                  signaturePage: 1,
                },
                enableArchive: false,
                archiverNames: ["archive"],
                toSignContent: content,
              },
            ],
            "/trigger",
          )
        ).body;
        const code = await desk.code(order);
        const signed = await desk.triggered(order, code);
        expect(signed.body[0]!.signatureRequestId).toBe(item!.signatureRequestId);
        content = (await desk.request(item!.signatureRequestId)).signedContent!;
      }
      const file = join(directory, "signed.pdf");
      await writeFile(file, Buffer.from(content, "base64"));
      const roots = await (await fetch(`${desk.desk.service.baseUrl}/ca/roots.pem`)).text();
      const nss = await trustInNss(
        directory,
        roots.split(/(?<=-----END CERTIFICATE-----\n)/).filter(Boolean),
      );
      const signers = (await pdfsig(file, nss)).filter(({ signer }) => / H$/.test(signer));
      expect(signers.map(({ signer, signature }) => [signer, signature])).toEqual([
        [expect.stringContaining("Ada H"), "Signature is Valid."],
        [expect.stringContaining("Grace H"), "Signature is Valid."],
      ]);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
