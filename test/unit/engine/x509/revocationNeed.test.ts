import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import {
  bitString,
  boolean,
  explicit,
  ia5String,
  implicit,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { oneTimeSigner, signerAuthority, timestampUnit } from "../../../../engine/x509/profiles.js";
import { revocationNeedOf } from "../../../../engine/x509/revocationNeed.js";
import { describeWithCorpora } from "../../../support/judges.js";
import { newHierarchy, newSigner, personRequest, policy } from "./hierarchy.js";
import { pkits } from "./pkits.js";
import { fieldsOf } from "./refusals.js";
import { holder, newDesk } from "./revocationDesk.js";

const { root, signers } = await newHierarchy();
const desk = await newDesk();

/** A certificate as a stranger may have made it: a person's, with these extensions and an empty signature. */
function strangersCertificate(...extensions: Uint8Array[]): Certificate {
  const prepared = prepareCertificate(oneTimeSigner({ policies: [policy] }), personRequest(signers));
  const fields = fieldsOf(prepared.tbs).with(-1, explicit(3, sequence(...extensions)));
  return parseCertificate(
    sequence(sequence(...fields), prepared.algorithm.identifier, bitString(new Uint8Array(8))),
  );
}

const uri = (text: string) => implicit(6, ia5String(text));
const access = (...descriptions: [string, string][]) =>
  extension(
    oids.authorityInformationAccess,
    false,
    sequence(...descriptions.map(([method, url]) => sequence(oid(method), uri(url)))),
  );
const points = (...urls: string[]) =>
  extension(
    oids.crlDistributionPoints,
    false,
    sequence(...urls.map((url) => sequence(explicit(0, explicit(0, uri(url)))))),
  );

describe("no revocation data are needed", () => {
  test("for a one-time certificate, which nobody could revoke in time", async () => {
    const { certificate } = await newSigner(signers);
    expect(revocationNeedOf(certificate)).toEqual({
      needed: false,
      because: "noRevocationAvailable",
      caIssuers: [],
    });
  });

  test("for a validity-assured short-term certificate of others", () => {
    const certificate = strangersCertificate(
      extension(oids.validityAssuredShortTerm, false, Uint8Array.of(5, 0)),
    );
    expect(revocationNeedOf(certificate)).toMatchObject({ because: "validityAssuredShortTerm" });
  });

  test("for an OCSP responder that is not to be asked about", () => {
    expect(revocationNeedOf(desk.responder.certificate)).toMatchObject({ because: "ocspNoCheck" });
  });

  test("for a root, but not for a namesake that another key signed", async () => {
    expect(revocationNeedOf(root.certificate)).toMatchObject({ because: "selfSigned" });
    const selfIssued = await holder(signerAuthority(), "Desk Root", desk.root);
    expect(Buffer.compare(selfIssued.certificate.issuer, selfIssued.certificate.subject)).toBe(0);
    expect(revocationNeedOf(selfIssued.certificate)).toMatchObject({ needed: true });
  });
});

describe("revocation data are needed", () => {
  const nothing = Uint8Array.of(5, 0);
  const authority = extension(oids.basicConstraints, true, sequence(boolean(true)));
  const noCheck = extension(oids.ocspNoCheck, false, nothing);
  test.each([
    [
      "an authority that says there are none",
      [authority, extension(oids.noRevocationAvailable, false, nothing)],
    ],
    [
      "an authority that says it is short-lived",
      [authority, extension(oids.validityAssuredShortTerm, false, nothing)],
    ],
    [
      "a signer that says there are none, and where they are",
      [extension(oids.noRevocationAvailable, false, nothing), points("http://crl.example/")],
    ],
    ["a signer with an OCSP responder's ocsp-nocheck", [noCheck]],
    [
      "a time-stamping unit with it",
      [extension(oids.extendedKeyUsage, true, sequence(oid(oids.timeStamping))), noCheck],
    ],
  ])("for %s, which may not be", (_who, extensions) => {
    expect(revocationNeedOf(strangersCertificate(...extensions))).toMatchObject({ needed: true });
  });

  test("for an authority and a time-stamping unit, from where their profile says", async () => {
    const published = {
      caIssuers: "http://ca.example/root.cer",
      crlDistributionPoint: "http://crl.example/root.crl",
      ocsp: "http://ocsp.example/",
    };
    for (const profile of [signerAuthority(published), timestampUnit(published)]) {
      const { certificate } = await holder(profile, "Named", desk.root);
      expect(revocationNeedOf(certificate)).toEqual({
        needed: true,
        crlDistributionPoints: ["http://crl.example/root.crl"],
        ocsp: ["http://ocsp.example/"],
        caIssuers: ["http://ca.example/root.cer"],
      });
    }
  });

  test("from nowhere, when the certificate names no place", () => {
    expect(revocationNeedOf(strangersCertificate(points()))).toEqual({
      needed: true,
      crlDistributionPoints: [],
      ocsp: [],
      caIssuers: [],
    });
  });

  test("from http and https alone, each place once, at most 16, none longer than 2,048 characters", () => {
    const many = Array.from({ length: 40 }, (_none, index) => `http://crl.example/${index}`);
    const certificate = strangersCertificate(
      points(
        "ldap://x.example/",
        "file:///etc/passwd",
        "http://",
        `http://a.example/${"a".repeat(2048)}`,
        ...many,
        ...many.slice(0, 20),
      ),
      access(
        [oids.ocsp, "https://o.example/"],
        [oids.ocsp, "https://o.example/"],
        [oids.ocsp, "javascript:x"],
      ),
    );
    expect(revocationNeedOf(certificate)).toEqual({
      needed: true,
      crlDistributionPoints: many.slice(0, 16),
      ocsp: ["https://o.example/"],
      caIssuers: [],
    });
  });

  test("and a certificate that names more than 64 places does not say where", () => {
    const certificate = strangersCertificate(
      points(...Array.from({ length: 65 }, () => "http://a.example/")),
    );
    expect(() => revocationNeedOf(certificate)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
  });

  test("nor does one of few places, each with many names", () => {
    const place = (names: number) =>
      sequence(explicit(0, explicit(0, ...Array.from({ length: names }, () => uri("http://a.example/")))));
    const named = (...places: Uint8Array[]) =>
      strangersCertificate(extension(oids.crlDistributionPoints, false, sequence(...places)));
    expect(revocationNeedOf(named(place(32), place(32)))).toMatchObject({ needed: true });
    expect(() => revocationNeedOf(named(place(32), place(33)))).toThrow(
      expect.objectContaining({ code: "asn1_malformed" }),
    );
  });
});

describeWithCorpora("NIST's certificates for path validation", (directory) => {
  test("each say what they need, or are refused", () => {
    const suite = pkits(directory);
    const needs = suite.certificateNames.map((name) => revocationNeedOf(suite.certificate(name)));
    expect(needs.filter(({ needed }) => needed).length).toBeGreaterThan(390);
  });
});
