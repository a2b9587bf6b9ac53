import { X509Certificate } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseCertificate } from "../../engine/x509/parseCertificate.js";

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
const ENDINGS = [".pem", ".crt", ".cer"];

/**
 * Reads the certificates that the operator trusts, once, at the start.
 * @param path a PEM file of any number of certificates, or a directory of such files (.pem, .crt, .cer); null: none
 * @returns each certificate DER
 * @throws Error that names the file, and what is wrong with it
 */
export async function readTrustAnchors(path: string | null): Promise<Uint8Array[]> {
  if (path === null) return [];
  const files = await filesIn(path);
  const read = await Promise.all(files.map(certificatesIn));
  return read.flat();
}

async function filesIn(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => ENDINGS.some((ending) => name.endsWith(ending)));
    if (names.length === 0) throw new Error(`holds no file that ends with ${ENDINGS.join(", ")}`);
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw wrong(path, error);
  }
}

async function certificatesIn(file: string): Promise<Uint8Array[]> {
  try {
    const blocks = (await readFile(file, "latin1")).match(BLOCK) ?? [];
    if (blocks.length === 0) throw new Error("holds no certificate in PEM");
    return blocks.map((block) => {
      const { raw } = new X509Certificate(block);
      parseCertificate(raw);
      return Uint8Array.from(raw);
    });
  } catch (error) {
    throw wrong(file, error);
  }
}

const wrong = (path: string, cause: unknown): Error =>
  new Error(`TRUST_ANCHORS: ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
