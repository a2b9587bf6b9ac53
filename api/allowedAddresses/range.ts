import { isIP, SocketAddress } from "node:net";
import { mappedIpv4 } from "./address.js";

/** Bits of the prefix under which IPv4-mapped IPv6 addresses stand: ::ffff:0:0/96. */
const mappedPrefix = 96;

/**
 * Reads one address or a range of them (RFC 4632 3.1, RFC 4291 2.3): `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`.
 * IPv4-mapped ones are IPv4.
 * @returns address, slash and length of the prefix, the bits behind it as they were given; null for what is no range
 */
export function parseRange(text: string): string | null {
  const [, address = "", prefix] = /^([0-9A-Fa-f:.]{2,45})(?:\/(0|[1-9][0-9]{0,2}))?$/.exec(text) ?? [];
  const family = isIP(address);
  if (family === 0) return null;
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) return null;
  if (family === 4) return `${address}/${length}`;
  const canonical = new SocketAddress({ address, family: "ipv6" }).address;
  const mapped = length >= mappedPrefix ? mappedIpv4(canonical) : null;
  return mapped === null ? `${canonical}/${length}` : `${mapped}/${length - mappedPrefix}`;
}
