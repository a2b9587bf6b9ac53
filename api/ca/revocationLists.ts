import {
  authorityRevocationList,
  type CertificateListProfile,
  endEntityRevocationList,
} from "../../engine/x509/crlProfile.js";
import { issueCertificateList } from "../../engine/x509/issueCertificateList.js";
import type { Certificate } from "../../engine/x509/parseCertificate.js";
import type { Clock } from "../ports/clock.js";
import type { MessageSigner } from "../ports/keyStore.js";
import type { Hierarchy } from "./hierarchy.js";

/** A revocation list as it is published. */
export interface PublishedList {
  /** CertificateList, DER. */
  readonly der: Uint8Array;
  readonly thisUpdate: Date;
  /** When the next one comes, long before this one's nextUpdate. */
  readonly renewedAt: Date;
}

/** The authorities that publish lists. */
export type ListIssuer = "root" | "signers";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A sealed document holds the list of its hour, so that it says what the authority knew when it was signed. */
const renewalMs = hourMs;
const validityMs: Readonly<Record<ListIssuer, number>> = { root: 30 * dayMs, signers: 7 * dayMs };

/**
 * Revocation lists of a mode's authorities, made when they are asked for and kept until the next is due.
 *
 * All of a list but its signature follows from the hour: thisUpdate is the hour's beginning and cRLNumber its seconds
 * since 1970. Processes that know nothing of each other so publish the same list in the same hour, and a higher
 * number in the next.
 */
export class RevocationLists {
  readonly #current: Partial<Record<ListIssuer, { from: number; list: Promise<PublishedList> }>> = {};

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly keys: Readonly<Record<ListIssuer, MessageSigner>>,
    private readonly clock: Clock,
  ) {}

  /** The list that is in force. @throws EngineError `revocation_lint_failed`; what the key store throws */
  list(issuer: ListIssuer): Promise<PublishedList> {
    const from = this.#thisUpdate(issuer);
    const current = this.#current[issuer];
    if (current?.from === from) return current.list;
    const list = this.#issue(issuer, from);
    this.#current[issuer] = { from, list };
    // What failed is tried again, not remembered.
    list.catch(() => {
      if (this.#current[issuer]?.list === list) delete this.#current[issuer];
    });
    return list;
  }

  /** The hour's beginning, but not before the certificates it speaks of: an older list could not know them. */
  #thisUpdate(issuer: ListIssuer): number {
    const now = this.clock.now().getTime();
    // Those of before are older.
    const { root, signers, timestamps, seal } = this.hierarchy;
    const known = issuer === "root" ? [root, signers, timestamps, seal] : [signers];
    const since = Math.max(...known.map(({ notBefore }) => notBefore.getTime()));
    return Math.max(now - (now % renewalMs), since);
  }

  async #issue(issuer: ListIssuer, from: number): Promise<PublishedList> {
    const certificate = this.hierarchy[issuer];
    const der = await issueCertificateList(
      profileOf(issuer, certificate),
      {
        issuer: certificate,
        number: Math.floor(from / 1000),
        thisUpdate: new Date(from),
        nextUpdate: new Date(from + validityMs[issuer]),
        revoked: [],
      },
      this.keys[issuer],
    );
    const renewedAt = new Date(from - (from % renewalMs) + renewalMs);
    return { der, thisUpdate: new Date(from), renewedAt };
  }
}

/** What would be revoked stays listed for good: a time-stamp is checked long after its unit's certificate has ended. */
function profileOf(issuer: ListIssuer, { notBefore }: Certificate): CertificateListProfile {
  const since = { expiredCertificatesSince: notBefore };
  return issuer === "root" ? authorityRevocationList(since) : endEntityRevocationList(since);
}
