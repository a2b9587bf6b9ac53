import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Subject } from "../measure.js";

/**
 * The cryptography that no way of making something can do without.
 * @param signatures ECDSA P-256, over some hundred bytes each @param bytes that SHA-256 is taken of, once
 */
export function cryptographyOf(what: string, signatures: number, bytes: number): Subject {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const message = randomBytes(600);
  const content = randomBytes(bytes);
  return {
    name: `floor of ${what}: ${signatures} signatures, SHA-256`,
    run: () => {
      for (let count = 0; count < signatures; count++) sign("sha256", message, privateKey);
      createHash("sha256").update(content).digest();
    },
  };
}
