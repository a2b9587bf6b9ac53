import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { refuse } from "./lintRule.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateProfile } from "./profile.js";
import { allowsKeyUsage, extensionsOf, isAuthority } from "./readExtensions.js";

interface Powers {
  readonly issues: boolean;
  /** How many further authorities may follow; infinite without a limit. */
  readonly pathLength: number;
}

const remembered = new WeakMap<Certificate, Powers>();

/**
 * Whether the authority may issue a certificate of this profile: validators refuse the whole chain otherwise. Read once
 * for each certificate object of an authority.
 * @throws EngineError `certificate_lint_failed`, `asn1_malformed` when the authority's extensions are unreadable
 */
export function lintAuthority(issuer: Certificate, profile: CertificateProfile): void {
  const powers = remembered.get(issuer) ?? powersOf(issuer);
  remembered.set(issuer, powers);
  if (!powers.issues) {
    const found = "its authority's certificate is not for signing certificates";
    refuse("issuer_not_authority", "RFC 5280 4.2.1.3, 4.2.1.9", found);
  }
  if (profile.pathLength !== null && profile.pathLength >= powers.pathLength) {
    const found = `its authority may have ${powers.pathLength} authorities below it, and ${profile.pathLength + 1} could follow`;
    refuse("issuer_path_length", "RFC 5280 4.2.1.9", found);
  }
}

/** Whether the purposes of a profile go together (RFC 5280 4.2.1.9, 4.2.1.12). @throws EngineError `certificate_lint_failed` */
export function lintPurposes({
  pathLength,
  keyUsage,
  extendedKeyUsage,
  ocspNoCheck,
}: CertificateProfile): void {
  if (keyUsage.includes("keyCertSign") !== (pathLength !== null)) {
    const found = "its key may sign certificates and it is no authority, or the reverse";
    refuse("authority_key_usage", "RFC 5280 4.2.1.3, 4.2.1.9", found);
  }
  const signs = keyUsage.includes("digitalSignature") || keyUsage.includes("contentCommitment");
  if (extendedKeyUsage.length > 0 && (!signs || pathLength !== null)) {
    const found = "its extended key usage asks for signatures that its key usage does not allow";
    refuse("usages_inconsistent", "RFC 5280 4.2.1.12", found);
  }
  if (extendedKeyUsage.includes(oids.ocspSigning) && !ocspNoCheck) {
    const found = "it signs OCSP responses and could be asked about itself";
    refuse("ocsp_nocheck_missing", "RFC 6960 4.2.2.2.1, CA/Browser Forum BR 4.9.9", found);
  }
}

function powersOf(issuer: Certificate): Powers {
  const extensions = extensionsOf(issuer);
  const value = extensions.get(oids.basicConstraints)?.value;
  if (value === undefined) return { issues: false, pathLength: 0 };
  const constraints = DerReader.inside(value, tag.sequence, "BasicConstraints");
  constraints.readOptional(tag.boolean, "cA");
  const limit = constraints.readOptional(tag.integer, "pathLenConstraint")?.smallInteger;
  return {
    issues: isAuthority(extensions) && allowsKeyUsage(extensions, "keyCertSign"),
    pathLength: limit ?? Number.POSITIVE_INFINITY,
  };
}
