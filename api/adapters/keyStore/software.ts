import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { KeyStore, SecretBox } from "../../ports/keyStore.js";
import { createWhole, isSystemError, makeDirectory } from "../durableFile/createWhole.js";
import { deriveKey, secretBox } from "./secretBox.js";

const keyIdForm = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
const mostKeyIdCharacters = 128;
const newKeyPair = promisify(generateKeyPair);

interface HeldKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * A key store in files: ECDSA keys on P-256, each as PKCS #8 sealed (AES-256-GCM) in `<keyId>.key`, mode 0600, under
 * a key derived from the master secret and bound to its id, so that one key's file cannot stand in for another's.
 * Keys once read stay in this process's memory; nothing gives their private halves out.
 *
 * @param options.directory made when missing; processes that share it share its keys
 * @param options.secret 32 bytes; with another one the store refuses its files, and never makes a key anew over one
 */
export function softwareKeyStore(options: { directory: string; secret: Uint8Array }): KeyStore {
  const directory = resolve(options.directory);
  const box = secretBox(deriveKey(options.secret, "key store"));
  const held = new Map<string, Promise<HeldKey>>();

  function key(keyId: string): Promise<HeldKey> {
    let found = held.get(keyId);
    if (found === undefined) {
      found = loadKey(directory, box, keyId);
      held.set(keyId, found);
      // A failure is told to those who wait for it, and tried again for the next.
      found.catch(() => held.delete(keyId));
    }
    return found;
  }

  return {
    async publicKey(keyId) {
      return (await key(keyId)).publicKey;
    },
    async signer(keyId) {
      const { privateKey } = await key(keyId);
      return (message) => sign("sha256", message, { key: privateKey, dsaEncoding: "der" });
    },
  };
}

async function loadKey(directory: string, box: SecretBox, keyId: string): Promise<HeldKey> {
  if (keyId.length > mostKeyIdCharacters || !keyIdForm.test(keyId)) {
    throw new Error(`A key's id has 1 to ${mostKeyIdCharacters} of the characters a-z 0-9 - /.`);
  }
  const path = join(directory, `${keyId}.key`);
  try {
    return await readKey(path, box, keyId);
  } catch (error) {
    if (!isSystemError(error, "ENOENT")) throw error;
  }
  await makeDirectory(dirname(path));
  const { privateKey } = await newKeyPair("ec", { namedCurve: "P-256" });
  const plaintext = privateKey.export({ format: "der", type: "pkcs8" });
  try {
    await createWhole(path, box.seal(plaintext, keyId), dirname(path));
  } finally {
    plaintext.fill(0);
  }
  // Read back, because another process may have been faster: the key in the file is the key.
  return await readKey(path, box, keyId);
}

async function readKey(path: string, box: SecretBox, keyId: string): Promise<HeldKey> {
  const sealed = await readFile(path);
  let plaintext: Uint8Array;
  try {
    plaintext = box.open(sealed, keyId);
  } catch (error) {
    throw new Error(
      `The key ${keyId} cannot be opened: its file is damaged, or the master secret is not the one it was made under.`,
      { cause: error },
    );
  }
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(plaintext.buffer), format: "der", type: "pkcs8" });
    return { privateKey, publicKey: createPublicKey(privateKey) };
  } finally {
    plaintext.fill(0);
  }
}
