import { oid } from "../asn1/derObjectIdentifier.js";
import {
  boolean,
  explicit,
  ia5String,
  implicit,
  integer,
  namedBits,
  nullValue,
  octetString,
  sequence,
} from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import {
  accessDescriptions,
  type CertificateProfile,
  isExtendedKeyUsageCritical,
  keyUsageBits,
  type ServerName,
} from "./profile.js";

/** One Extension (RFC 5280 4.2); `critical` is written only when true, its DEFAULT being FALSE. */
export function extension(identifier: string, critical: boolean, value: Uint8Array): Uint8Array {
  const criticality = critical ? [boolean(true)] : [];
  return sequence(oid(identifier), ...criticality, octetString(value));
}

/** authorityKeyIdentifier with the keyIdentifier alone (RFC 5280 4.2.1.1). */
export const authorityKeyIdentifier = (keyIdentifier: Uint8Array): Uint8Array =>
  extension(oids.authorityKeyIdentifier, false, sequence(implicit(0, octetString(keyIdentifier))));

/** subjectKeyIdentifier (RFC 5280 4.2.1.2). */
export const subjectKeyIdentifier = (keyIdentifier: Uint8Array): Uint8Array =>
  extension(oids.subjectKeyIdentifier, false, octetString(keyIdentifier));

const remembered = new WeakMap<CertificateProfile, readonly Uint8Array[]>();

/** The extensions that are the same in every certificate of a profile: encoded once for each profile object. */
export function profileExtensions(profile: CertificateProfile): readonly Uint8Array[] {
  const known = remembered.get(profile);
  if (known) return known;
  const encoded = encodeProfileExtensions(profile);
  remembered.set(profile, encoded);
  return encoded;
}

function encodeProfileExtensions(profile: CertificateProfile): Uint8Array[] {
  const { pathLength, crlDistributionPoint, policies, extendedKeyUsage } = profile;
  const encoded: Uint8Array[] = [];
  if (pathLength !== null) {
    encoded.push(extension(oids.basicConstraints, true, sequence(boolean(true), integer(pathLength))));
  }
  encoded.push(
    extension(oids.keyUsage, true, namedBits(profile.keyUsage.map((usage) => keyUsageBits[usage]))),
  );
  if (extendedKeyUsage.length > 0) {
    const critical = isExtendedKeyUsageCritical(profile);
    encoded.push(extension(oids.extendedKeyUsage, critical, sequence(...extendedKeyUsage.map(oid))));
  }
  if (profile.serverNames.length > 0) {
    const names = profile.serverNames.map(serverName);
    encoded.push(extension(oids.subjectAltName, false, sequence(...names)));
  }
  if (policies.length > 0) {
    const information = policies.map((policy) => sequence(oid(policy)));
    encoded.push(extension(oids.certificatePolicies, false, sequence(...information)));
  }
  const access = accessDescriptions(profile);
  if (access.length > 0) {
    const descriptions = access.map(([method, uri]) => sequence(oid(method), uniformResourceIdentifier(uri)));
    encoded.push(extension(oids.authorityInformationAccess, false, sequence(...descriptions)));
  }
  if (crlDistributionPoint !== null) {
    const name = explicit(0, explicit(0, uniformResourceIdentifier(crlDistributionPoint)));
    encoded.push(extension(oids.crlDistributionPoints, false, sequence(sequence(name))));
  }
  if (profile.validityAssuredShortTerm) {
    encoded.push(extension(oids.validityAssuredShortTerm, false, nullValue()));
  }
  if (profile.noRevocationAvailable) encoded.push(extension(oids.noRevocationAvailable, false, nullValue()));
  if (profile.ocspNoCheck) encoded.push(extension(oids.ocspNoCheck, false, nullValue()));
  return encoded;
}

/** GeneralName of a server: `[2] IMPLICIT IA5String` or `[7] IMPLICIT OCTET STRING` (RFC 5280 4.2.1.6). */
const serverName = (name: ServerName): Uint8Array =>
  "dns" in name ? implicit(2, ia5String(name.dns)) : implicit(7, octetString(name.address));

/** GeneralName of a URI: `[6] IMPLICIT IA5String` (RFC 5280 4.2.1.6). */
const uniformResourceIdentifier = (uri: string): Uint8Array => implicit(6, ia5String(uri));
