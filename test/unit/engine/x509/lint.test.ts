import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { generalizedTime, utcTime } from "../../../../engine/asn1/derTime.js";
import {
  bitString,
  explicit,
  implicit,
  integer,
  nullValue,
  sequence,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { type CertificateRequest, prepareCertificate } from "../../../../engine/x509/certificate.js";
import { lintCertificate } from "../../../../engine/x509/lint.js";
import { distinguishedName } from "../../../../engine/x509/name.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import { rootAuthority, signerAuthority, timestampUnit } from "../../../../engine/x509/profiles.js";
import { fromHex } from "../asn1/hex.js";
import { later, now, organization, personRequest } from "./hierarchy.js";
import { fieldsOf, key, prepare, profile, refuses, root, signers, withField } from "./refusals.js";

const authorityRequest = (changes: Partial<CertificateRequest> = {}): CertificateRequest =>
  personRequest(root, { subject: organization("X"), ...changes });

describe("lint passes", () => {
  const cases: [string, CertificateProfile, CertificateRequest][] = [
    ["a root", rootAuthority, authorityRequest({ issuer: null })],
    ["an authority", signerAuthority({ caIssuers: "http://a.example/r.cer" }), authorityRequest()],
    ["a time-stamping unit", timestampUnit(), authorityRequest()],
    ["a person", profile, personRequest(signers)],
    ["exactly a day", profile, personRequest(signers, { notBefore: later(0), notAfter: later(86_399) })],
    ["a serial of 64 bits", profile, personRequest(signers, { serialNumber: fromHex("8000000000000000") })],
    [
      "a serial of 20 octets",
      profile,
      personRequest(signers, { serialNumber: new Uint8Array(20).fill(0x7f) }),
    ],
  ];
  test.each(cases)("%s, and gives back the bytes that it read", (_title, ownProfile, request) => {
    const prepared = prepareCertificate(ownProfile, request);
    expect(Buffer.compare(lintCertificate(prepared).tbs, prepared.tbs)).toBe(0);
  });
});

describe("lint refuses a field that is wrong:", () => {
  refuses("another version than v3", "version", "4.1.2.1", () =>
    withField("version", explicit(0, integer(1))),
  );
  refuses("serial number zero", "serial_number_positive", "4.1.2.2", () =>
    prepare({ serialNumber: fromHex("00") }),
  );
  refuses("a negative serial number", "serial_number_positive", "4.1.2.2", () =>
    withField("serialNumber", fromHex("02088feeddccbbaa9988")),
  );
  refuses("a serial number of 21 octets", "serial_number_long", "4.1.2.2", () =>
    prepare({ serialNumber: new Uint8Array(20).fill(0xff) }),
  );
  refuses("a serial number of 63 bits", "serial_number_short", "BR", () =>
    prepare({ serialNumber: fromHex("7fffffffffffffff") }),
  );
  refuses("a serial number with a needless zero", "der", "X.690", () =>
    withField("serialNumber", fromHex("020a00010203040506070809")),
  );
  refuses("another algorithm than it is signed with", "signature_algorithm", "4.1.1.2", () =>
    withField("signature", sequence(oid("1.2.840.10045.4.3.3"))),
  );
  refuses("parameters beside an ECDSA algorithm", "signature_algorithm", "4.1.1.2", () =>
    withField("signature", sequence(oid(oids.ecdsaWithSha256), nullValue())),
  );
  refuses("an issuer that is not the authority", "issuer_name", "4.1.2.4", () =>
    withField("issuer", organization("Somebody else")),
  );
  refuses("an issuer, its profile being self-signed", "self_signed", "3.2", () => ({
    ...prepare(),
    profile: rootAuthority,
  }));
  refuses("no issuer, its profile having one", "self_signed", "3.2", () => ({ ...prepare(), issuer: null }));
  refuses("a unique identifier", "unique_identifiers", "4.1.2.8", () => {
    const prepared = prepare();
    const fields = fieldsOf(prepared.tbs);
    return {
      ...prepared,
      tbs: sequence(...fields.toSpliced(7, 0, implicit(1, bitString(Uint8Array.of(1))))),
    };
  });
  refuses("bytes behind the end", "der", "X.690", () => {
    const prepared = prepare();
    return { ...prepared, tbs: Uint8Array.from([...prepared.tbs, 5, 0]) };
  });
  refuses("bytes that are no DER at all", "der", "X.690", () => ({ ...prepare(), tbs: fromHex("3080") }));
});

describe("lint refuses a public key that is", () => {
  const withKey = (change: (octets: Uint8Array) => unknown) => () => {
    const subjectPublicKeyInfo = Uint8Array.from(key.publicKey);
    change(subjectPublicKeyInfo);
    return prepare({ subjectPublicKeyInfo });
  };
  const flip = (at: number) => withKey((octets) => octets.set([(octets[at] ?? 0) ^ 1], at));
  const prime = fromHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
  refuses("not on the curve", "public_key", "SP 800-56A", flip(90));
  refuses(
    "the origin",
    "public_key",
    "SP 800-56A",
    withKey((octets) => octets.fill(0, 27)),
  );
  refuses(
    "a coordinate of the prime",
    "public_key",
    "SP 800-56A",
    withKey((octets) => octets.set(prime, 27)),
  );
  refuses(
    "compressed",
    "public_key",
    "RFC 5480",
    withKey((octets) => octets.set([2], 26)),
  );
  refuses("on another curve by name", "public_key", "RFC 5480", flip(22));
});

describe("lint refuses a validity that", () => {
  const validity = (...times: Uint8Array[]) => withField("validity", sequence(...times));
  refuses("ends before it begins", "validity_order", "4.1.2.5", () =>
    prepare({ notBefore: later(10), notAfter: later(9) }),
  );
  refuses("ends as it begins", "validity_order", "4.1.2.5", () =>
    prepare({ notBefore: later(10), notAfter: later(10) }),
  );
  refuses("is a second too long, both ends counted", "validity_long", "oneTimeSigner", () =>
    prepare({ notBefore: later(0), notAfter: later(86_400) }),
  );
  refuses("outlives its authority", "validity_beyond_issuer", "EN 319 411-1", () =>
    prepareCertificate(timestampUnit(), authorityRequest({ notAfter: later(3651 * 86_400) })),
  );
  refuses("says a year before 2050 in GeneralizedTime", "validity_form", "4.1.2.5", () =>
    validity(generalizedTime(now), utcTime(later(60))),
  );
  refuses("has a fraction of a second", "validity_form", "4.1.2.5", () =>
    validity(generalizedTime(new Date("2050-01-01T00:00:00.5Z"), true), utcTime(later(60))),
  );
  refuses("names a day that is none", "der", "X.690", () =>
    validity(Uint8Array.from([0x17, 13, ...Buffer.from("260231000000Z")]), utcTime(later(60))),
  );
});

test("a subject's data never stands in a refusal's message", () => {
  const subject = distinguishedName([
    ["countryName", "FR"],
    ["surname", "Secretname"],
    ["commonName", "Secretname".repeat(7)],
  ]);
  expect(() => lintCertificate(prepare({ subject }))).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("Secretname") }),
  );
});
