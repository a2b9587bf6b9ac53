import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { type CertificateList, parseCertificateList } from "../../../../engine/x509/parseCertificateList.js";

/** One case of NIST's Public Key Interoperability Test Suite, as its JSON tells it. */
export interface PkitsCase {
  readonly id: string;
  readonly name: string;
  readonly cert?: string;
  readonly other_certs?: readonly string[];
  readonly crls?: readonly string[];
  readonly error?: { readonly class: string; readonly msg_regex: string };
}

/** The suite, its files read when they are asked for. */
export function pkits(directory: string) {
  const folder = join(directory, "pkits");
  const certificate = (name: string): Certificate =>
    parseCertificate(readFileSync(join(folder, "certs", name)));
  const list = (name: string): CertificateList =>
    parseCertificateList(readFileSync(join(folder, "crls", name)));
  return {
    cases: JSON.parse(readFileSync(join(folder, "pkits.json"), "utf8")) as PkitsCase[],
    certificate,
    list,
    anchor: certificate("TrustAnchorRootCertificate.crt"),
    certificateNames: readdirSync(join(folder, "certs")),
    listNames: readdirSync(join(folder, "crls")),
  };
}
