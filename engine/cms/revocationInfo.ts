import { oid } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { implicit, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { attributeValues } from "./attributes.js";
import type { SignedData } from "./parseSignedData.js";

const MAX_ENTRIES = 1000;

/** Revocation lists and OCSP responses that a signature brings with it. */
export interface RevocationInfo {
  /** CertificateList DER each (RFC 5280 5.1). */
  readonly crls: readonly Uint8Array[];
  /** OCSPResponse DER each (RFC 6960 4.2.1). */
  readonly ocspResponses: readonly Uint8Array[];
}

/**
 * What a signature of anybody's has of revocation lists and OCSP responses: in the field `crls` (RFC 5652 10.2.1,
 * RFC 5940 2.1), and in the signed attribute adbe-revocationInfoArchival (ISO 32000-2 12.8.3.3.2), or among the
 * unsigned ones, where some put it. Other forms of revocation information are passed over.
 * @throws EngineError `asn1_malformed` also for more than 1,000 of a kind
 */
export function revocationInfoOf(signed: SignedData): RevocationInfo {
  const found = { crls: [] as Uint8Array[], ocspResponses: [] as Uint8Array[] };
  for (const choice of signed.revocationInfo) {
    if (choice[0] === tag.sequence) found.crls.push(choice);
    else if (choice[0] === contextConstructed(1)) found.ocspResponses.push(...ocspResponseIn(choice));
  }
  const { signedAttributes, unsignedAttributes } = signed;
  const archives = [
    ...attributeValues(signedAttributes, oids.revocationInfoArchival),
    ...(unsignedAttributes ? attributeValues(unsignedAttributes, oids.revocationInfoArchival) : []),
  ];
  for (const archive of archives) {
    const reader = DerReader.inside(archive, tag.sequence, "RevocationInfoArchival");
    found.crls.push(...listed(reader, 0, "crl"));
    found.ocspResponses.push(...listed(reader, 1, "ocsp"));
    reader.readOptional(contextConstructed(2), "otherRevInfo");
    reader.close("RevocationInfoArchival");
  }
  return found;
}

/** RevocationInfoChoice DER each: a list as it is, an OCSPResponse as another format (RFC 5652 10.2.1, RFC 5940 2.1). */
export function encodeRevocationInfo({ crls, ocspResponses }: RevocationInfo): Uint8Array[] {
  const others = ocspResponses.map((response) =>
    implicit(1, sequence(oid(oids.ocspResponseInCms), response)),
  );
  return [...crls, ...others];
}

/** OtherRevocationInfoFormat: an OCSPResponse when its format says so. */
function ocspResponseIn(choice: Uint8Array): Uint8Array[] {
  const reader = DerReader.inside(choice, contextConstructed(1), "OtherRevocationInfoFormat");
  const format = reader.read(tag.objectIdentifier, "otherRevInfoFormat").oid;
  const info = reader.readAny("otherRevInfo").encoded;
  reader.close("OtherRevocationInfoFormat");
  return format === oids.ocspResponseInCms ? [info] : [];
}

function listed(reader: DerReader, number: number, what: string): Uint8Array[] {
  const list = reader.enterOptional(contextConstructed(number), what)?.enter(tag.sequence, what);
  return list?.readAll(what, MAX_ENTRIES).map((element) => element.encoded) ?? [];
}
