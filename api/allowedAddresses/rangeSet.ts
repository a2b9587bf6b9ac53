import { BlockList, isIPv4 } from "node:net";
import { parseRange } from "./range.js";

/**
 * Whether an address, as addresses are compared, is in one of these ranges.
 * @param ranges addresses and ranges, as `parseRange` takes them
 * @throws Error that names one that is none
 */
export function addressesIn(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const text of ranges) {
    const range = parseRange(text);
    if (range === null) throw new Error(`${text} is no address and no range of them, such as 10.1.2.0/24.`);
    const [network = "", length] = range.split("/");
    list.addSubnet(network, Number(length), isIPv4(network) ? "ipv4" : "ipv6");
  }
  return (address) => list.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}
