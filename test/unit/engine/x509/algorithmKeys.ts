import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type AlgorithmChoices, signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import type { CertificateRequest } from "../../../../engine/x509/certificate.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import type { SignatureScheme, SignatureSchemeName } from "../../../../engine/x509/signatureAlgorithm.js";
import { type Holder, type Key, personRequest } from "./hierarchy.js";

export type KeyKind = "P-256" | "P-384" | "P-521" | "RSA" | "RSASSA-PSS" | "Ed25519";

/** A kind of key, what its holder chooses, and what has to come out. */
export type AlgorithmCase = readonly [kind: KeyKind, choices: AlgorithmChoices, scheme: SignatureSchemeName];

/** Every scheme that there is, and every kind of key. */
export const algorithmCases: readonly AlgorithmCase[] = [
  ["P-256", {}, "ecdsa-sha256"],
  ["P-256", { digest: "sha512" }, "ecdsa-sha512"],
  ["P-384", {}, "ecdsa-sha384"],
  ["P-384", { digest: "sha256" }, "ecdsa-sha256"],
  ["P-521", {}, "ecdsa-sha512"],
  ["RSA", {}, "rsa-pkcs1-sha256"],
  ["RSA", { digest: "sha384" }, "rsa-pkcs1-sha384"],
  ["RSA", { digest: "sha512", padding: "pkcs1" }, "rsa-pkcs1-sha512"],
  ["RSA", { padding: "pss" }, "rsa-pss-sha256"],
  ["RSA", { digest: "sha384", padding: "pss" }, "rsa-pss-sha384"],
  ["RSA", { digest: "sha512", padding: "pss" }, "rsa-pss-sha512"],
  ["RSASSA-PSS", {}, "rsa-pss-sha256"],
  ["Ed25519", {}, "ed25519"],
];

const spki = (publicKey: KeyObject): Uint8Array => publicKey.export({ type: "spki", format: "der" });
const pairs = new Map<KeyKind, { publicKey: KeyObject; privateKey: KeyObject }>();

function pairOf(kind: KeyKind) {
  if (kind === "RSA") return generateKeyPairSync("rsa", { modulusLength: 2048 });
  if (kind === "RSASSA-PSS") return generateKeyPairSync("rsa-pss", { modulusLength: 2048 });
  if (kind === "Ed25519") return generateKeyPairSync("ed25519");
  return generateKeyPairSync("ec", { namedCurve: kind });
}

/** Signs as this scheme says, by Node. */
export function signBy(scheme: SignatureScheme, message: Uint8Array, key: KeyObject): Uint8Array {
  if (scheme.family === "ed25519") return sign(null, message, key);
  if (scheme.family !== "rsa-pss") return sign(scheme.digest.name, message, key);
  const { RSA_PKCS1_PSS_PADDING: padding } = constants;
  return sign(scheme.digest.name, message, { key, padding, saltLength: scheme.saltLength });
}

/** A key of this kind, one for each test file, that signs as its holder chose. */
export function keyOf([kind, choices]: AlgorithmCase): Key {
  const pair = pairs.get(kind) ?? pairOf(kind);
  pairs.set(kind, pair);
  const publicKey = spki(pair.publicKey);
  const algorithm = signatureAlgorithmFor(publicKey, choices);
  return {
    privateKey: pair.privateKey,
    publicKey,
    sign: (message) => signBy(algorithm, message, pair.privateKey),
  };
}

/** A certificate for a key, under an authority. */
export async function certified(
  key: Key,
  profile: CertificateProfile,
  authority: Holder,
  changes: Partial<CertificateRequest> = {},
): Promise<Holder> {
  const request = personRequest(authority, { subjectPublicKeyInfo: key.publicKey, ...changes });
  const der = await issueCertificate(profile, request, authority.key.sign);
  return { key, certificate: parseCertificate(der) };
}
