import { ContentInfo, SignedData as PkijsSignedData } from "pkijs";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { tag } from "../../../../engine/asn1/derTag.js";
import { encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { describeWith } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { newSigner, now } from "../x509/hierarchy.js";
import { judgeByOpenssl, pem } from "../x509/opensslDirectory.js";
import { content, newSignature, newTimestampedSignature, sha256 } from "./signatures.js";

const signature = await newSignature();
const { root, signers, signer, certificates, signedAttributes, signatureValue, cms } = signature;

const verify = (der: Uint8Array, signed: Uint8Array = content) =>
  judgeByOpenssl(
    { "sig.der": der, "content.bin": signed, "root.pem": pem(root.certificate.der) },
    ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "sig.der", "-content", "content.bin"],
    ...["-CAfile", "root.pem", "-attime", Math.floor(now.getTime() / 1000).toString()],
  );

describeWith(["openssl"], "openssl cms -verify -cades", () => {
  test("accepts a detached signature, with its default purpose", async () => {
    const judgement = await verify(cms);
    expect(judgement).toMatchObject({ passed: true });
    expect(Buffer.compare(judgement.bytes, content)).toBe(0);
  });

  test("accepts a signature with a time-stamp among its unsigned attributes", async () => {
    const stamped = await newTimestampedSignature();
    const { passed, text } = await judgeByOpenssl(
      { "sig.der": stamped.cms, "content.bin": content, "root.pem": pem(stamped.root.certificate.der) },
      ...[
        "cms",
        "-verify",
        "-cades",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "sig.der",
        "-content",
        "content.bin",
      ],
      ...["-CAfile", "root.pem", "-attime", Math.floor(now.getTime() / 1000).toString()],
    );
    expect([passed, text]).toEqual([true, content.toString()]);
  });

  test("refuses it over other content", async () => {
    const { passed, text } = await verify(cms, Buffer.from("Another contract."));
    expect(passed).toBe(false);
    expect(text).toContain("CMS_SignerInfo_verify_content:verification failure");
  });

  test("refuses it when another certificate of the same key is put in the signer's place", async () => {
    const twin = await newSigner(signers, { subjectPublicKeyInfo: signer.key.publicKey });
    const swapped = encodeSignedData({
      signedAttributes,
      signatureValue,
      certificates: [twin.certificate.der, signers.certificate.der],
    });
    const { passed, text } = await verify(swapped);
    expect(passed).toBe(false);
    expect(text).toContain("ess cert id not found");
  });

  test("refuses it when the signature value is not over the signed attributes", async () => {
    const { passed } = await verify(
      encodeSignedData({ signedAttributes, signatureValue: signer.key.sign(content), certificates }),
    );
    expect(passed).toBe(false);
  });
});

describe("the signed attributes", () => {
  const attributes = DerReader.inside(signedAttributes, tag.set, "SET").readAll("Attribute", 9);
  const types = attributes.map(
    (attribute) => DerReader.inside(attribute.encoded, tag.sequence, "A").read(tag.objectIdentifier, "t").oid,
  );

  test("are content-type, message-digest and signing-certificate-v2, and no signing-time", () => {
    expect([...types].sort()).toEqual([
      "1.2.840.113549.1.9.16.2.47",
      "1.2.840.113549.1.9.3",
      "1.2.840.113549.1.9.4",
    ]);
  });

  test("stand in DER order, so that who sorts them again signs the same bytes", () => {
    const encodings = attributes.map((attribute) => hex(attribute.encoded));
    expect(encodings).toEqual([...encodings].sort());
  });

  test("name the certificate by its SHA-256 alone: no algorithm, that being the default, and no issuerSerial", () => {
    const expected = `3026302430220420${hex(sha256(signer.certificate.der))}`;
    expect(hex(signedAttributes)).toContain(expected);
  });

  test("are, re-tagged, the very bytes in the SignerInfo", () => {
    expect(hex(cms)).toContain(`a0${hex(signedAttributes.subarray(1))}`);
  });
});

describe("the SignedData", () => {
  test("has version 1, is detached, and brings the chain it was given", () => {
    const parsed = new PkijsSignedData({ schema: ContentInfo.fromBER(cms).content });
    expect(parsed.version).toBe(1);
    expect(parsed.encapContentInfo.eContent).toBeUndefined();
    expect(parsed.encapContentInfo.eContentType).toBe("1.2.840.113549.1.7.1");
    const found = parsed.certificates?.map((certificate) => hex(Buffer.from(certificate.toSchema().toBER())));
    expect(found?.sort()).toEqual(certificates.map(hex).sort());
    expect(parsed.signerInfos).toHaveLength(1);
    expect(parsed.signerInfos[0]?.version).toBe(1);
  });

  test("verifies in pkijs, over its content and over no other", async () => {
    const parsed = new PkijsSignedData({ schema: ContentInfo.fromBER(cms).content });
    const data = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;
    expect(await parsed.verify({ signer: 0, data: data(content), checkChain: false })).toBe(true);
    const other = parsed.verify({ signer: 0, data: data(Buffer.from("x")), checkChain: false });
    await expect(other).rejects.toThrow("Message digest doesn't match");
  });

  test("is the same bytes each time for the same input: nothing in it comes from a clock or from chance", () => {
    const again = encodeSignedAttributes({
      messageDigest: sha256(content),
      certificate: signer.certificate.der,
    });
    expect(hex(again)).toBe(hex(signedAttributes));
    expect(hex(encodeSignedData({ signedAttributes: again, signatureValue, certificates }))).toBe(hex(cms));
  });

  test("cannot be made without the signer's certificate", () => {
    expect(() => encodeSignedData({ signedAttributes, signatureValue, certificates: [] })).toThrow(
      expect.objectContaining({ code: "state_invalid" }),
    );
  });
});
