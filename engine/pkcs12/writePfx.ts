import { createPrivateKey, createPublicKey, hash, X509Certificate } from "node:crypto";
import { integer, sequence } from "../asn1/derWriter.js";
import { encryptWithPassword, type PasswordUse } from "./passwordEncryption.js";
import { macData } from "./passwordMac.js";
import { bagAttributes, certificateBag, dataContent, encryptedContent, shroudedKeyBag } from "./safeBags.js";

/** What a PFX holds, and what protects it. */
export interface PfxContent {
  /** PrivateKeyInfo of PKCS #8 (RFC 5958 2), DER, unencrypted. */
  readonly privateKey: Uint8Array;
  /** Its certificate first, then those that issued it, up to the trust anchor; DER. */
  readonly certificates: readonly Uint8Array[];
  /** What programs show it as. */
  readonly friendlyName: string;
  /** Printable ASCII is read alike by all programs; about other characters they differ. */
  readonly password: string;
  /** For each of the three keys that are derived from the password. 100,000 by default. */
  readonly iterations?: number;
}

const ITERATIONS = 100_000;
const VERSION = integer(3);

/**
 * Writes a private key and its certificates as one file under a password (PKCS #12, RFC 7292): the key in a shrouded key
 * bag, the certificates in an encrypted SafeContents, both by PBES2 with AES-256, all under an HMAC with SHA-256.
 * @param random gives so many random bytes
 * @returns PFX, DER
 * @throws RangeError when `privateKey` is not the first certificate's, or `iterations` is no whole number of 1 or more
 * @throws EngineError `asn1_malformed` for a name or password with a lone surrogate
 */
export async function writePfx(
  { privateKey, certificates, friendlyName, password, iterations = ITERATIONS }: PfxContent,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array> {
  if (!Number.isSafeInteger(iterations) || iterations < 1) throw new RangeError("iterations is below 1.");
  const [own, ...authorities] = certificates;
  if (own === undefined || !belong(privateKey, own)) {
    throw new RangeError("The private key is not the first certificate's.");
  }
  const use: PasswordUse = { password, iterations };
  const fresh = () => ({ salt: random(16), initializationVector: random(16) });
  const attributes = bagAttributes(friendlyName, hash("sha256", own, "buffer").subarray(0, 20));
  const bags = [
    certificateBag(own, attributes),
    ...authorities.map((authority) => certificateBag(authority, null)),
  ];
  const [key, chain] = await Promise.all([
    encryptWithPassword(privateKey, use, fresh()),
    encryptWithPassword(sequence(...bags), use, fresh()),
  ]);
  const safe = sequence(encryptedContent(chain), dataContent(sequence(shroudedKeyBag(key, attributes))));
  return sequence(VERSION, dataContent(safe), await macData(safe, use, random(16)));
}

function belong(privateKey: Uint8Array, certificate: Uint8Array): boolean {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  return new X509Certificate(certificate).publicKey.equals(createPublicKey(key));
}
