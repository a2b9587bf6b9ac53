import { createHmac, hash } from "node:crypto";
import { oid } from "../asn1/derObjectIdentifier.js";
import { concat, integer, nullValue, octetString, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { bmpOctets } from "./bmpString.js";
import type { PasswordUse } from "./passwordEncryption.js";

/** `v` of RFC 7292 B.2 for SHA-256: the bytes of a block that it compresses. */
const BLOCK = 64;
/** `ID` of a key for a MAC (RFC 7292 B.3). */
const MAC_KEY = 3;
/** Rounds after which others have their turn: a few milliseconds. */
const ROUNDS_AT_ONCE = 4096;

/** With its parameters NULL, as other programs write a DigestInfo. */
const SHA256 = sequence(oid(oids.sha256), nullValue());

/**
 * MacData (RFC 7292 4): an HMAC with SHA-256 over the contents of the authenticated safe, its key derived from the
 * password as appendix B says.
 * @param salt 16 random bytes
 * @throws EngineError `asn1_malformed` for a password with a lone surrogate
 */
export async function macData(
  content: Uint8Array,
  { password, iterations }: PasswordUse,
  salt: Uint8Array,
): Promise<Uint8Array> {
  const key = await macKey(password, salt, iterations);
  const digest = createHmac("sha256", key).update(content).digest();
  return sequence(sequence(SHA256, octetString(digest)), octetString(salt), integer(iterations));
}

/**
 * The key, as long as one SHA-256: so the derivation of RFC 7292 B.2 ends after its first block (c = 1 in step 6, and
 * 6 B and 6 C do not come), which is `iterations` times SHA-256 over ID, salt and password. BMPString, terminated (B.1).
 */
async function macKey(password: string, salt: Uint8Array, iterations: number): Promise<Uint8Array> {
  const terminated = concat(bmpOctets(password), new Uint8Array(2));
  let state: Uint8Array = concat(
    new Uint8Array(BLOCK).fill(MAC_KEY),
    wholeBlocks(salt),
    wholeBlocks(terminated),
  );
  for (let round = 1; round <= iterations; round++) {
    state = hash("sha256", state, "buffer");
    if (round % ROUNDS_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
  }
  return state;
}

/** Repeated, the last time cut off, to fill whole blocks (RFC 7292 B.2, steps 2 and 3). */
function wholeBlocks(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(
    { length: Math.ceil(bytes.length / BLOCK) * BLOCK },
    (_, at) => bytes[at % bytes.length]!,
  );
}
