import { X509Certificate } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { issuerAndSerialNumber, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { describeWith, describeWithCorpora } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { later, newHierarchy, newSigner } from "./hierarchy.js";
import { judgeByOpenssl } from "./opensslDirectory.js";

const { signers } = await newHierarchy();

/** What Node, that is OpenSSL, reads of a certificate, in the words of ours. */
function readByNode(der: Uint8Array) {
  const node = new X509Certificate(der);
  return {
    serialNumber: node.serialNumber.startsWith("-")
      ? -BigInt(`0x${node.serialNumber.slice(1)}`)
      : BigInt(`0x${node.serialNumber}`),
    sha256: node.fingerprint256.replaceAll(":", "").toLowerCase(),
    notBefore: new Date(node.validFrom).getTime(),
    notAfter: new Date(node.validTo).getTime(),
  };
}

const integerOf = (octets: Uint8Array): bigint =>
  BigInt.asIntN(octets.length * 8, BigInt(`0x${hex(octets)}`));

test("a certificate's fields are those that Node reads", async () => {
  const { certificate, key } = await newSigner(signers);
  const node = readByNode(certificate.der);
  expect(integerOf(certificate.serialNumber)).toBe(node.serialNumber);
  expect(hex(certificate.sha256)).toBe(node.sha256);
  expect(certificate.notBefore.getTime()).toBe(node.notBefore);
  expect(certificate.notAfter.getTime()).toBe(node.notAfter);
  expect(hex(certificate.subjectPublicKeyInfo)).toBe(hex(key.publicKey));
  expect(certificate.subjectCommonName).toBe("Zoé Lefèvre");
  expect(hex(certificate.issuer)).toBe(hex(signers.certificate.subject));
  expect(certificate.notBefore.getTime()).toBe(Math.floor(later(-60).getTime() / 1000) * 1000);
});

describeWith(["openssl"], "a certificate of openssl's own", () => {
  test("with an RSA key and a name in T.61 is read the same", async () => {
    const { bytes, text, passed } = await judgeByOpenssl(
      {
        "openssl.cnf": "[req]\nstring_mask=MASK:4\nprompt=no\ndistinguished_name=n\n[n]\nC=DE\nCN=J\xf6rg\n",
      },
      ...[
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key.pem",
        "-days",
        "1",
        "-outform",
        "DER",
      ],
      ...["-config", "openssl.cnf", "-set_serial", "0x00ff01"],
    );
    expect([passed, passed || text]).toEqual([true, true]);
    const certificate = parseCertificate(bytes);
    expect(hex(certificate.serialNumber)).toBe("00ff01");
    expect(certificate.subjectCommonName).toMatch(/^J.*rg$/);
    expect(hex(certificate.sha256)).toBe(readByNode(bytes).sha256);
    expect(hex(issuerAndSerialNumber(bytes)).endsWith("020300ff01")).toBe(true);
  });
});

test("what follows the end of a certificate makes it none", () => {
  const padded = Uint8Array.from([...signers.certificate.der, 0]);
  expect(() => parseCertificate(padded)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
});

describeWithCorpora("NIST's 405 certificates for path validation", (directory) => {
  const folder = join(directory, "pkits", "certs");
  test("are read as Node reads them", () => {
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) {
      const der = readFileSync(join(folder, file));
      const certificate = parseCertificate(der);
      const node = readByNode(der);
      expect([file, hex(certificate.sha256)]).toEqual([file, node.sha256]);
      expect([file, certificate.notAfter.getTime()]).toEqual([file, node.notAfter]);
      expect([file, integerOf(certificate.serialNumber)]).toEqual([file, node.serialNumber]);
    }
  });
});
