import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { p256Defect } from "../../../../engine/x509/p256PublicKey.js";
import { seededRandom } from "../../../support/seededRandom.js";

const newPublicKey = (namedCurve: string): Uint8Array =>
  generateKeyPairSync("ec", { namedCurve }).publicKey.export({ type: "spki", format: "der" });

function acceptedByNode(der: Uint8Array): boolean {
  try {
    createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
    return true;
  } catch {
    return false;
  }
}

test("every P-256 key of Node's is on the curve", () => {
  for (let count = 0; count < 100; count++) expect(p256Defect(newPublicKey("P-256"))).toBeNull();
});

test("of 300 keys with a changed coordinate, exactly those that Node loads have no defect", () => {
  const random = seededRandom(11);
  const original = newPublicKey("P-256");
  for (let count = 0; count < 300; count++) {
    const changed = Uint8Array.from(original);
    changed[27 + random(64)]! ^= random(256);
    expect(p256Defect(changed) === null).toBe(acceptedByNode(changed));
  }
});

test.each(["P-384", "secp256k1"])("a key on %s is refused, though its bytes are a good key", (curve) => {
  const der = newPublicKey(curve);
  expect(acceptedByNode(der)).toBe(true);
  expect(p256Defect(der)).toBe("is no P-256 key with an uncompressed point");
});
