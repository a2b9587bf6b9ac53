import { DerReader } from "../asn1/derReader.js";
import { contextPrimitive, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import type { Certificate } from "./parseCertificate.js";
import { type KeyUsage, keyUsageBits } from "./profile.js";
import { type Extension, readTbsCertificate } from "./tbsCertificate.js";

/** More than anybody asks of one certificate. */
const MAX_PURPOSES = 64;
const MAX_POLICIES = 64;

/** A certificate's extensions by dotted object identifier; of one that stands twice the first. */
export type Extensions = ReadonlyMap<string, Extension>;

/** The extensions of a certificate (RFC 5280 4.2). @throws EngineError `asn1_malformed` */
export function extensionsOf(certificate: Certificate): Extensions {
  const { extensions } = readTbsCertificate(DerReader.inside(certificate.der, tag.sequence, "Certificate"));
  return new Map(extensions.toReversed().map((extension) => [extension.oid, extension]));
}

/**
 * Whether keyUsage lets the key do this; one without the extension may do anything (RFC 5280 4.2.1.3).
 * @throws EngineError `asn1_malformed`
 */
export function allowsKeyUsage(extensions: Extensions, usage: KeyUsage): boolean {
  const extension = extensions.get(oids.keyUsage);
  if (!extension) return true;
  const reader = DerReader.of(extension.value);
  const bits = reader.read(tag.bitString, "KeyUsage").namedBits;
  reader.close("KeyUsage");
  return bits.includes(keyUsageBits[usage]);
}

/** Whether basicConstraints make it an authority's certificate (RFC 5280 4.2.1.9). @throws EngineError `asn1_malformed` */
export function isAuthority(extensions: Extensions): boolean {
  const extension = extensions.get(oids.basicConstraints);
  if (!extension) return false;
  const constraints = DerReader.inside(extension.value, tag.sequence, "BasicConstraints");
  const authority = constraints.readOptional(tag.boolean, "cA")?.boolean ?? false;
  constraints.readOptional(tag.integer, "pathLenConstraint");
  constraints.close("BasicConstraints");
  return authority;
}

/** Dotted object identifiers of extKeyUsage (RFC 5280 4.2.1.12); empty without it. @throws EngineError `asn1_malformed` */
export function purposesOf(extensions: Extensions): string[] {
  const extension = extensions.get(oids.extendedKeyUsage);
  if (!extension) return [];
  const purposes = DerReader.inside(extension.value, tag.sequence, "ExtKeyUsageSyntax");
  return purposes.readAll("KeyPurposeId", MAX_PURPOSES).map((purpose) => purpose.oid);
}

/** Dotted object identifiers of certificatePolicies (RFC 5280 4.2.1.4); empty without it. @throws EngineError `asn1_malformed` */
export function certificatePoliciesOf(extensions: Extensions): string[] {
  const extension = extensions.get(oids.certificatePolicies);
  if (!extension) return [];
  const policies = DerReader.inside(extension.value, tag.sequence, "certificatePolicies");
  return policies
    .readAll("PolicyInformation", MAX_POLICIES)
    .map(
      ({ encoded }) =>
        DerReader.inside(encoded, tag.sequence, "PolicyInformation").read(tag.objectIdentifier, "policy").oid,
    );
}

/** keyIdentifier of authorityKeyIdentifier (RFC 5280 4.2.1.1); null without one. @throws EngineError `asn1_malformed` */
export function authorityKeyIdentifierOf(extensions: Extensions): Uint8Array | null {
  const extension = extensions.get(oids.authorityKeyIdentifier);
  if (!extension) return null;
  const identifier = DerReader.inside(extension.value, tag.sequence, "AuthorityKeyIdentifier");
  return identifier.readOptional(contextPrimitive(0), "keyIdentifier")?.content ?? null;
}
