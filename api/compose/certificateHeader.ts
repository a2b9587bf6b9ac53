import { addressesIn } from "../allowedAddresses/rangeSet.js";
import type { Config } from "../config.js";
import type { CertificateHeader } from "../request/certificateHeader.js";

/** The header in which the operator's proxies hand on certificates, null where none does. */
export function certificateHeader({
  certificateHeader: configured,
}: Pick<Config, "certificateHeader">): CertificateHeader | null {
  return configured && { name: configured.name, trusts: addressesIn(configured.proxies) };
}
