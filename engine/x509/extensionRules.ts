import type { DerElement } from "../asn1/derElement.js";
import type { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import {
  accessDescriptions,
  type CertificateProfile,
  isExtendedKeyUsageCritical,
  keyUsageBits,
  type ServerName,
} from "./profile.js";

/** What the two key identifiers have to be. */
export interface KeyIdentifiers {
  readonly subjectKeyIdentifier: Uint8Array;
  /** null when the authority's certificate has none, which no certificate of ours may follow. */
  readonly authorityKeyIdentifier: Uint8Array | null;
}

/** What lint holds one kind of extension against. */
export interface ExtensionRule {
  readonly oid: string;
  readonly name: string;
  readonly clause: string;
  readonly critical: (profile: CertificateProfile) => boolean;
  /** Whether the profile wants it: there when wanted, absent when not. */
  readonly wanted: (profile: CertificateProfile) => boolean;
  /** Whether its value is what the profile says. Reads through the reader of extnValue, and leaves nothing unread. */
  readonly holds: (value: DerReader, profile: CertificateProfile, keys: KeyIdentifiers) => boolean;
}

const always = () => true;
const never = () => false;
const empty = (value: DerReader) => value.read(tag.null, "NULL").content.length === 0;

/** The extensions that our profiles know; every other one is refused. */
export const extensionRules: readonly ExtensionRule[] = [
  {
    oid: oids.authorityKeyIdentifier,
    name: "authorityKeyIdentifier",
    clause: "RFC 5280 4.2.1.1",
    critical: never,
    wanted: always,
    holds: (value, _profile, keys) => {
      const identifier = only(
        value.enter(tag.sequence, "AuthorityKeyIdentifier"),
        contextPrimitive(0),
      ).content;
      return keys.authorityKeyIdentifier !== null && same(identifier, keys.authorityKeyIdentifier);
    },
  },
  {
    oid: oids.subjectKeyIdentifier,
    name: "subjectKeyIdentifier",
    clause: "RFC 5280 4.2.1.2",
    critical: never,
    wanted: always,
    holds: (value, _profile, keys) =>
      same(value.read(tag.octetString, "SubjectKeyIdentifier").content, keys.subjectKeyIdentifier),
  },
  {
    oid: oids.basicConstraints,
    name: "basicConstraints",
    clause: "RFC 5280 4.2.1.9",
    critical: always,
    wanted: (profile) => profile.pathLength !== null,
    holds: (value, profile) => {
      const constraints = value.enter(tag.sequence, "BasicConstraints");
      const authority = constraints.read(tag.boolean, "cA").boolean;
      return authority && only(constraints, tag.integer).smallInteger === profile.pathLength;
    },
  },
  {
    oid: oids.keyUsage,
    name: "keyUsage",
    clause: "RFC 5280 4.2.1.3, EN 319 412-2 4.3.2",
    critical: always,
    wanted: always,
    holds: (value, profile) =>
      sameSet(
        value.read(tag.bitString, "KeyUsage").namedBits,
        profile.keyUsage.map((usage) => keyUsageBits[usage]),
      ),
  },
  {
    oid: oids.extendedKeyUsage,
    name: "extKeyUsage",
    clause: "RFC 5280 4.2.1.12, RFC 3161 2.3, RFC 6960 4.2.2.2",
    critical: isExtendedKeyUsageCritical,
    wanted: (profile) => profile.extendedKeyUsage.length > 0,
    holds: (value, profile) => {
      const purposes = value.enter(tag.sequence, "ExtKeyUsageSyntax").readAll("KeyPurposeId", 16);
      return sameSet(
        purposes.map((purpose) => purpose.oid),
        profile.extendedKeyUsage,
      );
    },
  },
  {
    oid: oids.subjectAltName,
    name: "subjectAltName",
    clause: "RFC 5280 4.2.1.6, CA/Browser Forum BR 7.1.2.7",
    // Its subject is never empty.
    critical: never,
    wanted: (profile) => profile.extendedKeyUsage.includes(oids.serverAuth),
    holds: (value, profile) => {
      const names = value.enter(tag.sequence, "SubjectAltName").readAll("GeneralName", 32);
      const holding = names.map((name, index) => isServerName(name, profile.serverNames[index]));
      return names.length > 0 && names.length === profile.serverNames.length && !holding.includes(false);
    },
  },
  {
    oid: oids.certificatePolicies,
    name: "certificatePolicies",
    clause: "RFC 5280 4.2.1.4, EN 319 412-2 4.3.3",
    critical: never,
    wanted: (profile) => profile.policies.length > 0 || profile.subject === "naturalPerson",
    holds: (value, profile) => {
      const information = value.enter(tag.sequence, "CertificatePolicies");
      const policies: string[] = [];
      while (!information.atEnd && policies.length < 16) {
        policies.push(only(information.enter(tag.sequence, "PolicyInformation"), tag.objectIdentifier).oid);
      }
      information.close("CertificatePolicies");
      return sameSet(policies, profile.policies);
    },
  },
  {
    oid: oids.authorityInformationAccess,
    name: "authorityInfoAccess",
    clause: "RFC 5280 4.2.2.1, RFC 6960 3.1, EN 319 412-2 4.4.1",
    critical: never,
    wanted: (profile) => accessDescriptions(profile).length > 0,
    holds: (value, profile) => {
      const descriptions = value.enter(tag.sequence, "AuthorityInfoAccessSyntax");
      const holding = accessDescriptions(profile).map(([method, uri]) => {
        const description = descriptions.enter(tag.sequence, "AccessDescription");
        const sameMethod = description.read(tag.objectIdentifier, "accessMethod").oid === method;
        return isUri(only(description, contextPrimitive(6)), uri) && sameMethod;
      });
      descriptions.close("AuthorityInfoAccessSyntax");
      return !holding.includes(false);
    },
  },
  {
    oid: oids.crlDistributionPoints,
    name: "cRLDistributionPoints",
    clause: "RFC 5280 4.2.1.13, RFC 9608 3",
    critical: never,
    wanted: (profile) => profile.crlDistributionPoint !== null && !profile.noRevocationAvailable,
    holds: (value, profile) => {
      const points = value.enter(tag.sequence, "CRLDistributionPoints");
      const point = points.enter(tag.sequence, "DistributionPoint");
      points.close("CRLDistributionPoints");
      const name = point.enter(contextConstructed(0), "distributionPoint");
      point.close("DistributionPoint");
      const fullName = name.enter(contextConstructed(0), "fullName");
      name.close("distributionPoint");
      return isUri(only(fullName, contextPrimitive(6)), profile.crlDistributionPoint);
    },
  },
  {
    oid: oids.validityAssuredShortTerm,
    name: "validityAssuredShortTerm",
    clause: "EN 319 412-1 5.2.2",
    critical: never,
    wanted: (profile) => profile.validityAssuredShortTerm,
    holds: empty,
  },
  {
    oid: oids.noRevocationAvailable,
    name: "noRevAvail",
    clause: "RFC 9608 2",
    critical: never,
    // Never in an authority's certificate: RFC 9608 2.
    wanted: (profile) => profile.noRevocationAvailable && profile.pathLength === null,
    holds: empty,
  },
  {
    oid: oids.ocspNoCheck,
    name: "ocsp-nocheck",
    clause: "RFC 6960 4.2.2.2.1",
    critical: never,
    // It says that nobody asks about an OCSP responder; in another certificate it would hide a revocation.
    wanted: (profile) => profile.ocspNoCheck && profile.extendedKeyUsage.includes(oids.ocspSigning),
    holds: empty,
  },
];

/** The last element of a reader. */
function only(reader: DerReader, identifier: number): DerElement {
  const element = reader.read(identifier, "value");
  reader.close("value");
  return element;
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

const isUri = ({ content }: DerElement, uri: string | null): boolean =>
  Buffer.from(content).toString("latin1") === uri && /^https?:\/\/\S+$/.test(uri);

/** A host name in the preferred syntax (RFC 1034 3.5), or an address of 4 or 16 octets. */
function isServerName(element: DerElement, name: ServerName | undefined): boolean {
  if (name === undefined) return false;
  if ("address" in name) {
    const isAddress = name.address.length === 4 || name.address.length === 16;
    return element.tag === contextPrimitive(7) && isAddress && same(element.content, name.address);
  }
  const { dns } = name;
  const isHostName = dns.length <= 253 && /^(?!-)[A-Za-z0-9-]{1,63}(?:\.(?!-)[A-Za-z0-9-]{1,63})*$/.test(dns);
  return (
    element.tag === contextPrimitive(2) &&
    isHostName &&
    Buffer.from(element.content).toString("latin1") === dns
  );
}

function sameSet<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && new Set([...left, ...right]).size === left.length;
}
