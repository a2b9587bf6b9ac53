import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { publicKeyDefect } from "../x509/publicKeyDefect.js";
import { allowsKeyUsage, type Extensions, extensionsOf } from "../x509/readExtensions.js";
import { sameName } from "../x509/sameName.js";
import { nameOfCertificate } from "./certificateName.js";
import type { Finding } from "./finding.js";

/** Critical extensions that path building, purposes and the rules here process. */
const processed = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
  oids.crlDistributionPoints,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
]);

/**
 * What RFC 5280 6.1 wants of the certificates of a path beside names and signatures: path lengths, no critical
 * extension that is not understood (name constraints are not), and keys that are strong enough. Explicit policies are not asked
 * for.
 * @param chain the leaf first, the trust anchor last: of it only the key is looked at
 */
export function pathDefects(chain: readonly Certificate[]): Finding[] {
  return chain.flatMap((certificate, index) => {
    const defect = defectOf(certificate, index, chain);
    if (defect === null) return [];
    return [{ code: "certificate_unfit", message: `${nameOfCertificate(certificate)} ${defect}.` } as const];
  });
}

function defectOf(certificate: Certificate, index: number, chain: readonly Certificate[]): string | null {
  try {
    const key = publicKeyDefect(certificate.subjectPublicKeyInfo);
    if (key !== null) return `has a key that is not accepted: it ${key}`;
    if (index === chain.length - 1) return null;
    const extensions = extensionsOf(certificate);
    const unknown = [...extensions.values()].find(({ oid, critical }) => critical && !processed.has(oid));
    if (unknown) return `has a critical extension ${unknown.oid} that is not understood`;
    if (index === 0 && (!mayVerifySignatures(extensions) || isForConnections(extensions)))
      return "is not for signing";
    const longest = pathLengthOf(extensions.get(oids.basicConstraints)?.value);
    // RFC 5280 4.2.1.9: authorities below it that are not self-issued; the leaf is none of them.
    const below = chain.slice(1, index).filter(({ subject, issuer }) => !sameName(subject, issuer)).length;
    return index > 0 && longest !== null && below > longest
      ? "may not have so many authorities below it"
      : null;
  } catch (error) {
    if (error instanceof EngineError) return "has extensions or a key that cannot be read";
    throw error;
  }
}

/** RFC 5280 4.2.1.3: a key for signatures over anything but certificates and lists has one of the two. */
const mayVerifySignatures = (extensions: Extensions): boolean =>
  allowsKeyUsage(extensions, "digitalSignature") || allowsKeyUsage(extensions, "contentCommitment");

/**
 * Whether its issuer gave it to a program, to prove with whom it is connected or to answer for the issuer, and for nothing
 * else (RFC 5280 4.2.1.12): whoever holds such a key could sign in the name of the authority's customers.
 */
function isForConnections(extensions: Extensions): boolean {
  const usage = extensions.get(oids.extendedKeyUsage);
  if (usage === undefined) return false;
  const purposes = DerReader.inside(usage.value, tag.sequence, "ExtKeyUsageSyntax").readAll(
    "KeyPurposeId",
    MAX_PURPOSES,
  );
  return purposes.every(({ oid }) => ofConnections.has(oid));
}

const MAX_PURPOSES = 64;
const ofConnections = new Set<string>([oids.serverAuth, oids.clientAuth, oids.ocspSigning]);

function pathLengthOf(basicConstraints: Uint8Array | undefined): number | null {
  if (basicConstraints === undefined) return null;
  const constraints = DerReader.inside(basicConstraints, tag.sequence, "BasicConstraints");
  constraints.readOptional(tag.boolean, "cA");
  return constraints.readOptional(tag.integer, "pathLenConstraint")?.smallInteger ?? null;
}
