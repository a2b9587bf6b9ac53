import { bareAddress } from "../../../../api/allowedAddresses/address.js";
import { parseRange } from "../../../../api/allowedAddresses/range.js";
import { addressesIn } from "../../../../api/allowedAddresses/rangeSet.js";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
  ["::c000:201", "::192.0.2.1"],
  ["2001:DB8:0:0::0001", "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["192.0.2.1:443", null],
  ["unknown", null],
  ["", null],
  [undefined, null],
])("the address %s is compared as %s", (text, bare) => {
  expect(bareAddress(text)).toBe(bare);
});

test.each([
  ["192.0.2.1", "192.0.2.1/32"],
  ["192.0.2.1/24", "192.0.2.1/24"],
  ["::ffff:10.0.0.0/104", "10.0.0.0/8"],
  ["::ffff:10.0.0.1", "10.0.0.1/32"],
  ["2001:DB8::/32", "2001:db8::/32"],
  ["::/0", "::/0"],
  ["192.0.2.0/33", null],
  ["192.0.2.0/024", null],
  ["2001:db8::/129", null],
  ["fe80::1%eth0/64", null],
  ["192.0.2.0/", null],
  ["192.0.2.0-192.0.2.9", null],
  [" 192.0.2.1", null],
])("the range %s is read as %s", (text, range) => {
  expect(parseRange(text)).toBe(range);
});

test("a set of ranges holds what is in any of them", () => {
  const holds = addressesIn(["10.0.0.0/8", "2001:db8::7", "::ffff:192.0.2.0/120"]);
  const asked = ["10.255.0.1", "2001:db8::7", "192.0.2.200", "11.0.0.1", "2001:db8::8", "192.0.3.1"];
  expect(asked.map((address) => holds(address))).toEqual([true, true, true, false, false, false]);
  expect(() => addressesIn(["10.0.0.0/8", "proxy"])).toThrow("proxy is no address");
});
