import { isIP, isIPv4, SocketAddress } from "node:net";

/**
 * A network address as it is compared: IPv4 for an IPv4-mapped IPv6 address (RFC 4291 2.5.5.2), no zone.
 * @param text as a socket or a proxy's header gives it
 * @returns null for what is no address
 */
export function bareAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isIPv4(text)) return text;
  const zone = text.indexOf("%");
  const address = zone === -1 ? text : text.slice(0, zone);
  if (isIP(address) !== 6) return null;
  const canonical = new SocketAddress({ address, family: "ipv6" }).address;
  return mappedIpv4(canonical) ?? canonical;
}

/** The IPv4 address of an IPv4-mapped one in canonical form (RFC 5952 5), or null. */
export function mappedIpv4(canonical: string): string | null {
  const rest = canonical.startsWith("::ffff:") ? canonical.slice("::ffff:".length) : "";
  return isIPv4(rest) ? rest : null;
}
