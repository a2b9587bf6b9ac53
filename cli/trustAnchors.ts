import { X509Certificate } from "node:crypto";
import { readRegularFile } from "./readRegularFile.js";

const maxBytes = 4 * 1024 * 1024;
const blocks = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates of PEM files (RFC 7468).
 * @returns DER each
 * @throws Error when a file cannot be read, or has none
 */
export async function readTrustAnchors(paths: readonly string[]): Promise<Uint8Array[]> {
  const anchors: Uint8Array[] = [];
  for (const path of paths) {
    try {
      const found = (await readRegularFile(path, maxBytes)).toString("latin1").match(blocks);
      if (found === null) throw new Error("it has no certificate in PEM");
      anchors.push(...found.map((block) => new X509Certificate(block).raw));
    } catch (error) {
      throw new Error(`the root ${path}: ${error instanceof Error ? error.message : "unknown"}`, {
        cause: error,
      });
    }
  }
  return anchors;
}
