import { createHash } from "node:crypto";
import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { tag } from "../../../../engine/asn1/derTag.js";
import { generalizedTime } from "../../../../engine/asn1/derTime.js";
import { explicit, octetString, sequence, setOf } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { attribute, encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { requireTimestampOf, verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { isForTimestamping } from "../../../../engine/x509/timestampingPurpose.js";
import { describeWith } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { content, newStamp, sha256 } from "../cms/signatures.js";
import { type Holder, newHierarchy, newSigner } from "../x509/hierarchy.js";
import { judgeByOpenssl } from "../x509/opensslDirectory.js";

const hierarchy = await newHierarchy();
const { root, signers, timestamps } = hierarchy;
const digest = sha256(content);
const sha1 = (bytes: Uint8Array): Uint8Array => createHash("sha1").update(bytes).digest();
const { token, tstInfo } = await newStamp(digest, hierarchy);
const invalid = (message: string) =>
  expect.objectContaining({ code: "timestamp_response_invalid", message: expect.stringContaining(message) });

/** A token over the same TSTInfo, signed by whom and saying what we like. */
function tokenBy(
  holder: Holder,
  changes: {
    content?: Uint8Array;
    signedAttributes?: Uint8Array;
    signatureValue?: Uint8Array;
    includeCertificates?: boolean;
  } = {},
): Uint8Array {
  const { content = tstInfo } = changes;
  const signedAttributes =
    changes.signedAttributes ??
    encodeSignedAttributes({
      contentType: oids.tstInfo,
      messageDigest: sha256(content),
      certificate: holder.certificate.der,
    });
  return encodeSignedData({
    signedAttributes,
    signatureValue: changes.signatureValue ?? holder.key.sign(signedAttributes),
    certificates: [holder.certificate.der],
    includeCertificates: changes.includeCertificates ?? true,
    encapsulated: { contentType: oids.tstInfo, content },
  });
}

test("a good token gives what it says and whose it is", () => {
  const verified = verifyTimestampToken({ token, digest });
  expect(hex(verified.tstInfo.digest)).toBe(hex(digest));
  expect(hex(verified.certificate)).toBe(hex(timestamps.certificate.der));
  expect(verified.signedData.contentType).toBe(oids.tstInfo);
});

test("a token without certificates is verified with those that are given, and is refused without", () => {
  const bare = tokenBy(timestamps, { includeCertificates: false });
  const certificates = [root.certificate.der, timestamps.certificate.der];
  expect(hex(verifyTimestampToken({ token: bare, digest, certificates }).certificate)).toBe(
    hex(certificates[1]!),
  );
  expect(() => verifyTimestampToken({ token: bare, digest })).toThrow(invalid("brings no certificate"));
  expect(() => verifyTimestampToken({ token: bare, digest, certificates: [root.certificate.der] })).toThrow(
    invalid("does not verify"),
  );
});

describe("a token is refused", () => {
  const damaged = (at: number) => {
    const { signatureValue } = parseSignedData(token);
    return tokenBy(timestamps, { signatureValue: signatureValue.with(at, signatureValue[at]! ^ 1) });
  };
  test.each([
    ["whose signature is damaged", "does not verify", () => damaged(20)],
    ["whose signature is another's", "does not verify", () => tokenBy({ ...timestamps, key: root.key })],
    ["of an authority that is no time-stamping unit", "not for time-stamping alone", () => tokenBy(root)],
    [
      "that names another certificate than the one it brings, though of the same key",
      "does not verify",
      () => {
        const signedAttributes = encodeSignedAttributes({
          contentType: oids.tstInfo,
          messageDigest: sha256(tstInfo),
          certificate: root.certificate.der,
        });
        return tokenBy(timestamps, { signedAttributes });
      },
    ],
    [
      "that names no certificate",
      "does not say by which certificate",
      () =>
        tokenBy(timestamps, {
          signedAttributes: setOf([
            attribute(oids.contentType, oid(oids.tstInfo)),
            attribute(oids.messageDigest, octetString(sha256(tstInfo))),
          ]),
        }),
    ],
    ["that is no token", "malformed", () => content],
    ["that is cut short", "malformed", () => token.subarray(0, -1)],
  ])("%s", (_title, message, make) => {
    expect(() => verifyTimestampToken({ token: make(), digest })).toThrow(invalid(message));
  });

  test("with a critical extension, which may change what it says", () => {
    const members = DerReader.inside(tstInfo, tag.sequence, "TSTInfo").readAll("field", 16);
    const extended = (critical: boolean) =>
      sequence(
        ...members.map(({ encoded }) => encoded),
        explicit(1, extension("1.2.3", critical, Uint8Array.of(5, 0))),
      );
    const verify = (critical: boolean) => () =>
      verifyTimestampToken({ token: tokenBy(timestamps, { content: extended(critical) }), digest });
    expect(verify(false)).not.toThrow();
    expect(verify(true)).toThrow(invalid("critical extension 1.2.3"));
  });

  test("that says a time at which its unit's certificate was not valid", () => {
    const { notBefore, notAfter } = timestamps.certificate;
    const members = DerReader.inside(tstInfo, tag.sequence, "TSTInfo").readAll("field", 16);
    const at = (moment: Date, milliseconds: number) => () => {
      const genTime = generalizedTime(new Date(moment.getTime() + milliseconds), true);
      const fields = members.map(({ encoded }) => (encoded[0] === tag.generalizedTime ? genTime : encoded));
      return verifyTimestampToken({ token: tokenBy(timestamps, { content: sequence(...fields) }), digest });
    };
    expect(at(notBefore, 0)).not.toThrow();
    expect(at(notAfter, 999)).not.toThrow();
    expect(at(notBefore, -1)).toThrow(invalid("was not valid"));
    expect(at(notAfter, 1000)).toThrow(invalid("was not valid"));
  });

  test("of a signer", async () => {
    const signer = await newSigner(signers);
    expect(() => verifyTimestampToken({ token: tokenBy(signer), digest })).toThrow(
      invalid("not for time-stamping"),
    );
  });

  test("over another digest, or the same by another algorithm", () => {
    expect(() => verifyTimestampToken({ token, digest: sha256(digest) })).toThrow(invalid("another digest"));
    expect(() => verifyTimestampToken({ token, digest, digestAlgorithm: "sha384" })).toThrow(
      invalid("another digest"),
    );
  });
});

test("a token is of these bytes or it is not, whichever digest it is by", async () => {
  expect(() => requireTimestampOf(token, content)).not.toThrow();
  expect(() => requireTimestampOf(token, content.subarray(1))).toThrow(invalid("another digest"));
  expect(() => requireTimestampOf(content, content)).toThrow(invalid("malformed"));
});

test("a certificate is for time-stamping when that is its one purpose, and critical (RFC 3161 2.3)", () => {
  expect(isForTimestamping(timestamps.certificate.der)).toBe(true);
  expect(isForTimestamping(root.certificate.der)).toBe(false);
});

describeWith(["openssl"], "of openssl's certificates", () => {
  test.each([
    ["extendedKeyUsage=critical,timeStamping", true],
    ["extendedKeyUsage=timeStamping", false],
    ["extendedKeyUsage=critical,timeStamping,emailProtection", false],
    ["keyUsage=critical,digitalSignature", false],
  ])("one with %s is for time-stamping: %s", async (extension, expected) => {
    const request = ["req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "k", "-subj", "/CN=a"];
    const { bytes } = await judgeByOpenssl({}, ...request, "-addext", extension, "-outform", "DER");
    expect(isForTimestamping(bytes)).toBe(expected);
  });
});

test("a hash of SHA-1 in the older signing-certificate, which RFC 3161 has, is compared all the same", () => {
  const v1 = (certificate: Uint8Array, hash: (bytes: Uint8Array) => Uint8Array) =>
    setOf([
      attribute(oids.contentType, oid(oids.tstInfo)),
      attribute(oids.messageDigest, octetString(sha256(tstInfo))),
      attribute(oids.signingCertificate, sequence(sequence(sequence(octetString(hash(certificate)))))),
    ]);
  const good = tokenBy(timestamps, { signedAttributes: v1(timestamps.certificate.der, sha1) });
  const other = tokenBy(timestamps, { signedAttributes: v1(root.certificate.der, sha1) });
  expect(hex(verifyTimestampToken({ token: good, digest }).certificate)).toBe(
    hex(timestamps.certificate.der),
  );
  expect(() => verifyTimestampToken({ token: other, digest })).toThrow(invalid("does not verify"));
});
