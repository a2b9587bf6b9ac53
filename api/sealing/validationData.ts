import type { KnownValidationData } from "../../engine/pades/validationDataContext.js";
import type { RevocationFetcher } from "../../engine/pades/validationDataSource.js";
import { revocationNeedOf } from "../../engine/x509/revocationNeed.js";
import type { Hierarchy } from "../ca/hierarchy.js";
import type { RevocationLists } from "../ca/revocationLists.js";

/** What the certificates in a mode's signatures and time-stamps are validated with. */
export interface ValidationData {
  /** What needs no asking: our own authorities' certificates, the list that is in force, and where paths end. */
  known(): Promise<KnownValidationData>;
  /** Asks others, where somebody else stamps our signatures; null where every certificate is our own authorities'. */
  readonly remote: RevocationFetcher | null;
}

/**
 * @param remote null when our own unit stamps: then no document, whatever it says, makes us ask anybody
 */
export function validationData(
  hierarchy: Hierarchy,
  lists: RevocationLists,
  remote: RevocationFetcher | null,
): ValidationData {
  const { root, signers, timestamps, former } = hierarchy;
  const units = former.filter(({ part }) => part === "timestamps").map(({ certificate }) => certificate.der);
  const certificates = [root.der, signers.der, timestamps.der, ...units];
  return {
    known: async () => ({
      certificates,
      crls: [(await lists.list("root")).der],
      // Another authority's path ends in its own root, wherever that is found.
      ...(remote === null && { trustAnchors: [root.der] }),
    }),
    remote: remote && exceptOf(hierarchy, remote),
  };
}

/** Our own lists are known: they are not asked for over the network. */
function exceptOf({ signers, timestamps }: Hierarchy, remote: RevocationFetcher): RevocationFetcher {
  const needs = [signers, timestamps].map(revocationNeedOf);
  const own = new Set(needs.flatMap((need) => (need.needed ? need.crlDistributionPoints : [])));
  return { ...remote, crl: (url) => (own.has(url) ? undefined : remote.crl?.(url)) };
}
