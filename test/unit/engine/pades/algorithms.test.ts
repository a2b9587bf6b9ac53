import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { decodeSignatureState, encodeSignatureState } from "../../../../engine/pades/signatureState.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { oneTimeSigner, rootAuthority } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import { pdfsig, rawSignatures, trustInNss } from "../../../support/signatureJudges.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { type AlgorithmCase, algorithmCases, certified, keyOf } from "../x509/algorithmKeys.js";
import { type Holder, newKey, organization, policy, serialNumber } from "../x509/hierarchy.js";
import { judgeByOpenssl, pem } from "../x509/opensslDirectory.js";
import { sampleDocument } from "./sampleDocument.js";

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

/** A root of this minute, since pdfsig judges at the present. */
async function newRoot(): Promise<Holder> {
  const key = newKey();
  const request = {
    ...{ subject: organization("Root"), subjectPublicKeyInfo: key.publicKey, serialNumber: serialNumber() },
    ...{ notBefore: minutes(-10), notAfter: minutes(100), issuer: null },
  };
  return { key, certificate: parseCertificate(await issueCertificate(rootAuthority, request, key.sign)) };
}

const root = await newRoot();
const pdf = await sampleDocument(1, true);

/** Signs a document in the three steps, the state stored in between; the signer's certificate is all that is known. */
async function signed(algorithmCase: AlgorithmCase, alone = true) {
  const key = keyOf(algorithmCase);
  const validity = { notBefore: minutes(-5), notAfter: minutes(30) };
  const { certificate } = await certified(key, oneTimeSigner({ policies: [policy] }), root, validity);
  const certificates = alone ? [certificate.der] : [certificate.der, root.certificate.der];
  const prepared = prepareSignature(pdf, { certificates, signingDate: new Date(), ...algorithmCase[1] });
  const state = decodeSignatureState(encodeSignatureState(prepared.state));
  const bytes = completeSignature(pdf, state, { signatureValue: key.sign(prepared.toBeSigned) });
  return { bytes, prepared };
}

describe.each(algorithmCases)("a document signed with a key of %s and %j", (...algorithmCase) => {
  test("holds a signature that verifies over the bytes of /ByteRange, by its algorithm", async () => {
    const { bytes, prepared } = await signed(algorithmCase);
    const [raw] = rawSignatures(bytes);
    const cms = parseSignedData(raw!.cms);
    expect([prepared.algorithm.name, cms.signatureScheme?.name]).toEqual([
      algorithmCase[2],
      algorithmCase[2],
    ]);
    expect(prepared.documentDigest).toHaveLength(prepared.algorithm.digest.length);
    expect([signerVerifies(cms), digestMatches(cms, raw!.signedBytes)]).toEqual([true, true]);
  });
});

describeWith(["pdfsig", "certutil", "qpdf"], "pdfsig", () => {
  let directory: string;
  let nss: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-algorithms-"));
    nss = await trustInNss(directory, [pem(root.certificate.der)]);
  });
  afterAll(() => rm(directory, { recursive: true }));

  // NSS has no Ed25519, and takes RSASSA-PSS of an RSA key, not of a key that is for RSASSA-PSS alone.
  test.each(algorithmCases.filter(([kind]) => kind !== "Ed25519" && kind !== "RSASSA-PSS"))(
    "finds the signature of %s with %j (%s) valid and trusted, and qpdf the document clean",
    async (...algorithmCase) => {
      const { bytes } = await signed(algorithmCase);
      const file = join(directory, "signed.pdf");
      await writeFile(file, bytes);
      expect(await pdfsig(file, nss)).toEqual([
        {
          signer: "Zoé Lefèvre",
          signature: "Signature is Valid.",
          certificate: "Certificate is Trusted.",
          wholeDocument: true,
        },
      ]);
      expect(qpdfComplaints(bytes)).toBe("");
    },
  );
});

describeWith(["openssl"], "openssl cms -verify -cades", () => {
  // OpenSSL 3.0 wants a digest beside Ed25519 in CMS, which has none.
  test.each(algorithmCases.filter(([kind]) => kind !== "Ed25519"))(
    "accepts what a document signed with a key of %s and %j has in /Contents: %s",
    async (...algorithmCase) => {
      const { bytes } = await signed(algorithmCase, false);
      const [raw] = rawSignatures(bytes);
      const judgement = await judgeByOpenssl(
        { "sig.der": raw!.cms, "content.bin": raw!.signedBytes, "root.pem": pem(root.certificate.der) },
        ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "sig.der"],
        ...["-content", "content.bin", "-CAfile", "root.pem", "-out", "/dev/null"],
      );
      expect(judgement).toMatchObject({ passed: true });
    },
  );
});
