import { readFile } from "node:fs/promises";
import type { ServerIdentitySource } from "../../ports/serverIdentity.js";

/**
 * A TLS server's identity in two files, which whoever renews them may replace at any time.
 * @param paths of the certificate with its chain, and of its key; PEM
 */
export function fileServerIdentity(paths: {
  readonly certificate: string;
  readonly key: string;
}): ServerIdentitySource {
  return {
    async current() {
      const [certificates, privateKey] = await Promise.all([
        readFile(paths.certificate, "utf8"),
        readFile(paths.key, "utf8"),
      ]);
      return { certificates, privateKey };
    },
  };
}
