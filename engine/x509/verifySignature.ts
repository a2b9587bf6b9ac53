import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { readPublicKey } from "./publicKey.js";
import type { SignatureFamily, SignatureScheme } from "./signatureAlgorithm.js";

/** Authorities' keys recur with each certificate and time-stamp; importing one costs half as much as verifying with it. */
const REMEMBERED_KEYS = 64;
/** A key of RSA with 8192 bits has 1,062 bytes; a larger one would buy a stranger our time. */
const MAX_KEY_BYTES = 1200;

const keyTypes: Readonly<Record<SignatureFamily, readonly string[]>> = {
  ecdsa: ["ec"],
  "rsa-pkcs1": ["rsa"],
  "rsa-pss": ["rsa", "rsa-pss"],
  ed25519: ["ed25519"],
};

const keys = new Map<string, KeyObject | null>();

/**
 * Whether a signature is this key's over this message. How strong the key is, and whose, is not asked.
 * @param scheme as the AlgorithmIdentifier beside the signature says
 * @param subjectPublicKeyInfo DER
 * @param message whole, not its digest
 * @param signature as X.509 and CMS encode it: for ECDSA the DER ECDSA-Sig-Value
 * @returns false, too, when the key is of another kind than the scheme, or cannot be loaded
 */
export function verifyWith(
  scheme: SignatureScheme,
  subjectPublicKeyInfo: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = publicKey(subjectPublicKeyInfo);
  // Without this an ECDSA signature would verify under an identifier that says RSA.
  if (!key || !keyTypes[scheme.family].includes(key.asymmetricKeyType ?? "")) return false;
  try {
    if (scheme.family === "ed25519") return verify(null, message, key, signature);
    if (scheme.family !== "rsa-pss") return verify(scheme.digest.name, message, key, signature);
    const { RSA_PKCS1_PSS_PADDING: padding } = constants;
    return verify(scheme.digest.name, message, { key, padding, saltLength: scheme.saltLength }, signature);
  } catch {
    // What the provider throws, it throws about a key or a signature that is none: the answer is no.
    return false;
  }
}

/** The key, imported once; null when it is none of ours. The one used least recently makes room. */
function publicKey(subjectPublicKeyInfo: Uint8Array): KeyObject | null {
  if (subjectPublicKeyInfo.length > MAX_KEY_BYTES) return null;
  const { buffer, byteOffset, length } = subjectPublicKeyInfo;
  const name = Buffer.from(buffer, byteOffset, length).toString("latin1");
  const known = keys.get(name);
  const key = known === undefined ? importKey(subjectPublicKeyInfo) : known;
  keys.delete(name);
  keys.set(name, key);
  if (keys.size > REMEMBERED_KEYS) keys.delete(keys.keys().next().value ?? name);
  return key;
}

function importKey(subjectPublicKeyInfo: Uint8Array): KeyObject | null {
  try {
    // The provider knows more curves than we do, and takes one that is not named but written out.
    readPublicKey(subjectPublicKeyInfo);
    return createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: "der", type: "spki" });
  } catch {
    // No key, none of ours, or a point that is not on its curve.
    return null;
  }
}
