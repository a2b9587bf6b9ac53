import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openssl } from "../../../support/openssl.js";

/** PEM of a certificate. */
export const pem = (der: Uint8Array): string => new X509Certificate(der).toString();

export interface Judgement {
  readonly passed: boolean;
  /** Standard output, or standard error when it did not pass. */
  readonly text: string;
  readonly bytes: Buffer;
}

/**
 * Runs one openssl command in a directory of its own that holds these files, and goes afterwards.
 * @param files by name
 */
export async function judgeByOpenssl(
  files: Readonly<Record<string, Uint8Array | string>>,
  ...args: string[]
): Promise<Judgement> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-openssl-"));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(directory, name), bytes);
    const bytes = await openssl(directory, ...args);
    return { passed: true, text: bytes.toString("utf8"), bytes };
  } catch (error) {
    return { passed: false, text: String(error), bytes: Buffer.alloc(0) };
  } finally {
    await rm(directory, { recursive: true });
  }
}
