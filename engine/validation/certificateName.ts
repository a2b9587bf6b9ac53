import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { readName } from "../x509/readName.js";
import { quoted } from "./finding.js";

/** How a certificate is called in a message: its common name in quotes, or its serial number. */
export function nameOfCertificate({ subjectCommonName, serialNumber }: Certificate): string {
  return subjectCommonName === null
    ? `the certificate ${Buffer.from(serialNumber).toString("hex").slice(0, 40)}`
    : quoted(subjectCommonName);
}

/** SHA-256 of a certificate, hexadecimal. */
export const fingerprintOf = ({ sha256 }: Certificate): string => Buffer.from(sha256).toString("hex");

/** Whether it names an organisation and no natural person (EN 319 412-3 4.2.1 against EN 319 412-2 4.2.4). */
export function namesOrganisation({ subject }: Certificate): boolean {
  try {
    const types = new Set(readName(subject).map(({ type }) => type));
    const isPerson = types.has(oids.givenName) || types.has(oids.surname) || types.has(oids.pseudonym);
    return types.has(oids.organizationName) && !isPerson;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
