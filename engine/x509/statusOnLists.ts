import { EngineError } from "../error.js";
import { ALL_REASONS, coverageOf } from "./crlCoverage.js";
import { findRevoked, type Revocation } from "./findRevoked.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateList } from "./parseCertificateList.js";
import { verifyCertificateList } from "./verifyCertificateList.js";

/** A list, and the certificate of the one who is to have signed it. */
export interface ListToConsult {
  readonly list: CertificateList;
  readonly issuer: Certificate;
}

/** What revocation lists say of a certificate. */
export type StatusOnLists =
  | { readonly status: "good"; readonly lists: readonly CertificateList[] }
  | {
      readonly status: "revoked";
      readonly revocation: Revocation;
      readonly lists: readonly CertificateList[];
    }
  /** No list, or none for all reasons; `refusals` say why each was left aside. */
  | { readonly status: "unknown"; readonly refusals: readonly string[] };

/**
 * What these lists say of a certificate at a time (RFC 5280 6.3): revoked if any list that can be relied on has it;
 * good if lists for every reason of revocation, usually one, do not; unknown else. Lists that cannot be relied on are
 * passed over. Delta lists are not used, which RFC 5280 6.3.1 leaves open.
 * @param toleranceSeconds see `verifyCertificateList`
 * @throws EngineError `asn1_malformed` when the certificate's own extensions are unreadable
 */
export function statusOnLists(
  certificate: Certificate,
  consulted: readonly ListToConsult[],
  at: Date,
  toleranceSeconds?: number,
): StatusOnLists {
  const reasons = new Set<number>();
  const lists: CertificateList[] = [];
  const refusals: string[] = [];
  for (const { list, issuer } of consulted) {
    const covered = coverageOf(list, certificate);
    if (covered.length === 0) {
      refusals.push("The revocation list does not speak of this certificate (RFC 5280 6.3.3 b).");
      continue;
    }
    const answer = consult(list, issuer, certificate, at, toleranceSeconds);
    if (typeof answer === "string") {
      refusals.push(answer);
      continue;
    }
    if (answer !== null) return { status: "revoked", revocation: answer, lists: [list] };
    for (const reason of covered) reasons.add(reason);
    lists.push(list);
  }
  if (reasons.size === ALL_REASONS.length) return { status: "good", lists };
  if (lists.length > 0) refusals.push("The revocation lists do not cover every reason (RFC 5280 6.3.3).");
  return { status: "unknown", refusals };
}

/** @returns the revocation, null when it is not listed, or the sentence that says why the list is left aside */
function consult(
  list: CertificateList,
  issuer: Certificate,
  certificate: Certificate,
  at: Date,
  toleranceSeconds?: number,
): Revocation | null | string {
  try {
    verifyCertificateList(list, issuer, at, toleranceSeconds);
    return findRevoked(list, certificate);
  } catch (error) {
    if (error instanceof EngineError) return error.message;
    throw error;
  }
}
