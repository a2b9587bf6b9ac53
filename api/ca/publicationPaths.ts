import type { Mode } from "../apiKeys/caller.js";

/** Where a mode's authorities publish, as paths under the public URL. Certificates name them, so they never change. */
export function publicationPaths(mode: Mode) {
  return {
    rootCertificate: `/ca/${mode}/root.cer`,
    signersCertificate: `/ca/${mode}/signers.cer`,
    clientsCertificate: `/ca/${mode}/clients.crt`,
    rootList: `/ca/${mode}/root.crl`,
    signersList: `/ca/${mode}/signers.crl`,
  } as const;
}
