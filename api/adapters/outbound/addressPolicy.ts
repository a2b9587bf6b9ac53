import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** Decides whether this service may open a connection to an address on behalf of a stranger. */
export type AddressPolicy = (address: string) => boolean;

/**
 * IPv4: what the IANA special-purpose registry (RFC 6890) does not call globally reachable, multicast, reserved, and
 * one public address that is a cloud's own inside its machines.
 */
const forbiddenIpv4 = [
  "0.0.0.0/8", // this network; connects to the machine itself
  "10.0.0.0/8", // private
  "100.64.0.0/10", // shared by carriers, and Alibaba's metadata
  "127.0.0.0/8", // loopback
  "169.254.0.0/16", // link-local, and the metadata of most clouds
  "172.16.0.0/12", // private
  "192.0.0.0/24", // protocol assignments, and Oracle's metadata
  "192.0.2.0/24", // documentation
  "192.88.99.0/24", // 6to4 relays
  "192.168.0.0/16", // private
  "198.18.0.0/15", // benchmarks
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // reserved, and broadcast
  "168.63.129.16/32", // Azure's host, which answers every virtual machine
];

/**
 * IPv6: the only global unicast there is so far, so that loopback, link-local, site-local, unique local, multicast,
 * IPv4-mapped (::ffff:0:0/96), IPv4-compatible (::/96) and NAT64 (64:ff9b::/96, 64:ff9b:1::/48) stay outside.
 */
const globalIpv6 = "2000::/3";
const forbiddenIpv6 = [
  "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4, which embeds an IPv4 address
  "3fff::/20", // documentation
];

/** A machine's addresses seldom change, and to ask for them takes as long as all the rest of a connection. */
const ownKeptMs = 1_000;

const forbidden = blockList([...forbiddenIpv4, ...forbiddenIpv6]);
const global = blockList([globalIpv6]);

/**
 * Makes the policy: global unicast addresses may be dialled, but for this machine's own, and those that the operator
 * names.
 * @param allowedRanges what the operator opens beside, each an address or `address/prefix`, IPv4 or IPv6
 * @param forbiddenRanges what the operator closes, in the same form, whatever is opened: public addresses that lead to
 * machines of their own, a NAT64 prefix of their network
 * @param ownAddresses this machine's own at this moment
 * @throws Error that names a range that is none
 */
export function addressPolicy(
  allowedRanges: readonly string[],
  forbiddenRanges: readonly string[] = [],
  ownAddresses: () => readonly string[] = addressesOfInterfaces,
): AddressPolicy {
  const allowed = blockList(allowedRanges);
  const closed = blockList(forbiddenRanges);
  const own = keptFor(ownKeptMs, () => blockList(ownAddresses()));
  return (address) => {
    const version = isIP(address);
    // A zone (fe80::1%eth0) belongs to an address that is not global.
    if (version === 0 || address.includes("%")) return false;
    const family = version === 4 ? "ipv4" : "ipv6";
    if (closed.check(address, family)) return false;
    if (allowed.check(address, family)) return true;
    if (version === 6 && !global.check(address, family)) return false;
    if (forbidden.check(address, family)) return false;
    // A public address of this machine leads around the firewall before it, to what listens for its neighbours only.
    return !own().check(address, family);
  };
}

/** Asks again only when the last answer is so old. */
function keptFor<T>(ms: number, ask: () => T): () => T {
  let kept: { readonly answer: T; readonly until: number } | null = null;
  return () => {
    const now = performance.now();
    if (kept === null || now >= kept.until) kept = { answer: ask(), until: now + ms };
    return kept.answer;
  };
}

function addressesOfInterfaces(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.map(({ address }) => address.split("%")[0]!),
  );
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix, ...rest] = range.split("/");
    const version = isIP(address);
    const bits = version === 4 ? 32 : 128;
    const length = prefix === undefined ? bits : Number(prefix);
    const wellFormed = prefix === undefined || /^\d{1,3}$/.test(prefix);
    if (version === 0 || address.includes("%") || rest.length > 0 || !wellFormed || length > bits) {
      throw new Error(`${range} is no address and no range of addresses, such as 10.1.0.0/16.`);
    }
    list.addSubnet(address, length, version === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
