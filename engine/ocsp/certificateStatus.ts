import type { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { generalizedTime } from "../asn1/derTime.js";
import { element, enumerated, explicit } from "../asn1/derWriter.js";
import {
  type GivenReason,
  type RevocationReason,
  reasonByNumber,
  reasonNumber,
} from "../x509/revocationReason.js";

/** What a responder says of a certificate (RFC 6960 2.2). */
export type CertificateStatus =
  /** Issued, and not revoked. */
  | { readonly status: "good" }
  | {
      readonly status: "revoked";
      readonly revocationDate: Date;
      /** null: unspecified. */
      readonly reason: RevocationReason | null;
    }
  /** Never issued, as far as the responder knows. */
  | { readonly status: "unknown" };

/** What our responder says; a revoked certificate with one of the reasons that we give, or none. */
export type GivenStatus =
  | Exclude<CertificateStatus, { status: "revoked" }>
  | { readonly status: "revoked"; readonly revocationDate: Date; readonly reason: GivenReason | null };

const GOOD = element(contextPrimitive(0));
const UNKNOWN = element(contextPrimitive(2));

/** CertStatus DER (RFC 6960 4.2.1). @throws EngineError `asn1_malformed` for a date outside the calendar */
export function encodeCertificateStatus(status: GivenStatus): Uint8Array {
  if (status.status === "good") return GOOD;
  if (status.status === "unknown") return UNKNOWN;
  const reason = status.reason === null ? [] : [explicit(0, enumerated(reasonNumber(status.reason)))];
  return element(contextConstructed(1), generalizedTime(status.revocationDate), ...reason);
}

/** Reads the CertStatus that comes next. @throws EngineError `asn1_malformed` */
export function readCertificateStatus(outer: DerReader): CertificateStatus {
  if (outer.readOptional(contextPrimitive(0), "good")) return { status: "good" };
  if (outer.readOptional(contextPrimitive(2), "unknown")) return { status: "unknown" };
  const revoked = outer.enter(contextConstructed(1), "revoked");
  const revocationDate = revoked.read(tag.generalizedTime, "revocationTime").date;
  const wrapper = revoked.enterOptional(contextConstructed(0), "revocationReason");
  const reason = wrapper?.read(tag.enumerated, "revocationReason").smallInteger;
  wrapper?.close("revocationReason");
  revoked.close("revoked");
  return { status: "revoked", revocationDate, reason: reason === undefined ? null : reasonByNumber(reason) };
}
