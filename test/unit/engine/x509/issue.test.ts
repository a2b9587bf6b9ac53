import { X509Certificate } from "node:crypto";
import { Certificate as PkijsCertificate } from "pkijs";
import { bitString, sequence } from "../../../../engine/asn1/derWriter.js";
import { EngineError } from "../../../../engine/error.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import { issueCertificate, signCertificate } from "../../../../engine/x509/issue.js";
import { lintCertificate } from "../../../../engine/x509/lint.js";
import { oneTimeSigner, timestampUnit } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import {
  later,
  newHierarchy,
  newKey,
  newSigner,
  now,
  organization,
  person,
  personRequest,
  policy,
  serialNumber,
} from "./hierarchy.js";
import { judgeByOpenssl, pem } from "./opensslDirectory.js";

const hierarchy = await newHierarchy();
const { root, signers, timestamps } = hierarchy;
const at = Math.floor(now.getTime() / 1000).toString();
const authorities = { "root.pem": pem(root.certificate.der), "signers.pem": pem(signers.certificate.der) };

const verify = (der: Uint8Array, ...more: string[]) =>
  judgeByOpenssl(
    { ...authorities, "one.pem": pem(der) },
    ...["verify", "-x509_strict", "-attime", at, ...more],
    ...["-CAfile", "root.pem", "-untrusted", "signers.pem", "one.pem"],
  );

const textOf = async (der: Uint8Array): Promise<string> => {
  const { text } = await judgeByOpenssl(
    { "one.der": der },
    "x509",
    "-inform",
    "DER",
    "-in",
    "one.der",
    "-noout",
    "-text",
  );
  return text;
};

describeWith(["openssl"], "openssl, strict about RFC 5280,", () => {
  test("accepts a one-time certificate through both authorities", async () => {
    const { certificate } = await newSigner(signers);
    expect(await verify(certificate.der)).toMatchObject({ passed: true, text: "one.pem: OK\n" });
  });

  test("accepts it under its policy, which the authority's anyPolicy lets through", async () => {
    const { certificate } = await newSigner(signers);
    expect(await verify(certificate.der, "-explicit_policy", "-policy", policy)).toMatchObject({
      passed: true,
    });
    expect(await verify(certificate.der, "-explicit_policy", "-policy", "1.2.3.4")).toMatchObject({
      passed: false,
    });
  });

  test("accepts it for signing an e-mail, the purpose that `cms -verify` asks for by default", async () => {
    const { certificate } = await newSigner(signers);
    expect(await verify(certificate.der, "-purpose", "smimesign")).toMatchObject({ passed: true });
  });

  test("refuses it once its minutes are over", async () => {
    const { certificate } = await newSigner(signers, { notBefore: later(-700), notAfter: later(-100) });
    expect((await verify(certificate.der)).text).toContain("certificate has expired");
  });

  test("accepts the time-stamping unit for time-stamping and for nothing else", async () => {
    expect(await verify(timestamps.certificate.der, "-purpose", "timestampsign")).toMatchObject({
      passed: true,
    });
    expect(await verify(timestamps.certificate.der, "-purpose", "smimesign")).toMatchObject({
      passed: false,
    });
  });

  test("refuses a one-time certificate as an authority", async () => {
    const { key, certificate } = await newSigner(signers);
    // Lint would not let it through, so it is signed without.
    const { tbs, algorithm } = prepareCertificate(
      oneTimeSigner({ policies: [policy] }),
      personRequest({ key, certificate }, { notAfter: later(500) }),
    );
    const child = sequence(tbs, algorithm.identifier, bitString(key.sign(tbs)));
    const files = {
      ...authorities,
      "chain.pem": authorities["signers.pem"] + pem(certificate.der),
      "child.pem": pem(child),
    };
    const args = ["verify", "-attime", at, "-CAfile", "root.pem", "-untrusted", "chain.pem", "child.pem"];
    expect((await judgeByOpenssl(files, ...args)).text).toContain("invalid CA certificate");
  });

  test("reads in a one-time certificate what its profile says", async () => {
    const text = await textOf((await newSigner(signers)).certificate.der);
    expect(text).toContain("Version: 3 (0x2)");
    expect(text).toContain("Signature Algorithm: ecdsa-with-SHA256");
    expect(text).toContain(
      "Issuer: C = FR, O = Paraph, organizationIdentifier = NTRFR-123456789, CN = Paraph Signers",
    );
    expect(text).toContain(
      "Subject: C = FR, GN = Zo\\C3\\A9, SN = Lef\\C3\\A8vre, serialNumber = PAR-0001, CN = Zo\\C3\\A9 Lef\\C3\\A8vre",
    );
    expect(text).toContain("Not Before: Mar  4 05:05:07 2026 GMT");
    expect(text).toContain("Not After : Mar  4 05:16:07 2026 GMT");
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Non Repudiation\n/);
    expect(text).toContain(`Policy: ${policy}`);
    expect(text).toContain("0.4.0.194121.2.1: ");
    expect(text).toContain("X509v3 Authority Key Identifier");
    expect(text).toContain("X509v3 Subject Key Identifier");
    expect(text).not.toContain("Extended Key Usage");
    expect(text).not.toContain("Basic Constraints");
  });

  test("reads in an authority's and a unit's certificate what their profiles say", async () => {
    expect(await textOf(root.certificate.der)).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:1\n/);
    const text = await textOf(signers.certificate.der);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0\n/);
    expect(text).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\n/);
    expect(await textOf(timestamps.certificate.der)).toMatch(
      /Extended Key Usage: critical\s+Time Stamping\n/,
    );
  });

  test("reads where the issuer's certificate and its revocation list are published", async () => {
    const published = {
      caIssuers: "http://ca.example.com/root.cer",
      crlDistributionPoint: "http://ca.example.com/root.crl",
    };
    const der = await issueCertificate(
      timestampUnit({ ...published, policies: [policy] }),
      personRequest(root, { subject: organization("Unit") }),
      root.key.sign,
    );
    const text = await textOf(der);
    expect(text).toContain("CA Issuers - URI:http://ca.example.com/root.cer");
    expect(text).toMatch(/CRL Distribution Points:\s+Full Name:\s+URI:http:\/\/ca\.example\.com\/root\.crl/);
    expect(await verify(der)).toMatchObject({ passed: true });
  });
});

