import { EngineError } from "../error.js";
import type { DigestName } from "./digestAlgorithm.js";
import { isP256 } from "./p256PublicKey.js";
import { type Curve, coordinateLength, type PublicKey, type RsaKey, readPublicKey } from "./publicKey.js";
import {
  ecdsaP256Sha256,
  type SignatureAlgorithm,
  type SignatureScheme,
  signatureSchemes,
} from "./signatureAlgorithm.js";

/** What a signer may choose; their key decides the rest. */
export interface AlgorithmChoices {
  /** As strong as the curve when absent: SHA-256 for P-256 and RSA, SHA-384 for P-384, SHA-512 for P-521 and Ed25519. */
  readonly digest?: DigestName;
  /** Of an RSA key; PKCS #1 v1.5 when absent, which every reader knows. */
  readonly padding?: "pkcs1" | "pss";
}

const MIN_MODULUS_BITS = 2048;
const MAX_MODULUS_BITS = 8192;
const digestOfCurve = { "P-256": "sha256", "P-384": "sha384", "P-521": "sha512" } as const;

/**
 * The algorithm that a key signs with.
 * @param subjectPublicKeyInfo DER
 * @throws EngineError `key_too_weak` for RSA below 2048 bits (ETSI TS 119 312) or with an exponent below 65537 (FIPS 186-5 A.1.1);
 *   `algorithm_unsupported` for another kind of key, another curve, RSA above 8192 bits, and a choice that the key
 *   does not have; `asn1_malformed`
 */
export function signatureAlgorithmFor(
  subjectPublicKeyInfo: Uint8Array,
  choices: AlgorithmChoices = {},
): SignatureAlgorithm {
  const { digest = "sha256", padding } = choices;
  // The usual key with the usual digest, known by its first bytes.
  if (digest === "sha256" && padding === undefined && isP256(subjectPublicKeyInfo)) return ecdsaP256Sha256;
  const key = readPublicKey(subjectPublicKeyInfo);
  return { ...schemeFor(key, choices), longestSignature: signatureLength(key) };
}

function schemeFor(key: PublicKey, { digest, padding }: AlgorithmChoices): SignatureScheme {
  if (key.type === "rsa") return rsaScheme(key, digest, padding);
  if (padding !== undefined) throw unsupported(`A padding (${padding}) is for RSA keys`);
  if (key.type === "ec") return signatureSchemes[`ecdsa-${digest ?? digestOfCurve[key.curve]}`];
  // RFC 8419 2.3: Ed25519 in CMS goes with SHA-512 and no other.
  if (digest !== undefined && digest !== "sha512")
    throw unsupported(`Ed25519 goes with SHA-512, not ${digest}`);
  return signatureSchemes.ed25519;
}

function rsaScheme(
  key: RsaKey,
  digest: DigestName | undefined,
  padding: AlgorithmChoices["padding"],
): SignatureScheme {
  requireStrength(key);
  if (!key.pssOnly && padding !== "pss") return signatureSchemes[`rsa-pkcs1-${digest ?? "sha256"}`];
  if (padding === "pkcs1") throw unsupported("An RSASSA-PSS key makes no PKCS #1 v1.5 signatures");
  const { restrictedTo } = key;
  const scheme = signatureSchemes[`rsa-pss-${digest ?? restrictedTo?.digest.name ?? "sha256"}`];
  // The salt of the restriction is the shortest that is allowed (RFC 4055 3.3).
  if (
    restrictedTo &&
    (restrictedTo.digest !== scheme.digest || restrictedTo.saltLength > scheme.saltLength)
  ) {
    throw unsupported(`The RSASSA-PSS key is restricted to ${restrictedTo.digest.name} or a longer salt`);
  }
  return scheme;
}

function requireStrength({ modulusBits, exponent }: RsaKey): void {
  if (modulusBits < MIN_MODULUS_BITS) {
    throw new EngineError(
      "key_too_weak",
      `The RSA key has ${modulusBits} bits; at least ${MIN_MODULUS_BITS} are wanted (ETSI TS 119 312).`,
    );
  }
  if (modulusBits > MAX_MODULUS_BITS) {
    throw unsupported(`The RSA key has ${modulusBits} bits; at most ${MAX_MODULUS_BITS} are supported`);
  }
  const small = exponent.length < 3 || (exponent.length === 3 && exponent[0] === 0);
  if (small || (exponent.at(-1)! & 1) === 0) {
    const message = "The RSA key's public exponent is even or below 65537 (FIPS 186-5 A.1.1).";
    throw new EngineError("key_too_weak", message);
  }
}

/** Greatest length of a signature value in bytes. */
function signatureLength(key: PublicKey): number {
  if (key.type === "rsa") return Math.ceil(key.modulusBits / 8);
  return key.type === "ec" ? longestEcdsa(key.curve) : 64;
}

/** ECDSA-Sig-Value: a SEQUENCE of two INTEGERs. The order of P-521 ends within an octet, so it needs no sign octet. */
function longestEcdsa(curve: Curve): number {
  const integer = 2 + coordinateLength[curve] + (curve === "P-521" ? 0 : 1);
  const content = 2 * integer;
  return content + (content < 0x80 ? 2 : 3);
}

const unsupported = (what: string): EngineError => new EngineError("algorithm_unsupported", `${what}.`);
