import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";
import { type Extension, readExtensions } from "../x509/tbsCertificate.js";
import { type CertId, readCertId } from "./certId.js";
import { type CertificateStatus, readCertificateStatus } from "./certificateStatus.js";
import { echoedNonceOf } from "./nonce.js";

/** A response about more certificates than this was not made for one. */
const MAX_RESPONSES = 256;

/** What is said of one certificate (RFC 6960 4.2.1). */
export interface SingleResponse {
  readonly certId: CertId;
  readonly certificateStatus: CertificateStatus;
  /** When this is known to be so. */
  readonly thisUpdate: Date;
  /** When there will be newer information at the latest; null when there always is. */
  readonly nextUpdate: Date | null;
  /** Certificates that expired at or after this moment are still answered for (RFC 6960 4.4.4); null when it is not said. */
  readonly archiveCutoff: Date | null;
  readonly extensions: readonly Extension[];
}

/** Whose response it is: by name or by SHA-1 of the public key (RFC 6960 4.2.1). */
export type ResponderId =
  | { readonly by: "name"; readonly name: Uint8Array }
  | { readonly by: "key"; readonly keyHash: Uint8Array };

/** ResponseData (RFC 6960 4.2.1), read; byte fields are views of what was parsed. */
export interface ResponseData {
  readonly responderId: ResponderId;
  readonly producedAt: Date;
  readonly responses: readonly SingleResponse[];
  readonly nonce: Uint8Array | null;
  readonly extensions: readonly Extension[];
}

/** @param der ResponseData DER @throws EngineError `asn1_malformed`, also for more than 256 responses */
export function readResponseData(der: Uint8Array): ResponseData {
  const reader = DerReader.inside(der, tag.sequence, "ResponseData");
  const version = reader.enterOptional(contextConstructed(0), "version");
  if ((version?.read(tag.integer, "version").smallInteger ?? 0) !== 0)
    throw malformed("The version is not v1", 0);
  const responderId = readResponderId(reader);
  const producedAt = reader.read(tag.generalizedTime, "producedAt").date;
  const responses = reader.enter(tag.sequence, "responses").readAll("SingleResponse", MAX_RESPONSES);
  const extensions = readExtensions(reader.enterOptional(contextConstructed(1), "responseExtensions"));
  reader.close("ResponseData");
  return {
    responderId,
    producedAt,
    responses: responses.map(({ encoded }) => readSingleResponse(encoded)),
    nonce: echoedNonceOf(extensions),
    extensions,
  };
}

function readResponderId(outer: DerReader): ResponderId {
  const byName = outer.enterOptional(contextConstructed(1), "byName");
  const wrapper = byName ?? outer.enter(contextConstructed(2), "byKey");
  const element = wrapper.read(byName ? tag.sequence : tag.octetString, "responderID");
  wrapper.close("responderID");
  return byName ? { by: "name", name: element.encoded } : { by: "key", keyHash: element.content };
}

function readSingleResponse(der: Uint8Array): SingleResponse {
  const reader = DerReader.inside(der, tag.sequence, "SingleResponse");
  const certId = readCertId(reader);
  const certificateStatus = readCertificateStatus(reader);
  const thisUpdate = reader.read(tag.generalizedTime, "thisUpdate").date;
  const wrapper = reader.enterOptional(contextConstructed(0), "nextUpdate");
  const nextUpdate = wrapper?.read(tag.generalizedTime, "nextUpdate").date ?? null;
  wrapper?.close("nextUpdate");
  const extensions = readExtensions(reader.enterOptional(contextConstructed(1), "singleExtensions"));
  reader.close("SingleResponse");
  return {
    certId,
    certificateStatus,
    thisUpdate,
    nextUpdate,
    archiveCutoff: archiveCutoffOf(extensions),
    extensions,
  };
}

function archiveCutoffOf(extensions: readonly Extension[]): Date | null {
  const found = extensions.find(({ oid }) => oid === oids.ocspArchiveCutoff);
  if (!found) return null;
  const reader = DerReader.of(found.value);
  const { date } = reader.read(tag.generalizedTime, "ArchiveCutoff");
  reader.close("ArchiveCutoff");
  return date;
}
