import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { berLength } from "../../../../engine/asn1/berHeader.js";
import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import {
  explicit,
  implicit,
  integer,
  octetString,
  sequence,
  setOf,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { parseSignedData, type SignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { attribute } from "../../../../engine/cms/signedAttributes.js";
import { signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { EngineError } from "../../../../engine/error.js";
import { decodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { digestAlgorithms, digestOf } from "../../../../engine/x509/digestAlgorithm.js";
import { issuerAndSerialNumber, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { describeWith, describeWithCorpora } from "../../../support/judges.js";
import { openssl } from "../../../support/openssl.js";
import { hex } from "../asn1/hex.js";
import { content, newTimestampedSignature, sha256 } from "./signatures.js";

const signature = await newTimestampedSignature();
const certificate = signature.signer.certificate.der;

const messageDigest = attribute(oids.messageDigest, octetString(sha256(content)));
const contentType = attribute(oids.contentType, oid(oids.data));
const signerInfo = (...signedAttributes: Uint8Array[]) =>
  sequence(
    ...[integer(1), issuerAndSerialNumber(certificate), digestAlgorithms.sha256.identifier],
    ...(signedAttributes.length > 0 ? [implicit(0, setOf(signedAttributes))] : []),
    ...[ecdsaP256Sha256.identifier, octetString(Uint8Array.of(1))],
  );
const signedData = (...signerInfos: Uint8Array[]) =>
  sequence(
    oid(oids.signedData),
    explicit(0, sequence(integer(1), setOf([]), sequence(oid(oids.data)), setOf(signerInfos))),
  );

test("what was put into a signature is taken out of it again", () => {
  const parsed = parseSignedData(signature.cms);
  expect(parsed.contentType).toBe(oids.data);
  expect(parsed.content).toBeNull();
  expect(parsed.certificates.map(hex).sort()).toEqual(signature.certificates.map(hex).sort());
  expect(parsed.signerCertificate && hex(parsed.signerCertificate)).toBe(hex(certificate));
  expect(hex(parsed.signedAttributes)).toBe(hex(signature.signedAttributes));
  expect(hex(parsed.signatureValue)).toBe(hex(signature.signatureValue));
  expect(hex(parsed.messageDigest)).toBe(hex(sha256(content)));
  expect(parsed.digestAlgorithm).toBe(oids.sha256);
  expect(parsed.signatureAlgorithm).toBe(oids.ecdsaWithSha256);
  expect(parsed.signingCertificateHash?.algorithm).toBe(oids.sha256);
  expect(hex(parsed.signingCertificateHash?.value ?? content)).toBe(hex(sha256(certificate)));
  expect(parsed.timestampToken && hex(parsed.timestampToken)).toBe(hex(signature.token));
});

test("the padding of /Contents is no part of the signature: it is cut off, or refused", () => {
  const padded = new Uint8Array(signature.cms.length + 100);
  padded.set(signature.cms);
  expect(() => parseSignedData(padded)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
  expect(parseSignedData(padded.subarray(0, berLength(padded))).contentType).toBe(oids.data);
});

test("a signature without certificates is read, and its signer's is not invented", () => {
  const parsed = parseSignedData(signedData(signerInfo(contentType, messageDigest)));
  expect(parsed.certificates).toEqual([]);
  expect(parsed.signerCertificate).toBeNull();
  expect(parsed.signingCertificateHash).toBeNull();
  expect(parsed.timestampToken).toBeNull();
});

describe("a signature is refused as invalid when it", () => {
  const otherType = attribute(oids.contentType, oid(oids.tstInfo));
  const twoDigests = sequence(
    oid(oids.messageDigest),
    setOf([octetString(content), octetString(sha256(content))]),
  );
  test.each([
    ["has no signer", signedData()],
    [
      "has two signers",
      signedData(signerInfo(contentType, messageDigest), signerInfo(contentType, messageDigest)),
    ],
    ["has no signed attributes", signedData(signerInfo())],
    ["has no content-type among them", signedData(signerInfo(messageDigest))],
    ["has no message-digest among them", signedData(signerInfo(contentType))],
    ["has another content-type than its content", signedData(signerInfo(otherType, messageDigest))],
    ["has a message-digest of two values", signedData(signerInfo(contentType, twoDigests))],
    ["has two message-digests", signedData(signerInfo(contentType, messageDigest, messageDigest))],
    ["is no SignedData", sequence(oid("1.2.840.113549.1.7.3"), explicit(0, sequence()))],
  ])("%s", (_title, der) => {
    expect(() => parseSignedData(der)).toThrow(expect.objectContaining({ code: "signature_invalid" }));
  });
});

test("a signature with more certificates than any chain has is refused", () => {
  const many = Array.from({ length: 101 }, () => certificate);
  const der = sequence(
    oid(oids.signedData),
    explicit(
      0,
      sequence(integer(1), setOf([]), sequence(oid(oids.data)), implicit(0, setOf(many)), setOf([])),
    ),
  );
  expect(() => parseSignedData(der)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
});

describeWith(["openssl"], "a signature of openssl's own is read", () => {
  test.each([
    ["its signer named by issuer and serial number", [], oids.sha256],
    ["its signer named by key identifier", ["-keyid"], oids.sha256],
    ["with SHA-512", ["-md", "sha512"], oids.sha512],
  ])("%s", async (_title, options, digestAlgorithm) => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-cms-"));
    try {
      await openssl(
        directory,
        ...[
          "req",
          "-x509",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-keyout",
          "key.pem",
          "-out",
          "cert.pem",
          "-subj",
          "/CN=R",
        ],
      );
      await writeFile(join(directory, "content.bin"), content);
      await openssl(
        directory,
        ...[
          "cms",
          "-sign",
          "-cades",
          "-binary",
          "-in",
          "content.bin",
          "-signer",
          "cert.pem",
          "-inkey",
          "key.pem",
        ],
        ...["-outform", "DER", "-out", "sig.der", ...options],
      );
      const parsed = parseSignedData(await readFile(join(directory, "sig.der")));
      expect(parsed.digestAlgorithm).toBe(digestAlgorithm);
      expect(parsed.signerCertificate && parseCertificate(parsed.signerCertificate).subjectCommonName).toBe(
        "R",
      );
      expect(parsed.signingCertificateHash).not.toBeNull();
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describeWithCorpora("the 69 signatures of real signed PDFs", (directory) => {
  const folder = join(directory, "signed-pdfs");
  const contents = readdirSync(folder).flatMap((file) => {
    const matches = readFileSync(join(folder, file))
      .toString("latin1")
      .matchAll(/\/Contents\s*<([0-9a-fA-F\s]{200,})>/g);
    return [...matches].map(([, digits = ""]) => Buffer.from(digits.replace(/\s/g, ""), "hex"));
  });
  const withoutPadding = contents.map((bytes) => bytes.subarray(0, berLength(bytes)));
  const read = (bytes: Uint8Array): SignedData | string => {
    try {
      return parseSignedData(bytes);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return error.message;
    }
  };

  test("are read, in DER or BER, but for two without signed attributes, which are refused for that", () => {
    const outcomes = withoutPadding.map(read);
    expect(withoutPadding.filter((bytes) => bytes[1] === 0x80).length).toBeGreaterThan(10);
    const refused = outcomes.filter((outcome) => typeof outcome === "string");
    expect(refused).toEqual(new Array(2).fill("The CMS signer has no signed attributes."));
    expect(outcomes).toHaveLength(69);
  });

  test("verify, each one by an algorithm of ours with its certificate inside, and no bit of them changed", () => {
    const outcomes = withoutPadding.map(read).filter((outcome) => typeof outcome !== "string");
    const known = outcomes.filter(
      ({ signatureScheme, signerCertificate }) => signatureScheme && signerCertificate,
    );
    expect(known.length).toBeGreaterThanOrEqual(60);
    for (const signed of known) {
      expect(signerVerifies(signed)).toBe(true);
      const signedAttributes = Uint8Array.from(signed.signedAttributes);
      signedAttributes[signedAttributes.length - 1]! ^= 1;
      expect(signerVerifies({ ...signed, signedAttributes })).toBe(false);
    }
  });

  test("give what they bring: certificates, time-stamps that verify, revocation lists and OCSP responses", () => {
    const found = { certificates: 0, stamps: 0, crls: 0, ocspResponses: 0 };
    for (const signed of withoutPadding.map(read)) {
      if (typeof signed === "string") continue;
      found.certificates += signed.certificates.map(parseCertificate).length;
      const { crls, ocspResponses } = revocationInfoOf(signed);
      found.crls += crls.length;
      found.ocspResponses += ocspResponses.length;
      for (const token of signed.timestampTokens) {
        const { digestAlgorithm } = decodeTstInfo(parseSignedData(token).content ?? new Uint8Array(0));
        // Some are over a digest by SHA-1, and one was copied from another signature.
        if (digestAlgorithm === null) continue;
        const digest = digestOf(digestAlgorithm.name, signed.signatureValue);
        if (Buffer.from(token).indexOf(digest) < 0) continue;
        try {
          verifyTimestampToken({ token, digest, digestAlgorithm: digestAlgorithm.name });
          found.stamps += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: "timestamp_response_invalid" });
          expect(String(error)).toContain("an algorithm that is not accepted");
        }
      }
    }
    expect(found.certificates).toBeGreaterThanOrEqual(130);
    expect(found.stamps).toBeGreaterThanOrEqual(15);
    expect(found.crls).toBe(7);
    expect(found.ocspResponses).toBe(7);
  });
});
