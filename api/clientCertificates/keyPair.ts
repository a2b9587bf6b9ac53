import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";

/** Kinds of keys that a client certificate can have. */
export type KeyType = "ec_p256" | "rsa_2048";

export interface KeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** PrivateKeyInfo of PKCS #8, DER. Whoever has used it overwrites it. */
  readonly privateKey: Uint8Array;
}

const generate = promisify(generateKeyPair);

/** Makes a key for a client, off the calling thread: RSA takes a fifth of a second. */
export async function newKeyPair(type: KeyType): Promise<KeyPair> {
  const { publicKey, privateKey } =
    type === "ec_p256"
      ? await generate("ec", { namedCurve: "P-256" })
      : await generate("rsa", { modulusLength: 2048 });
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }),
  };
}
