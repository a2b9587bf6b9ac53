import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { PadesLevel } from "../../engine/pades/level.js";
import type { Subject } from "../measure.js";

/** Time-stamps of each level: one over the signature, one more over the document. */
const TIMESTAMPS: Readonly<Record<PadesLevel, number>> = { "B-B": 0, "B-T": 1, "B-LT": 1, "B-LTA": 2 };

/**
 * The cryptography that no way of signing can do without: a key, the authority's signature on its certificate, the
 * signer's signature, one for each time-stamp, and SHA-256 over the document, once.
 */
export function floorOf(level: PadesLevel, pdf: Uint8Array): Subject {
  const authority: KeyObject = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const message = randomBytes(600);
  const signatures = 1 + TIMESTAMPS[level];
  return {
    name: `floor of ${level}: key, ${signatures + 1} signatures, SHA-256`,
    run: () => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      sign("sha256", message, privateKey);
      for (let count = 0; count < signatures; count++) sign("sha256", message, authority);
      createHash("sha256").update(pdf).digest();
    },
  };
}
