import { EngineError } from "../error.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateList } from "./parseCertificateList.js";
import { verifyCertificateList } from "./verifyCertificateList.js";

/** Revocation lists that were verified: one tells the status of many certificates, and its signature is verified once. */
export class VerifiedLists {
  readonly #verified = new Map<CertificateList, Map<Certificate, boolean>>();

  /** Whether an issuer signed a list as `verifyCertificateList` wants it, at the moment at which it was made. */
  isGood(list: CertificateList, issuer: Certificate): boolean {
    const known = this.#verified.get(list) ?? new Map<Certificate, boolean>();
    this.#verified.set(list, known);
    let good = known.get(issuer);
    if (good === undefined) {
      good = isVerified(list, issuer);
      known.set(issuer, good);
    }
    return good;
  }
}

function isVerified(list: CertificateList, issuer: Certificate): boolean {
  try {
    verifyCertificateList(list, issuer, list.thisUpdate);
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
