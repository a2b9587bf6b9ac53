import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { OutboundError } from "../../ports/outboundHttp.js";
import type { AddressPolicy } from "./addressPolicy.js";
import type { Resolve } from "./resolveName.js";

const resolveMs = 2_000;

/**
 * Judges where a URL leads as names are now, so that who registers it learns of a mistake at once. It protects nothing:
 * a name can lead elsewhere a moment later, and every connection is judged when it is made.
 * @throws OutboundError `address_forbidden`, where one address is; not where a name cannot be resolved in two seconds
 */
export async function checkAddress(url: URL, permits: AddressPolicy, resolve: Resolve): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await addressesNow(host, resolve) : [{ address: host }];
  if (addresses.every(({ address }) => permits(address))) return;
  const sentence = "The URL leads to an address that may not be connected to.";
  throw new OutboundError("address_forbidden", sentence, { total: 0 });
}

async function addressesNow(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const given = new AbortController();
  const late = Promise.withResolvers<readonly LookupAddress[]>();
  const timer = setTimeout(() => late.resolve([]), resolveMs);
  try {
    return await Promise.race([resolve(host, given.signal), late.promise]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
    given.abort();
  }
}
