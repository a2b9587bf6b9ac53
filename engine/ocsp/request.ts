import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { explicit, sequence } from "../asn1/derWriter.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { type Extension, readExtensions } from "../x509/tbsCertificate.js";
import { type CertId, type CertIdDigest, encodeCertId, readCertId } from "./certId.js";
import { LONGEST_NONCE, nonceExtension, nonceOf } from "./nonce.js";

/** No request that we answer is longer, not even a signed one with its certificate. */
const MAX_REQUEST_BYTES = 16 * 1024;
/** RFC 5019 2.1.1 asks for one; some ask for a chain at once. */
const MAX_CERTIFICATES = 16;
const MAX_SERIAL_NUMBER = 20;

/** A request that can be answered. */
export interface OcspRequest {
  readonly certIds: readonly CertId[];
  /** 1 to 128 bytes, to be repeated; null without one. */
  readonly nonce: Uint8Array | null;
}

/** A stranger's request, read: to be answered, or to be refused with `malformedRequest`; `text` is for logs. */
export type DecodedOcspRequest =
  | { readonly accepted: true; readonly request: OcspRequest }
  | { readonly accepted: false; readonly failure: "malformedRequest"; readonly text: string };

/**
 * OCSPRequest DER for one certificate, unsigned (RFC 6960 4.1, RFC 5019 2.1).
 * @param input.digest of the CertID; SHA-1 unless given, which every responder knows (see `CertIdDigest`)
 * @param input.nonce random, 32 bytes (RFC 9654 2.1); left out, the answer may come from a cache
 * @throws EngineError `asn1_malformed` for a nonce of no or more than 128 bytes
 */
export function encodeOcspRequest(input: {
  readonly certificate: Pick<Certificate, "serialNumber">;
  readonly issuer: Certificate;
  readonly digest?: CertIdDigest;
  readonly nonce?: Uint8Array;
}): Uint8Array {
  const { nonce } = input;
  if (nonce && (nonce.length === 0 || nonce.length > LONGEST_NONCE)) throw nonceLength(nonce.length);
  const request = sequence(encodeCertId(input.certificate, input.issuer, input.digest ?? "sha1"));
  const extensions = nonce ? [explicit(2, sequence(nonceExtension(nonce)))] : [];
  return sequence(sequence(sequence(request), ...extensions));
}

/**
 * Reads an OCSPRequest that anybody may have sent (RFC 6960 4.1.1). It never throws: what it does not take, it answers
 * with the failure that the sender is to be given. A signature over the request is passed over, as we answer anybody.
 * @param der at most 16 KiB are looked at
 */
export function decodeOcspRequest(der: Uint8Array): DecodedOcspRequest {
  try {
    if (der.length > MAX_REQUEST_BYTES) {
      throw malformed(`The request is longer than ${MAX_REQUEST_BYTES} bytes`, MAX_REQUEST_BYTES);
    }
    return { accepted: true, request: readRequest(DerReader.inside(der, tag.sequence, "OCSPRequest")) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { accepted: false, failure: "malformedRequest", text: error.message };
  }
}

function readRequest(outer: DerReader): OcspRequest {
  const tbs = outer.enter(tag.sequence, "TBSRequest");
  outer.readOptional(contextConstructed(0), "optionalSignature");
  outer.close("OCSPRequest");
  const version = tbs.enterOptional(contextConstructed(0), "version");
  // Its default is v1, 0, which some write all the same; there is no other.
  if ((version?.read(tag.integer, "version").smallInteger ?? 0) !== 0)
    throw malformed("The version is not v1", 0);
  tbs.readOptional(contextConstructed(1), "requestorName");
  const list = tbs.enter(tag.sequence, "requestList").readAll("Request", MAX_CERTIFICATES);
  const extensions = readExtensions(tbs.enterOptional(contextConstructed(2), "requestExtensions"));
  tbs.close("TBSRequest");
  if (list.length === 0) throw malformed("The request asks about no certificate", 0);
  refuseUnknown(extensions);
  const nonce = nonceOf(extensions);
  if (nonce !== null && (nonce.length === 0 || nonce.length > LONGEST_NONCE)) throw nonceLength(nonce.length);
  return { certIds: list.map(({ encoded }) => readSingleRequest(encoded)), nonce };
}

function readSingleRequest(der: Uint8Array): CertId {
  const reader = DerReader.inside(der, tag.sequence, "Request");
  const certId = readCertId(reader);
  refuseUnknown(readExtensions(reader.enterOptional(contextConstructed(0), "singleRequestExtensions")));
  reader.close("Request");
  // It is repeated in the answer, whose length is not for a stranger to choose.
  if (certId.serialNumber.length > MAX_SERIAL_NUMBER) {
    throw malformed(`A serial number is longer than ${MAX_SERIAL_NUMBER} octets (RFC 5280 4.1.2.2)`, 0);
  }
  return certId;
}

/** Critical extensions that are not understood may change the question (RFC 6960 4.4). */
function refuseUnknown(extensions: readonly Extension[]): void {
  const unknown = extensions.find(({ oid, critical }) => critical && oid !== oids.ocspNonce);
  if (unknown) throw malformed(`The critical extension ${unknown.oid} is not understood`, 0);
}

const nonceLength = (length: number): EngineError =>
  malformed(`A nonce has 1 to ${LONGEST_NONCE} bytes, not ${length} (RFC 9654 2.1)`, 0);
