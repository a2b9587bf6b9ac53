import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";
import { readSigned, type Signed } from "../x509/signedBy.js";
import { type ResponseData, readResponseData } from "./responseData.js";
import { type ResponseStatus, responseStatusByNumber } from "./responseStatus.js";

/** An OCSP response, its certificates included, takes a few kilobytes. */
const MAX_RESPONSE_BYTES = 256 * 1024;
const MAX_CERTIFICATES = 16;

/** BasicOCSPResponse (RFC 6960 4.2.1), taken apart. Nothing of it has been verified: see `verifyOcspResponse`. */
export interface BasicOcspResponse extends ResponseData {
  readonly der: Uint8Array;
  readonly signed: Signed;
  /** Certificates DER that came with it, as they stand. */
  readonly certificates: readonly Uint8Array[];
}

/** OCSPResponse (RFC 6960 4.2.1), taken apart. */
export interface OcspResponse {
  readonly der: Uint8Array;
  readonly status: ResponseStatus;
  /** null unless the status is successful. */
  readonly basic: BasicOcspResponse | null;
}

/**
 * Reads an OCSPResponse (RFC 6960 4.2.1): what a responder sent, or what stands in a documentSecurityStore.
 * @param der the whole response and nothing behind it, at most 256 KiB
 * @throws EngineError `asn1_malformed`, also when the response is of another type than id-pkix-ocsp-basic
 */
export function parseOcspResponse(der: Uint8Array): OcspResponse {
  if (der.length > MAX_RESPONSE_BYTES) {
    throw malformed(`The OCSP response is longer than ${MAX_RESPONSE_BYTES} bytes`, MAX_RESPONSE_BYTES);
  }
  const reader = DerReader.inside(der, tag.sequence, "OCSPResponse");
  const number = reader.read(tag.enumerated, "responseStatus").smallInteger;
  const status = responseStatusByNumber(number);
  if (status === null) throw malformed(`The OCSP response has the unknown status ${number}`, 0);
  const wrapper = reader.enterOptional(contextConstructed(0), "responseBytes");
  reader.close("OCSPResponse");
  if ((status === "successful") !== (wrapper !== null)) {
    throw malformed("The OCSP response contradicts its status", 0);
  }
  return { der, status, basic: wrapper === null ? null : readResponseBytes(wrapper) };
}

function readResponseBytes(wrapper: DerReader): BasicOcspResponse {
  const reader = wrapper.enter(tag.sequence, "responseBytes");
  wrapper.close("responseBytes");
  const type = reader.read(tag.objectIdentifier, "responseType").oid;
  const { content } = reader.read(tag.octetString, "response");
  reader.close("responseBytes");
  if (type !== oids.ocspBasic) throw malformed(`The OCSP response is of the type ${type}, not basic`, 0);
  return parseBasicOcspResponse(content);
}

/** Reads a BasicOCSPResponse (RFC 6960 4.2.1). @throws EngineError `asn1_malformed` */
function parseBasicOcspResponse(der: Uint8Array): BasicOcspResponse {
  const reader = DerReader.inside(der, tag.sequence, "BasicOCSPResponse");
  const signed = readSigned(reader, "ResponseData");
  const wrapper = reader.enterOptional(contextConstructed(0), "certs");
  const certificates = wrapper?.enter(tag.sequence, "certs").readAll("Certificate", MAX_CERTIFICATES) ?? [];
  wrapper?.close("certs");
  reader.close("BasicOCSPResponse");
  return {
    ...readResponseData(signed.toBeSigned),
    der,
    signed,
    certificates: certificates.map(({ encoded }) => encoded),
  };
}
