import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { printableString, sequence, setOf, utf8String } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import { lintCertificate } from "../../../../engine/x509/lint.js";
import { distinguishedName, type NameAttributeType } from "../../../../engine/x509/name.js";
import { timestampUnit } from "../../../../engine/x509/profiles.js";
import { personRequest } from "./hierarchy.js";
import { prepare, refuses, root } from "./refusals.js";

type Attribute = [NameAttributeType, string];
const C: Attribute = ["countryName", "FR"];
const O: Attribute = ["organizationName", "Paraph"];
const SN: Attribute = ["surname", "Lefèvre"];
const CN: Attribute = ["commonName", "Zoé Lefèvre"];
const cn = (text: string): Attribute => ["commonName", text];

const person =
  (...attributes: Attribute[]) =>
  () =>
    prepare({ subject: distinguishedName(attributes) });

const unit =
  (...attributes: Attribute[]) =>
  () =>
    prepareCertificate(timestampUnit(), personRequest(root, { subject: distinguishedName(attributes) }));

/** A subject with one attribute of a type, or of a string type, that our own names never have. */
const foreign = (type: string, value: Uint8Array) => () => {
  const attribute = (identifier: string, text: Uint8Array) => setOf([sequence(oid(identifier), text)]);
  const country = attribute(oids.countryName, printableString("FR"));
  return prepare({
    subject: sequence(country, attribute(oids.surname, utf8String("X")), attribute(type, value)),
  });
};

describe("lint passes a subject that is", () => {
  test.each([
    [
      "a person with one name, as some have",
      person(["countryName", "ID"], ["givenName", "Suharto"], cn("Suharto")),
    ],
    ["a person under a pseudonym", person(["countryName", "DE"], ["pseudonym", "Momo"], cn("Momo:PN"))],
    ["called by 64 characters that are 128 octets", person(C, SN, cn("É".repeat(64)))],
    ["called by 64 characters that are 128 code units", person(C, SN, cn("😀".repeat(64)))],
    ["written from right to left", person(["countryName", "IL"], ["surname", "כהן"], cn("דוד כהן"))],
  ])("%s", (_title, prepared) => {
    expect(() => lintCertificate(prepared())).not.toThrow();
  });
});

describe("lint refuses a subject that", () => {
  refuses("has no country", "subject_attribute_missing", "NAT-4.2.4-1", person(SN, CN));
  refuses("has no common name", "subject_attribute_missing", "NAT-4.2.4-1", person(C, SN));
  refuses("is empty", "subject_attribute_missing", "NAT-4.2.4-1", person());
  refuses("has neither name nor pseudonym", "subject_person_unnamed", "NAT-4.2.4-1", person(C, CN));
  refuses("has both", "subject_person_both", "NAT-4.2.4-4", person(C, SN, ["pseudonym", "Momo"], CN));
  refuses("has two common names", "subject_attribute_twice", "NAT-4.2.4-3", person(C, SN, CN, CN));
  refuses("is a person with an organisation", "subject_kind", "4.2.4", person(C, O, SN, CN));
  refuses("is an authority of nobody's", "subject_attribute_missing", "LEG-4.2.1", unit(C, CN));
  refuses("is an authority with a surname", "subject_kind", "EN 319 412-3", unit(C, O, SN, CN));
  refuses(
    "has an attribute that no profile has",
    "subject_attribute_unknown",
    "profile",
    foreign("1.2.840.113549.1.9.1", utf8String("a@b.example")),
  );
});

describe("lint refuses a subject with", () => {
  const long = "subject_text_long";
  const deceptive = "subject_text_deceptive";
  refuses("a country of three letters", long, "appendix A.1", person(["countryName", "FRA"], SN, CN));
  refuses("a country in small letters", "country_code", "ISO 3166-1", person(["countryName", "fr"], SN, CN));
  refuses("a blank surname", "subject_text_blank", "appendix A.1", person(C, ["surname", " "], CN));
  refuses("an empty common name", "subject_text_blank", "appendix A.1", person(C, SN, cn("")));
  refuses("a common name of 65 characters", long, "appendix A.1", person(C, SN, cn("x".repeat(65))));
  refuses("a pseudonym of 129", long, "appendix A.1", person(C, ["pseudonym", "x".repeat(129)], CN));
  refuses("a serial number of 65", long, "appendix A.1", person(C, SN, ["serialNumber", "1".repeat(65)], CN));
  refuses(
    "a null character, behind which some read on",
    deceptive,
    "RFC 4518",
    person(C, SN, cn("Zoé\u0000X")),
  );
  refuses("a turned direction of reading", deceptive, "RFC 4518", person(C, SN, cn("Zoé\u202eX")));
  refuses("a line break", deceptive, "RFC 4518", person(C, SN, cn("Zoé\nX")));
  refuses(
    "a common name that is no UTF8String",
    "subject_string_type",
    "4.1.2.4",
    foreign(oids.commonName, printableString("Zoe")),
  );
});
