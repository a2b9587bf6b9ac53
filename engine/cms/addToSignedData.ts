import { berToDer } from "../asn1/berToDer.js";
import type { DerElement } from "../asn1/derElement.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { explicit, implicit, integer, sequence, setOf } from "../asn1/derWriter.js";
import { encodeRevocationInfo, type RevocationInfo } from "./revocationInfo.js";

const MAX_CHOICES = 1000;
/** RFC 5652 5.1: the version of a SignedData with revocation information other than lists. */
const VERSION_OF_OTHER_FORMATS = 5;

/** What is added to a SignedData, DER each. */
export interface FurtherValidationData extends RevocationInfo {
  readonly certificates: readonly Uint8Array[];
}

/**
 * Adds certificates and revocation data to a signature or time-stamp token, in the fields `certificates` and `crls` of
 * its SignedData (RFC 5652 5.1), which no signature covers: what is signed, and every signer's signature, stay byte for
 * byte.
 * @param bytes ContentInfo with SignedData; BER becomes DER
 * @param data what is there already is not added again
 * @returns ContentInfo DER; the very bytes given when there is nothing to add
 * @throws EngineError `asn1_malformed`
 */
export function addToSignedData(bytes: Uint8Array, data: FurtherValidationData): Uint8Array {
  const contentInfo = DerReader.inside(berToDer(bytes), tag.sequence, "ContentInfo");
  const contentType = contentInfo.read(tag.objectIdentifier, "contentType");
  const signedData = contentInfo.enter(contextConstructed(0), "content").enter(tag.sequence, "SignedData");
  const version = signedData.read(tag.integer, "version");
  const digestAlgorithms = signedData.read(tag.set, "digestAlgorithms");
  const content = signedData.read(tag.sequence, "encapContentInfo");
  const certificates = members(signedData.readOptional(contextConstructed(0), "certificates"));
  const revocation = members(signedData.readOptional(contextConstructed(1), "crls"));
  const signers = signedData.read(tag.set, "signerInfos");
  signedData.close("SignedData");
  const newCertificates = absentFrom(certificates, data.certificates);
  const newRevocation = absentFrom(revocation, encodeRevocationInfo(data));
  if (newCertificates.length === 0 && newRevocation.length === 0) return bytes;
  const others = newRevocation.some(([first]) => first === contextConstructed(1));
  const extended = sequence(
    others ? integer(VERSION_OF_OTHER_FORMATS) : version.encoded,
    digestAlgorithms.encoded,
    content.encoded,
    ...field(0, [...certificates, ...newCertificates]),
    ...field(1, [...revocation, ...newRevocation]),
    signers.encoded,
  );
  return sequence(contentType.encoded, explicit(0, extended));
}

const members = (set: DerElement | null): Uint8Array[] =>
  set === null
    ? []
    : DerReader.inside(set.encoded, set.tag, "set")
        .readAll("choice", MAX_CHOICES)
        .map(({ encoded }) => encoded);

const absentFrom = (present: readonly Uint8Array[], added: readonly Uint8Array[]): Uint8Array[] =>
  added.filter((one, index) => !isAmong(present, one) && !isAmong(added.slice(0, index), one));

const isAmong = (some: readonly Uint8Array[], one: Uint8Array): boolean =>
  some.some((other) => Buffer.compare(one, other) === 0);

const field = (number: number, choices: readonly Uint8Array[]): Uint8Array[] =>
  choices.length > 0 ? [implicit(number, setOf(choices))] : [];
