import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { boolean, namedBits, nullValue, octetString, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import {
  authorityKeyIdentifier,
  extension,
  subjectKeyIdentifier,
} from "../../../../engine/x509/extensions.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import {
  ocspResponder,
  oneTimeSigner,
  signerAuthority,
  timestampUnit,
} from "../../../../engine/x509/profiles.js";
import { organization, personRequest, policy } from "./hierarchy.js";
import {
  added,
  prepare,
  profile,
  refuses,
  replaced,
  root,
  signers,
  withExtensions,
  without,
} from "./refusals.js";
import { newDesk } from "./revocationDesk.js";

const { responder } = await newDesk();

const EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
const missing = "extension_missing";
const value = "extension_value";
const unwanted = "extension_unwanted";
const criticality = "extension_criticality";
const otherKey = new Uint8Array(20);

/** A certificate made by one profile and held against another. */
const judgedAs = (made: CertificateProfile, judged: CertificateProfile = made) => ({
  ...prepareCertificate(made, personRequest(root, { subject: organization("X") })),
  profile: judged,
});

describe("lint refuses extensions when", () => {
  refuses("there are none", missing, "4.2.1.1", () => withExtensions(() => []));
  refuses("one is there twice", "extension_twice", "4.2", () =>
    withExtensions((list) => [...list, ...list.slice(0, 1)]),
  );
  refuses("one is unknown", "extension_unknown", "oneTimeSigner", () => added("1.2.3", false, nullValue()));
  refuses("one has more in it than its value", "der", "X.690", () =>
    replaced(oids.noRevocationAvailable, false, Uint8Array.from([5, 0, 5, 0])),
  );
});

describe("lint refuses key identifiers when", () => {
  refuses("the authority's is missing", missing, "4.2.1.1", () => without(oids.authorityKeyIdentifier));
  refuses("the authority's is another key's", value, "4.2.1.1", () =>
    withExtensions((list) => list.with(0, authorityKeyIdentifier(otherKey))),
  );
  refuses("the authority has none to point at", value, "4.2.1.1", () =>
    prepare({ issuer: { ...signers.certificate, subjectKeyIdentifier: null } }),
  );
  refuses("the subject's is missing", missing, "4.2.1.2", () => without(oids.subjectKeyIdentifier));
  refuses("the subject's is another key's", value, "4.2.1.2", () =>
    withExtensions((list) => list.with(1, subjectKeyIdentifier(otherKey))),
  );
});

describe("lint refuses what a signer may do when", () => {
  const keyUsage = (...bits: number[]) => replaced(oids.keyUsage, true, namedBits(bits));
  refuses("the key usage is missing", missing, "4.2.1.3", () => without(oids.keyUsage));
  refuses("the key usage is not critical", criticality, "4.2.1.3", () =>
    replaced(oids.keyUsage, false, namedBits([1])),
  );
  refuses("they may also log in", value, "EN 319 412-2 4.3.2", () => keyUsage(0, 1));
  refuses("they may issue certificates", value, "4.2.1.3", () => keyUsage(1, 5));
  refuses("they may do nothing", value, "4.2.1.3", () => keyUsage());
  refuses("they are an authority", unwanted, "4.2.1.9", () =>
    added(oids.basicConstraints, true, sequence(boolean(true))),
  );
  refuses("they have an extended key usage", unwanted, "4.2.1.12", () =>
    added(oids.extendedKeyUsage, true, sequence(oid(EMAIL_PROTECTION))),
  );
});

describe("lint refuses policies when", () => {
  const policies = (...identifiers: string[]) =>
    sequence(...identifiers.map((identifier) => sequence(oid(identifier))));
  refuses("there is none", missing, "4.3.3", () => without(oids.certificatePolicies));
  refuses("a person's profile has none", missing, "4.3.3", () =>
    prepareCertificate(oneTimeSigner({ policies: [] }), personRequest(signers)),
  );
  refuses("it is another", value, "4.2.1.4", () =>
    replaced(oids.certificatePolicies, false, policies("1.2.3")),
  );
  refuses("there is one more", value, "4.2.1.4", () =>
    replaced(oids.certificatePolicies, false, policies(policy, "1.2.3")),
  );
  refuses("they are critical", criticality, "4.2.1.4", () =>
    replaced(oids.certificatePolicies, true, policies(policy)),
  );
});

describe("lint refuses what is said about revocation when", () => {
  refuses("the short term is missing", missing, "EN 319 412-1", () => without(oids.validityAssuredShortTerm));
  refuses("the short term is critical", criticality, "EN 319 412-1", () =>
    replaced(oids.validityAssuredShortTerm, true, nullValue()),
  );
  refuses("the short term is not NULL", "der", "X.690", () =>
    replaced(oids.validityAssuredShortTerm, false, octetString(new Uint8Array(0))),
  );
  refuses("noRevAvail is missing", missing, "RFC 9608", () => without(oids.noRevocationAvailable));
  refuses("a revocation list is named beside noRevAvail", unwanted, "RFC 9608", () =>
    prepareCertificate({ ...profile, crlDistributionPoint: "http://a.example/crl" }, personRequest(signers)),
  );
  refuses("an authority says noRevAvail", unwanted, "RFC 9608", () =>
    judgedAs({ ...signerAuthority(), noRevocationAvailable: true }),
  );
  refuses("the issuer is published where http does not lead", value, "4.2.2.1", () =>
    prepareCertificate(
      oneTimeSigner({ policies: [policy], caIssuers: "file:///ca.cer" }),
      personRequest(signers),
    ),
  );
});