test("pkijs reads every field of a one-time certificate, and writes back the same bytes", async () => {
  const { certificate } = await newSigner(signers);
  const parsed = PkijsCertificate.fromBER(certificate.der);
  expect(parsed.version).toBe(2);
  expect(parsed.notBefore.value.toISOString()).toBe("2026-03-04T05:05:07.000Z");
  expect(parsed.extensions?.map(({ extnID, critical }) => [extnID, critical])).toEqual([
    ["2.5.29.35", false],
    ["2.5.29.14", false],
    ["2.5.29.15", true],
    ["2.5.29.32", false],
    ["0.4.0.194121.2.1", false],
    ["2.5.29.56", false],
  ]);
  expect(Buffer.compare(Buffer.from(parsed.toSchema().toBER()), certificate.der)).toBe(0);
});

test("the signature in a certificate is its authority's over exactly what was linted", async () => {
  const { certificate } = await newSigner(signers);
  const node = new X509Certificate(certificate.der);
  expect(node.verify(new X509Certificate(signers.certificate.der).publicKey)).toBe(true);
  expect(node.verify(new X509Certificate(root.certificate.der).publicKey)).toBe(false);
});

test("nothing is signed when lint refuses", async () => {
  let asked = 0;
  const sign = (message: Uint8Array) => {
    asked += 1;
    return signers.key.sign(message);
  };
  const profile = oneTimeSigner({ policies: [policy] });
  const request = personRequest(signers, { notAfter: later(2 * 86_400) });
  await expect(issueCertificate(profile, request, sign)).rejects.toMatchObject({
    code: "certificate_lint_failed",
  });
  expect(asked).toBe(0);
});

test("a change to the prepared bytes after lint does not reach the signature", async () => {
  const prepared = prepareCertificate(oneTimeSigner({ policies: [policy] }), personRequest(signers));
  const linted = lintCertificate(prepared);
  const before = Buffer.from(prepared.tbs);
  prepared.tbs.fill(0);
  let signed: Uint8Array = new Uint8Array(0);
  await signCertificate(linted, (message) => {
    signed = message;
    return signers.key.sign(message);
  });
  expect(Buffer.compare(signed, before)).toBe(0);
});

test("a signer far away, that answers later, is waited for", async () => {
  const key = newKey();
  const request = { subject: person(), subjectPublicKeyInfo: key.publicKey, serialNumber: serialNumber() };
  const der = await issueCertificate(
    oneTimeSigner({ policies: [policy] }),
    { ...request, notBefore: later(0), notAfter: later(60), issuer: signers.certificate },
    async (message) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return signers.key.sign(message);
    },
  );
  expect(new X509Certificate(der).verify(new X509Certificate(signers.certificate.der).publicKey)).toBe(true);
});

test.each([0, 73])(
  "a signature of %d bytes, which no P-256 key makes, is not put into a certificate",
  async (length) => {
    const issued = issueCertificate(
      oneTimeSigner({ policies: [policy] }),
      personRequest(signers),
      () => new Uint8Array(length),
    );
    await expect(issued).rejects.toThrow(EngineError);
    await expect(issued).rejects.toMatchObject({ code: "signature_invalid" });
  },
);
