import type { DerElement } from "../asn1/derElement.js";
import type { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { type CertificateProfile, keyUsageBits } from "./profile.js";

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
  readonly critical: boolean;
  /** Whether the profile wants it: there when wanted, absent when not. */
  readonly wanted: (profile: CertificateProfile) => boolean;
  /** Whether its value is what the profile says. Reads through the reader of extnValue, and leaves nothing unread. */
  readonly holds: (value: DerReader, profile: CertificateProfile, keys: KeyIdentifiers) => boolean;
}

const always = () => true;
const empty = (value: DerReader) => value.read(tag.null, "NULL").content.length === 0;

/** The extensions that our profiles know; every other one is refused. */
export const extensionRules: readonly ExtensionRule[] = [
  {
    oid: oids.authorityKeyIdentifier,
    name: "authorityKeyIdentifier",
    clause: "RFC 5280 4.2.1.1",
    critical: false,
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
    critical: false,
    wanted: always,
    holds: (value, _profile, keys) =>
      same(value.read(tag.octetString, "SubjectKeyIdentifier").content, keys.subjectKeyIdentifier),
  },
  {
    oid: oids.basicConstraints,
    name: "basicConstraints",
    clause: "RFC 5280 4.2.1.9",
    critical: true,
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
    critical: true,
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
    clause: "RFC 5280 4.2.1.12, RFC 3161 2.3",
    critical: true,
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
    oid: oids.certificatePolicies,
    name: "certificatePolicies",
    clause: "RFC 5280 4.2.1.4, EN 319 412-2 4.3.3",
    critical: false,
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
    clause: "RFC 5280 4.2.2.1, EN 319 412-2 4.4.1",
    critical: false,
    wanted: (profile) => profile.caIssuers !== null,
    holds: (value, profile) => {
      const descriptions = value.enter(tag.sequence, "AuthorityInfoAccessSyntax");
      const description = descriptions.enter(tag.sequence, "AccessDescription");
      descriptions.close("AuthorityInfoAccessSyntax");
      const method = description.read(tag.objectIdentifier, "accessMethod").oid;
      return method === oids.caIssuers && isUri(only(description, contextPrimitive(6)), profile.caIssuers);
    },
  },
  {
    oid: oids.crlDistributionPoints,
    name: "cRLDistributionPoints",
    clause: "RFC 5280 4.2.1.13, RFC 9608 3",
    critical: false,
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
    critical: false,
    wanted: (profile) => profile.validityAssuredShortTerm,
    holds: empty,
  },
  {
    oid: oids.noRevocationAvailable,
    name: "noRevAvail",
    clause: "RFC 9608 2",
    critical: false,
    // Never in an authority's certificate: RFC 9608 4.
    wanted: (profile) => profile.noRevocationAvailable && profile.pathLength === null,
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

function sameSet<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && new Set([...left, ...right]).size === left.length;
}
