import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { explicit, integer, nullValue, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { algorithmByIdentifier, cmsSignatureScheme } from "../../../../engine/x509/algorithmIdentifier.js";
import { signatureSchemes } from "../../../../engine/x509/signatureAlgorithm.js";
import { describeWith } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { judgeByOpenssl } from "./opensslDirectory.js";

const SHA1 = "1.3.14.3.2.26";
const schemes = Object.values(signatureSchemes);

test("each scheme is found by its own identifier, which no other has", () => {
  expect(new Set(schemes.map(({ identifier }) => hex(identifier))).size).toBe(10);
  for (const scheme of schemes) {
    expect(algorithmByIdentifier(scheme.identifier)).toEqual(scheme);
    expect(cmsSignatureScheme(scheme.identifier, scheme.digest.oid)).toEqual(scheme);
  }
});

describeWith(["openssl"], "openssl writes, octet for octet, the identifier of", () => {
  const rsa = ["rsa:2048"];
  const pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
  test.each([
    ["ecdsa-sha256", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha256"]],
    ["ecdsa-sha384", ["ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-sha384"]],
    ["ecdsa-sha512", ["ec", "-pkeyopt", "ec_paramgen_curve:P-521", "-sha512"]],
    ["rsa-pkcs1-sha256", [...rsa, "-sha256"]],
    ["rsa-pkcs1-sha384", [...rsa, "-sha384"]],
    ["rsa-pkcs1-sha512", [...rsa, "-sha512"]],
    ["rsa-pss-sha256", [...rsa, "-sha256", ...pss]],
    ["rsa-pss-sha384", [...rsa, "-sha384", ...pss]],
    ["rsa-pss-sha512", [...rsa, "-sha512", ...pss]],
    ["ed25519", ["ed25519"]],
  ] as const)("%s, into a certificate", async (name, options) => {
    const request = ["req", "-x509", "-nodes", "-keyout", "key.pem", "-subj", "/CN=a", "-outform", "DER"];
    const { bytes } = await judgeByOpenssl({}, ...request, "-newkey", ...options);
    expect(hex(bytes)).toContain(hex(signatureSchemes[name].identifier));
  });
});

describe("parameters are read to the last octet:", () => {
  const digest = (identifier: string, ...parameters: Uint8Array[]) =>
    sequence(oid(identifier), ...parameters);
  const pss = (hash: Uint8Array, mask: Uint8Array, ...more: Uint8Array[]) =>
    sequence(
      oid(oids.rsaPss),
      sequence(explicit(0, hash), explicit(1, sequence(oid(oids.maskGeneration1), mask)), ...more),
    );
  const sha256 = digest(oids.sha256, nullValue());
  const sha512 = digest(oids.sha512, nullValue());
  const salt = (length: number) => explicit(2, integer(length));

  test("of RSASSA-PSS any salt is taken, and told; digests without NULL and the written-out trailer, too", () => {
    expect(algorithmByIdentifier(pss(sha256, sha256, salt(222)))).toMatchObject({
      name: "rsa-pss-sha256",
      saltLength: 222,
    });
    expect(algorithmByIdentifier(pss(sha512, sha512))?.saltLength).toBe(20);
    const bare = digest(oids.sha256);
    const written = pss(bare, bare, salt(32), explicit(3, integer(1)));
    expect(algorithmByIdentifier(written)?.name).toBe("rsa-pss-sha256");
  });

  test.each([
    ["RSASSA-PSS with another digest in the mask", pss(sha256, sha512, salt(32))],
    ["RSASSA-PSS with SHA-1", pss(digest(SHA1, nullValue()), digest(SHA1, nullValue()), salt(20))],
    ["RSASSA-PSS with SHA-1 by default", sequence(oid(oids.rsaPss), sequence())],
    ["RSASSA-PSS without parameters", sequence(oid(oids.rsaPss))],
    ["RSASSA-PSS with another trailer", pss(sha256, sha256, salt(32), explicit(3, integer(2)))],
    ["RSASSA-PSS with a salt that no key has room for", pss(sha256, sha256, salt(1025))],
    [
      "RSASSA-PSS with another mask",
      sequence(oid(oids.rsaPss), sequence(explicit(0, sha256), explicit(1, sequence(oid("1.2.3"), sha256)))),
    ],
    ["ECDSA with NULL", sequence(oid(oids.ecdsaWithSha256), nullValue())],
    ["Ed25519 with NULL", sequence(oid(oids.ed25519), nullValue())],
    ["RSA with an INTEGER", sequence(oid(oids.rsaWithSha256), integer(1))],
    ["RSA with SHA-1", sequence(oid("1.2.840.113549.1.1.5"), nullValue())],
    ["ECDSA with SHA-1", sequence(oid("1.2.840.10045.4.1"))],
  ])("%s is none of ours", (_title, der) => {
    expect(algorithmByIdentifier(der)).toBeNull();
  });

  test("of RSA PKCS #1 v1.5 may be absent", () => {
    expect(algorithmByIdentifier(sequence(oid(oids.rsaWithSha384)))?.name).toBe("rsa-pkcs1-sha384");
  });

  test.each([
    ["octets behind it", Uint8Array.from([...signatureSchemes.ed25519.identifier, 0])],
    ["no identifier", sequence(nullValue())],
    ["parameters of RSASSA-PSS that are no SEQUENCE", sequence(oid(oids.rsaPss), nullValue())],
    ["an element too many in them", pss(sha256, sha256, salt(32), explicit(4, integer(1)))],
  ])("with %s it is malformed", (_title, der) => {
    expect(() => algorithmByIdentifier(der)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
  });
});

describe("in a SignerInfo", () => {
  const rsaEncryption = sequence(oid(oids.rsaEncryption), nullValue());

  test("a bare rsaEncryption takes the digest of digestAlgorithm, if it is one of ours", () => {
    expect(cmsSignatureScheme(rsaEncryption, oids.sha512)?.name).toBe("rsa-pkcs1-sha512");
    expect(cmsSignatureScheme(rsaEncryption, SHA1)).toBeNull();
  });

  test("a signature algorithm of another digest than digestAlgorithm is none", () => {
    const { identifier } = signatureSchemes["ecdsa-sha256"];
    expect(cmsSignatureScheme(identifier, oids.sha512)).toBeNull();
    expect(cmsSignatureScheme(signatureSchemes.ed25519.identifier, oids.sha256)).toBeNull();
  });
});
