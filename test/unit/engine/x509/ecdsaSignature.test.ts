import { webcrypto } from "node:crypto";
import { ecdsaSignatureToDer } from "../../../../engine/x509/ecdsaSignature.js";
import { signatureSchemes } from "../../../../engine/x509/signatureAlgorithm.js";
import { verifyWith } from "../../../../engine/x509/verifySignature.js";
import { hex } from "../asn1/hex.js";

const message = Buffer.from("A message.");

test.each([
  ["P-256", "SHA-256", "ecdsa-sha256"],
  ["P-384", "SHA-384", "ecdsa-sha384"],
  ["P-521", "SHA-512", "ecdsa-sha512"],
] as const)("what WebCrypto signs with %s verifies once it is DER", async (namedCurve, hash, scheme) => {
  const usages = ["sign", "verify"] as const;
  const keys = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve }, true, usages);
  const spki = new Uint8Array(await webcrypto.subtle.exportKey("spki", keys.publicKey));
  const count = namedCurve === "P-256" ? 300 : 20;
  for (let signed = 0; signed < count; signed++) {
    const raw = await webcrypto.subtle.sign({ name: "ECDSA", hash }, keys.privateKey, message);
    const der = ecdsaSignatureToDer(new Uint8Array(raw));
    expect(verifyWith(signatureSchemes[scheme], spki, message, der)).toBe(true);
  }
});

test("leading zeros go, and a sign octet comes where one is needed", () => {
  const raw = new Uint8Array(64);
  raw[31] = 1;
  raw[32] = 0x80;
  expect(hex(ecdsaSignatureToDer(raw))).toBe(`3026020101022100${"80".padEnd(64, "0")}`);
});

test.each([0, 1, 63, 65, 70, 72, 128])("%d bytes are refused: they are no r and s", (length) => {
  expect(() => ecdsaSignatureToDer(new Uint8Array(length).fill(1))).toThrow(
    expect.objectContaining({ code: "signature_invalid" }),
  );
});

test("an r or s of zero is refused", () => {
  for (const zero of [0, 32]) {
    const raw = new Uint8Array(64).fill(1).fill(0, zero, zero + 32);
    expect(() => ecdsaSignatureToDer(raw)).toThrow(expect.objectContaining({ code: "signature_invalid" }));
  }
});
