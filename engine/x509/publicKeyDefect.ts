import { createPublicKey } from "node:crypto";
import { EngineError } from "../error.js";
import { signatureAlgorithmFor } from "./algorithmForKey.js";
import { isP256, p256Defect } from "./p256PublicKey.js";

/**
 * What is wrong with a public key that is to be certified: another kind than ours, too weak, a point off its curve.
 * @param subjectPublicKeyInfo DER
 * @returns null when it can be certified
 * @throws EngineError `asn1_malformed`
 */
export function publicKeyDefect(subjectPublicKeyInfo: Uint8Array): string | null {
  // One-time keys are of this kind, and are looked at without asking a provider to load them.
  if (isP256(subjectPublicKeyInfo)) return p256Defect(subjectPublicKeyInfo);
  try {
    signatureAlgorithmFor(subjectPublicKeyInfo);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === "asn1_malformed") throw error;
    return `is refused: ${error.message.replace(/\.$/, "")}`;
  }
  try {
    createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: "der", type: "spki" });
    return null;
  } catch {
    return "cannot be loaded, as when a point is not on its curve";
  }
}
