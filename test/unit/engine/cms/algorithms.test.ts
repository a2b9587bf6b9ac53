import { fromBER } from "asn1js";
import { ContentInfo, SignedData as PkijsSignedData } from "pkijs";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { signedDataSize } from "../../../../engine/cms/signedDataSize.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import { digestOf } from "../../../../engine/x509/digestAlgorithm.js";
import { oneTimeSigner } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import { type AlgorithmCase, algorithmCases, certified, keyOf } from "../x509/algorithmKeys.js";
import { newHierarchy, now, policy } from "../x509/hierarchy.js";
import { judgeByOpenssl, pem } from "../x509/opensslDirectory.js";
import { content } from "./signatures.js";

const { root, signers } = await newHierarchy();
const profile = oneTimeSigner({ policies: [policy] });

/** A detached signature by the algorithm of a case. */
async function signatureBy(algorithmCase: AlgorithmCase) {
  const key = keyOf(algorithmCase);
  const signer = await certified(key, profile, signers);
  const algorithm = signatureAlgorithmFor(key.publicKey, algorithmCase[1]);
  const certificates = [signer.certificate.der, signers.certificate.der];
  const digest = algorithm.digest.name;
  const signedAttributes = encodeSignedAttributes({
    messageDigest: digestOf(digest, content),
    certificate: signer.certificate.der,
    digest,
  });
  const signatureValue = key.sign(signedAttributes);
  const cms = encodeSignedData({ signedAttributes, signatureValue, certificates, algorithm });
  return { cms, size: signedDataSize({ certificates, algorithm }), signer, algorithm };
}

describe.each(algorithmCases)("a signature of %s with %j, which is %s,", (...algorithmCase) => {
  test("is read back, verifies, and fits the size that was foretold", async () => {
    const { cms, size, signer } = await signatureBy(algorithmCase);
    const signed = parseSignedData(cms);
    expect(signed.signatureScheme?.name).toBe(algorithmCase[2]);
    expect(signed.signingCertificateHash?.algorithm).toBe(signed.digestAlgorithm);
    expect(signerVerifies(signed)).toBe(true);
    expect(digestMatches(signed, content)).toBe(true);
    expect(digestMatches(signed, content.subarray(1))).toBe(false);
    expect(signed.signerCertificate).toEqual(signer.certificate.der);
    expect(cms.length).toBeLessThanOrEqual(size);
    expect(cms.length).toBeGreaterThan(size - 12);
  });

  test("does not verify once a bit of what was signed, or of the signature, is another", async () => {
    const signed = parseSignedData((await signatureBy(algorithmCase)).cms);
    for (const field of ["signedAttributes", "signatureValue"] as const) {
      const changed = Uint8Array.from(signed[field]);
      changed[changed.length - 3]! ^= 4;
      expect(signerVerifies({ ...signed, [field]: changed })).toBe(false);
    }
    expect(signerVerifies(signed, signers.certificate.der)).toBe(false);
    expect(signerVerifies({ ...signed, signingCertificateHash: null }, signers.certificate.der)).toBe(false);
  });

  test("is read by pkijs, which finds the same algorithm in it and writes the same bytes", async () => {
    const { cms, algorithm } = await signatureBy(algorithmCase);
    const info = new ContentInfo({ schema: fromBER(Uint8Array.from(cms).buffer).result });
    const signed = new PkijsSignedData({ schema: info.content });
    expect(signed.signerInfos[0]?.signatureAlgorithm.algorithmId).toBe(algorithm.oid);
    expect(signed.signerInfos[0]?.digestAlgorithm.algorithmId).toBe(algorithm.digest.oid);
    expect(Buffer.from(info.toSchema().toBER()).equals(cms)).toBe(true);
  });
});

describeWith(["openssl"], "openssl", () => {
  // OpenSSL 3.0 wants a digest beside Ed25519 in CMS, which has none, and refuses its own signatures with it, too.
  const cades = algorithmCases.filter(([kind]) => kind !== "Ed25519");

  test.each(cades)("cms -verify -cades accepts a signature of %s with %j: %s", async (...algorithmCase) => {
    const { cms } = await signatureBy(algorithmCase);
    const judgement = await judgeByOpenssl(
      { "sig.der": cms, "content.bin": content, "root.pem": pem(root.certificate.der) },
      ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "sig.der"],
      ...["-content", "content.bin", "-CAfile", "root.pem"],
      ...["-attime", Math.floor(now.getTime() / 1000).toString()],
    );
    expect([judgement.passed, judgement.text]).toEqual([true, content.toString()]);
  });

  test("pkeyutl -verify accepts a signature of Ed25519 over the signed attributes, and its certificate", async () => {
    const { cms, signer } = await signatureBy(["Ed25519", {}, "ed25519"]);
    const { signedAttributes, signatureValue } = parseSignedData(cms);
    const files = {
      message: signedAttributes,
      signature: signatureValue,
      "one.pem": pem(signer.certificate.der),
    };
    const verify = ["pkeyutl", "-verify", "-certin", "-inkey", "one.pem", "-rawin", "-in", "message"];
    const { text } = await judgeByOpenssl(files, ...verify, "-sigfile", "signature");
    expect(text).toContain("Signature Verified Successfully");
  });
});
