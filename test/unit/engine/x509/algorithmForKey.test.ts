import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { bitString, explicit, integer, nullValue, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import { publicKeyDefect } from "../../../../engine/x509/publicKeyDefect.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { algorithmCases, keyOf } from "./algorithmKeys.js";

const der = (publicKey: KeyObject): Uint8Array => publicKey.export({ type: "spki", format: "der" });
const curve = (namedCurve: string) => der(generateKeyPairSync("ec", { namedCurve }).publicKey);
const writtenOut = () =>
  der(generateKeyPairSync("ec", { namedCurve: "P-256", paramEncoding: "explicit" }).publicKey);
/** An RSA key of a modulus of so many bits, which nobody can sign with. */
const rsa = (bits: number, exponent = 65_537, ...algorithm: Uint8Array[]) => {
  const modulus = new Uint8Array(Math.ceil(bits / 8)).fill(0xff);
  modulus[0] = 0xff >> ((8 - (bits % 8)) % 8);
  const identifier = algorithm.length > 0 ? algorithm : [oid(oids.rsaEncryption), nullValue()];
  return sequence(sequence(...identifier), bitString(sequence(integer(modulus), integer(exponent))));
};
/** A key for RSASSA-PSS with this digest and at least this salt, and nothing else (RFC 4055 1.2). */
const restricted = (digest: string, saltLength: number) => {
  const hash = sequence(oid(digest), nullValue());
  const mask = sequence(oid(oids.maskGeneration1), hash);
  const parameters = sequence(explicit(0, hash), explicit(1, mask), explicit(2, integer(saltLength)));
  return rsa(2048, 65_537, oid(oids.rsaPss), parameters);
};

test.each(algorithmCases)(
  "a key of %s with %j signs by %s, no value longer than foretold",
  (...algorithmCase) => {
    const key = keyOf(algorithmCase);
    const algorithm = signatureAlgorithmFor(key.publicKey, algorithmCase[1]);
    expect(algorithm.name).toBe(algorithmCase[2]);
    const lengths = Array.from({ length: 20 }, (_, count) => key.sign(Uint8Array.of(count)).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(algorithm.longestSignature);
    expect(Math.max(...lengths)).toBeGreaterThan(algorithm.longestSignature - 6);
    expect(publicKeyDefect(key.publicKey)).toBeNull();
  },
);

test("a signature of RSA is as long as its modulus, and P-256 has the usual algorithm", () => {
  expect(signatureAlgorithmFor(rsa(3072)).longestSignature).toBe(384);
  expect(signatureAlgorithmFor(rsa(2049)).longestSignature).toBe(257);
  expect(signatureAlgorithmFor(curve("P-256"), { digest: "sha256" })).toBe(ecdsaP256Sha256);
});

test("a key restricted to RSASSA-PSS parameters signs by them", () => {
  expect(signatureAlgorithmFor(restricted(oids.sha384, 48)).name).toBe("rsa-pss-sha384");
  expect(signatureAlgorithmFor(restricted(oids.sha256, 20), { padding: "pss" }).saltLength).toBe(32);
});

describe("refused as too weak is", () => {
  test.each([
    ["RSA of 1024 bits", rsa(1024)],
    ["RSA of 2047 bits", rsa(2047)],
    ["RSA with the exponent 3", rsa(2048, 3)],
    ["RSA with the exponent 65535", rsa(2048, 65_535)],
    ["RSA with an even exponent", rsa(2048, 65_538)],
  ])("%s", (_title, key) => {
    expect(() => signatureAlgorithmFor(key)).toThrow(expect.objectContaining({ code: "key_too_weak" }));
    expect(publicKeyDefect(key)).toMatch(/ETSI TS 119 312|FIPS 186-5/);
  });
});

describe("refused as unsupported, and the reason named, is", () => {
  const ed25519 = der(generateKeyPairSync("ed25519").publicKey);
  test.each([
    ["secp256k1", "1.3.132.0.10", () => signatureAlgorithmFor(curve("secp256k1"))],
    ["brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7", () => signatureAlgorithmFor(curve("brainpoolP256r1"))],
    ["a curve by its parameters", "without a name", () => signatureAlgorithmFor(writtenOut())],
    ["Ed448", "1.3.101.113", () => signatureAlgorithmFor(der(generateKeyPairSync("ed448").publicKey))],
    [
      "a key for agreement",
      "1.3.101.110",
      () => signatureAlgorithmFor(der(generateKeyPairSync("x25519").publicKey)),
    ],
    ["RSA of 8193 bits", "8193 bits", () => signatureAlgorithmFor(rsa(8193))],
    ["Ed25519 with SHA-256", "not sha256", () => signatureAlgorithmFor(ed25519, { digest: "sha256" })],
    ["a padding for Ed25519", "RSA keys", () => signatureAlgorithmFor(ed25519, { padding: "pss" })],
    ["a padding for P-384", "RSA keys", () => signatureAlgorithmFor(curve("P-384"), { padding: "pkcs1" })],
    [
      "PKCS #1 v1.5 with a key for RSASSA-PSS",
      "RSASSA-PSS key",
      () => signatureAlgorithmFor(restricted(oids.sha256, 32), { padding: "pkcs1" }),
    ],
    [
      "another digest than a key is restricted to",
      "restricted to sha384",
      () => signatureAlgorithmFor(restricted(oids.sha384, 48), { digest: "sha256" }),
    ],
    ["a longer salt than ours", "longer salt", () => signatureAlgorithmFor(restricted(oids.sha256, 64))],
    ["RSASSA-PSS with SHA-1", "not known", () => signatureAlgorithmFor(restricted("1.3.14.3.2.26", 20))],
  ])("%s", (_title, reason, choose) => {
    expect(choose).toThrow(
      expect.objectContaining({ code: "algorithm_unsupported", message: expect.stringContaining(reason) }),
    );
  });
});

test("what is no SubjectPublicKeyInfo is refused as malformed", () => {
  for (const bytes of [
    new Uint8Array(0),
    Uint8Array.of(0x30, 0),
    rsa(2048).subarray(1),
    new Uint8Array(91),
  ]) {
    expect(() => signatureAlgorithmFor(bytes)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
  }
});

test("a point that is not on P-384 or P-521 is not certified", () => {
  for (const name of ["P-384", "P-521"]) {
    const key = Uint8Array.from(curve(name));
    key[key.length - 1]! ^= 1;
    expect(publicKeyDefect(key)).toContain("not on its curve");
  }
});
