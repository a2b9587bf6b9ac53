import { generateKeyPairSync, sign } from "node:crypto";
import { integer, sequence } from "../../../../engine/asn1/derWriter.js";
import { signatureSchemes } from "../../../../engine/x509/signatureAlgorithm.js";
import { verifyWith } from "../../../../engine/x509/verifySignature.js";
import { algorithmCases, keyOf } from "./algorithmKeys.js";

const message = Buffer.from("A message.");

describe.each(algorithmCases)("a signature of %s with %j", (...algorithmCase) => {
  const key = keyOf(algorithmCase);
  const scheme = signatureSchemes[algorithmCase[2]];
  const signature = key.sign(message);

  test("verifies with its key over its message, and with no other bit of either", () => {
    expect(verifyWith(scheme, key.publicKey, message, signature)).toBe(true);
    expect(verifyWith(scheme, key.publicKey, message.subarray(1), signature)).toBe(false);
    const changed = Uint8Array.from(signature);
    changed[10]! ^= 1;
    expect(verifyWith(scheme, key.publicKey, message, changed)).toBe(false);
    expect(verifyWith(scheme, key.publicKey, message, Uint8Array.from([...signature, 0]))).toBe(false);
    expect(verifyWith(scheme, key.publicKey, message, new Uint8Array(0))).toBe(false);
  });

  test("verifies by no other scheme, were it one of the same key", () => {
    for (const other of Object.values(signatureSchemes)) {
      if (other !== scheme) expect(verifyWith(other, key.publicKey, message, signature)).toBe(false);
    }
  });
});

test("bytes that are no key, and keys that are none of ours, verify nothing", () => {
  const scheme = signatureSchemes["ecdsa-sha256"];
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  const foreign = publicKey.export({ type: "spki", format: "der" });
  expect(verifyWith(scheme, foreign, message, sign("sha256", message, privateKey))).toBe(false);
  const explicit = generateKeyPairSync("ec", { namedCurve: "P-256", paramEncoding: "explicit" });
  const made = explicit.publicKey.export({ type: "spki", format: "der" });
  expect(verifyWith(scheme, made, message, sign("sha256", message, explicit.privateKey))).toBe(false);
  expect(verifyWith(scheme, new Uint8Array(91), message, new Uint8Array(70))).toBe(false);
  expect(verifyWith(scheme, new Uint8Array(5_000_000), message, new Uint8Array(70))).toBe(false);
});

test("an ECDSA signature verifies in its one DER form only", () => {
  const key = keyOf(["P-256", {}, "ecdsa-sha256"]);
  const scheme = signatureSchemes["ecdsa-sha256"];
  const signature = key.sign(message);
  const longForm = Uint8Array.from([0x30, 0x81, ...signature.subarray(1)]);
  expect(verifyWith(scheme, key.publicKey, message, longForm)).toBe(false);
  expect(verifyWith(scheme, key.publicKey, message, sequence(integer(0), integer(0)))).toBe(false);
});

test("a salt of another length than the identifier says does not verify", () => {
  const key = keyOf(["RSA", { padding: "pss" }, "rsa-pss-sha256"]);
  const scheme = signatureSchemes["rsa-pss-sha256"];
  const signature = key.sign(message);
  expect(verifyWith({ ...scheme, saltLength: 20 }, key.publicKey, message, signature)).toBe(false);
});

test("a hundred keys one after the other, more than are remembered, each verify their own and no other's", () => {
  const scheme = signatureSchemes.ed25519;
  const holders = Array.from({ length: 100 }, () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    return {
      spki: publicKey.export({ type: "spki", format: "der" }),
      signature: sign(null, message, privateKey),
    };
  });
  for (const [index, { spki, signature }] of [...holders, ...holders].entries()) {
    expect(verifyWith(scheme, spki, message, signature)).toBe(true);
    const other = holders[(index + 1) % holders.length]!;
    expect(verifyWith(scheme, other.spki, message, signature)).toBe(false);
  }
});
