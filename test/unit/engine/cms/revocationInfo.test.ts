import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { contextConstructed, tag } from "../../../../engine/asn1/derTag.js";
import {
  explicit,
  implicit,
  integer,
  octetString,
  sequence,
  setOf,
} from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { attributeValues } from "../../../../engine/cms/attributes.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { attribute } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { hex } from "../asn1/hex.js";
import { newSignature } from "./signatures.js";

const { cms, signedAttributes, signatureValue, certificates } = await newSignature();
/** They only have to be told apart here, not to be lists and responses. */
const [list, otherList, response, otherResponse] = [1, 2, 3, 4].map((number) => sequence(integer(number)));
const archival = (...parts: Uint8Array[]) => attribute(oids.revocationInfoArchival, sequence(...parts));
const members = DerReader.inside(signedAttributes, tag.set, "SET")
  .readAll("Attribute", 9)
  .map(({ encoded }) => encoded);

/** The signature with one attribute more among the signed ones: no longer valid, but as readable. */
const withSigned = (extra: Uint8Array) =>
  parseSignedData(
    encodeSignedData({ signedAttributes: setOf([...members, extra]), signatureValue, certificates }),
  );

/** The signature with a field `crls` before its signers. */
function withRevocationField(...choices: Uint8Array[]) {
  const contentInfo = DerReader.inside(cms, tag.sequence, "ContentInfo");
  const type = contentInfo.readAny("contentType").encoded;
  const fields = contentInfo
    .enter(contextConstructed(0), "content")
    .enter(tag.sequence, "SignedData")
    .readAll("field", 6)
    .map(({ encoded }) => encoded);
  const all = fields.toSpliced(-1, 0, implicit(1, setOf(choices)));
  return parseSignedData(sequence(type, explicit(0, sequence(...all))));
}
const ocspChoice = (format: string) => implicit(1, sequence(oid(format), response!));

test("a signature brings none where it has none", () => {
  expect(revocationInfoOf(parseSignedData(cms))).toEqual({ crls: [], ocspResponses: [] });
});

test("lists and responses are found in the signed attribute that Adobe defined", () => {
  const lists = explicit(0, sequence(list!, otherList!));
  const responses = explicit(1, sequence(response!, otherResponse!));
  const { crls, ocspResponses } = revocationInfoOf(withSigned(archival(lists, responses)));
  expect(crls.map(hex)).toEqual([hex(list!), hex(otherList!)]);
  expect(ocspResponses.map(hex)).toEqual([hex(response!), hex(otherResponse!)]);
  expect(revocationInfoOf(withSigned(archival(responses))).crls).toEqual([]);
  expect(revocationInfoOf(withSigned(archival())).ocspResponses).toEqual([]);
});

test("they are found in the field crls, by RFC 5940 too, and other formats are passed over", () => {
  const found = revocationInfoOf(
    withRevocationField(list!, ocspChoice(oids.ocspResponseInCms), ocspChoice("1.2.3")),
  );
  expect(found.crls.map(hex)).toEqual([hex(list!)]);
  expect(found.ocspResponses.map(hex)).toEqual([hex(response!)]);
});

test.each([
  ["is no SEQUENCE", attribute(oids.revocationInfoArchival, octetString(list!))],
  ["has a list that is cut short", archival(explicit(0, list!.subarray(0, 4)))],
  ["has a part that it does not have", archival(explicit(3, sequence()))],
])("an attribute that %s is refused as malformed", (_title, attributeDer) => {
  expect(() => revocationInfoOf(withSigned(attributeDer))).toThrow(
    expect.objectContaining({ code: "asn1_malformed" }),
  );
});

test("the values of any attribute are found by its type, all of them", () => {
  const [digest] = attributeValues(signedAttributes, oids.messageDigest);
  expect(digest?.[0]).toBe(tag.octetString);
  expect(attributeValues(signedAttributes, oids.signingTime)).toEqual([]);
  const twice = setOf([
    attribute("1.2.3", integer(1)),
    sequence(oid("1.2.3"), setOf([integer(2), integer(3)])),
  ]);
  expect(attributeValues(twice, "1.2.3")).toHaveLength(3);
});
