import { oid } from "../asn1/derObjectIdentifier.js";
import { generalizedTime } from "../asn1/derTime.js";
import { bitString, explicit, octetString, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import { extension } from "../x509/extensions.js";
import type { Certificate } from "../x509/parseCertificate.js";
import type { SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { publicKeyHash } from "./certId.js";
import { encodeCertificateStatus, type GivenStatus } from "./certificateStatus.js";
import { nonceExtension } from "./nonce.js";
import type { OcspProfile } from "./ocspProfile.js";
import { SUCCESSFUL } from "./responseStatus.js";

/** One certificate's answer. */
export interface Answer {
  /** CertID DER, as the request has it: its digest is the client's choice. */
  readonly certId: Uint8Array;
  readonly certificateStatus: GivenStatus;
}

/** What a response is made of. Fractions of a second are dropped from the times. */
export interface OcspAnswers {
  /** The authority whose certificates are answered for. */
  readonly issuer: Certificate;
  /** Who signs: the authority itself, or whom it delegated to. */
  readonly responder: Certificate;
  readonly producedAt: Date;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly answers: readonly Answer[];
  /** Of the request; null without one. */
  readonly nonce: Uint8Array | null;
}

/** A response that nobody has looked at yet: it can only go to lint. */
export interface PreparedOcspResponse extends OcspAnswers {
  /** ResponseData DER (RFC 6960 4.2.1). */
  readonly tbs: Uint8Array;
  readonly profile: OcspProfile;
  /** The algorithm that it will be signed with. */
  readonly algorithm: SignatureAlgorithm;
}

/**
 * Writes the ResponseData of an answer under a profile (RFC 6960 4.2.1). It does not judge: lint does.
 *
 * The responder is named by the SHA-1 of its key, which is the one digest that byKey has: it only says which of the
 * known certificates to try, and the signature says the rest.
 * @param algorithm that of the responder's key, with its usual digest, when absent
 * @throws EngineError `asn1_malformed` when a value has no DER form; `algorithm_unsupported` and `key_too_weak` for the
 *   responder's key
 */
export function prepareOcspResponse(
  profile: OcspProfile,
  input: OcspAnswers,
  algorithm: SignatureAlgorithm = signatureAlgorithmFor(input.responder.subjectPublicKeyInfo),
): PreparedOcspResponse {
  const thisUpdate = generalizedTime(input.thisUpdate);
  const nextUpdate = explicit(0, generalizedTime(input.nextUpdate));
  const { archiveCutoff } = profile;
  const extensions =
    archiveCutoff === null
      ? []
      : [explicit(1, sequence(extension(oids.ocspArchiveCutoff, false, generalizedTime(archiveCutoff))))];
  const tbs = sequence(
    explicit(2, octetString(publicKeyHash(input.responder, "sha1"))),
    generalizedTime(input.producedAt),
    sequence(
      ...input.answers.map(({ certId, certificateStatus }) =>
        sequence(certId, encodeCertificateStatus(certificateStatus), thisUpdate, nextUpdate, ...extensions),
      ),
    ),
    ...(input.nonce === null ? [] : [explicit(1, sequence(nonceExtension(input.nonce)))]),
  );
  return { ...input, tbs, profile, algorithm };
}

/**
 * OCSPResponse DER around what was signed (RFC 6960 4.2.1). A delegated responder's certificate comes with it; the
 * authority's own the client has.
 */
export function encodeOcspResponse(input: {
  readonly tbs: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly signatureValue: Uint8Array;
  readonly responder: Certificate;
  readonly issuer: Certificate;
}): Uint8Array {
  const delegated = Buffer.compare(input.responder.der, input.issuer.der) !== 0;
  const basic = sequence(
    input.tbs,
    input.algorithm.identifier,
    bitString(input.signatureValue),
    ...(delegated ? [explicit(0, sequence(input.responder.der))] : []),
  );
  return sequence(SUCCESSFUL, explicit(0, sequence(oid(oids.ocspBasic), octetString(basic))));
}