describe("lint refuses", () => {
  refuses("an authority with more authorities below it than its profile says", value, "4.2.1.9", () =>
    judgedAs({ ...signerAuthority(), pathLength: 2 }, signerAuthority()),
  );
  refuses("an authority that is none", missing, "4.2.1.9", () =>
    judgedAs({ ...signerAuthority(), pathLength: null }, signerAuthority()),
  );
  refuses("a time-stamping unit that may do more than time-stamp", value, "RFC 3161 2.3", () =>
    judgedAs(
      { ...timestampUnit(), extendedKeyUsage: [oids.timeStamping, EMAIL_PROTECTION] },
      timestampUnit(),
    ),
  );
  refuses("a time-stamping unit whose purpose is not critical", criticality, "RFC 3161 2.3", () => {
    const purpose = extension(oids.extendedKeyUsage, false, sequence(oid(oids.timeStamping)));
    return withExtensions((list) => list.with(-1, purpose), judgedAs(timestampUnit()));
  });
});

describe("lint refuses an OCSP responder", () => {
  refuses("without ocsp-nocheck", missing, "RFC 6960 4.2.2.2.1", () =>
    withExtensions((list) => list.slice(0, -1), judgedAs(ocspResponder())),
  );
  refuses("whose ocsp-nocheck is critical", criticality, "RFC 6960 4.2.2.2.1", () =>
    withExtensions(
      (list) => list.with(-1, extension(oids.ocspNoCheck, true, nullValue())),
      judgedAs(ocspResponder()),
    ),
  );
  refuses("whose purpose is critical", criticality, "RFC 6960 4.2.2.2", () => {
    const purpose = extension(oids.extendedKeyUsage, true, sequence(oid(oids.ocspSigning)));
    return withExtensions((list) => list.with(3, purpose), judgedAs(ocspResponder()));
  });
  refuses("whose profile could be asked about itself", "ocsp_nocheck_missing", "BR 4.9.9", () =>
    judgedAs({ ...ocspResponder(), ocspNoCheck: false }),
  );
  refuses("that signs more than answers", value, "4.2.1.12", () =>
    judgedAs({ ...ocspResponder(), extendedKeyUsage: [oids.ocspSigning, EMAIL_PROTECTION] }, ocspResponder()),
  );
});

describe("lint refuses, of what belongs together,", () => {
  refuses("an ocsp-nocheck beside anything but signing OCSP responses", unwanted, "RFC 6960 4.2.2.2.1", () =>
    judgedAs({ ...timestampUnit(), ocspNoCheck: true }),
  );
  refuses("a responder at a place where http does not lead", value, "RFC 6960 3.1", () =>
    judgedAs(signerAuthority({ ocsp: "ldap://ocsp.example/" })),
  );
  refuses("a responder at another place than the profile's", value, "RFC 6960 3.1", () =>
    judgedAs(signerAuthority({ ocsp: "http://a.example/" }), signerAuthority({ ocsp: "http://b.example/" })),
  );
  refuses("the issuer's place where the responder's belongs", value, "RFC 6960 3.1", () =>
    judgedAs(
      signerAuthority({ caIssuers: "http://a.example/" }),
      signerAuthority({ ocsp: "http://a.example/" }),
    ),
  );
  refuses("an authority below one that may have none below it", "issuer_path_length", "4.2.1.9", () =>
    prepareCertificate(signerAuthority(), personRequest(signers, { subject: organization("X") })),
  );
  refuses("a certificate of an issuer that is no authority", "issuer_not_authority", "4.2.1.3", () =>
    prepareCertificate(
      timestampUnit(),
      personRequest({ ...signers, certificate: responder.certificate }, { subject: organization("X") }),
    ),
  );
  refuses("a profile of an authority that signs no certificates", "authority_key_usage", "4.2.1.9", () =>
    judgedAs({ ...signerAuthority(), keyUsage: ["cRLSign"] }),
  );
  refuses("a profile of an end entity that signs certificates", "authority_key_usage", "4.2.1.9", () =>
    judgedAs({ ...timestampUnit(), keyUsage: ["digitalSignature", "keyCertSign"] }),
  );
  refuses("a profile whose usages contradict each other", "usages_inconsistent", "4.2.1.12", () =>
    judgedAs({ ...timestampUnit(), keyUsage: ["cRLSign"] }),
  );
});
