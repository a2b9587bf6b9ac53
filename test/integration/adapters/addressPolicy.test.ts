import { addressPolicy } from "../../../api/adapters/remoteDocuments/addressPolicy.js";
import { remoteDocuments } from "../../../api/adapters/remoteDocuments/fetch.js";

/** Hosts as a stranger may write them in a URL, each with what it is. */
const badHosts: [host: string, what: string][] = [
  ["127.0.0.1", "loopback"],
  ["127.255.255.254", "the end of loopback"],
  ["2130706433", "loopback in decimal"],
  ["0x7f000001", "loopback in hexadecimal"],
  ["0x7f.1", "loopback in hexadecimal, short"],
  ["0177.0.0.1", "loopback in octal"],
  ["017700000001", "loopback in octal, whole"],
  ["127.1", "loopback, short"],
  ["127.0.0.1.", "loopback with a dot at its end"],
  ["１２７.０.０.１", "loopback in full-width digits"],
  ["127。0。0。1", "loopback with ideographic full stops"],
  ["0.0.0.0", "unspecified"],
  ["0", "unspecified, short"],
  ["0.1.2.3", "this network"],
  ["10.0.0.1", "private"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "the end of private"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "shared by carriers"],
  ["100.100.100.200", "metadata of Alibaba"],
  ["169.254.169.254", "metadata of most clouds"],
  ["2852039166", "metadata in decimal"],
  ["169.254.0.1", "link-local"],
  ["168.63.129.16", "Azure's host"],
  ["192.0.0.192", "metadata of Oracle"],
  ["192.0.2.1", "documentation"],
  ["198.51.100.1", "documentation"],
  ["203.0.113.1", "documentation"],
  ["192.88.99.1", "6to4 relay"],
  ["198.18.0.1", "benchmarks"],
  ["198.19.255.255", "the end of benchmarks"],
  ["224.0.0.1", "multicast"],
  ["239.255.255.255", "the end of multicast"],
  ["240.0.0.1", "reserved"],
  ["255.255.255.255", "broadcast"],
  ["[::1]", "loopback"],
  ["[::]", "unspecified"],
  ["[0:0:0:0:0:0:0:1]", "loopback, whole"],
  ["[::ffff:127.0.0.1]", "IPv4-mapped loopback"],
  ["[::ffff:7f00:1]", "IPv4-mapped loopback in hexadecimal"],
  ["[::ffff:93.184.215.14]", "IPv4-mapped, of a global address"],
  ["[::127.0.0.1]", "IPv4-compatible loopback"],
  ["[::ffff:0:127.0.0.1]", "IPv4-translated loopback"],
  ["[64:ff9b::7f00:1]", "NAT64 of loopback"],
  ["[64:ff9b::a9fe:a9fe]", "NAT64 of metadata"],
  ["[64:ff9b:1::1]", "NAT64 for local use"],
  ["[100::1]", "discard"],
  ["[2001::1]", "Teredo"],
  ["[2001:0:7f00:1::]", "Teredo with loopback in it"],
  ["[2001:2::1]", "benchmarks"],
  ["[2001:20::1]", "ORCHID"],
  ["[2001:db8::1]", "documentation"],
  ["[3fff::1]", "documentation"],
  ["[2002:7f00:1::]", "6to4 of loopback"],
  ["[2002:a9fe:a9fe::]", "6to4 of metadata"],
  ["[5f00::1]", "segment routing"],
  ["[fc00::1]", "unique local"],
  ["[fd00:ec2::254]", "metadata of Amazon"],
  ["[fe80::1]", "link-local"],
  ["[fec0::1]", "site-local"],
  ["[ff02::1]", "multicast"],
];

describe("the policy on addresses", () => {
  test("has more than forty bad addresses to be tried with", () => {
    expect(badHosts.length).toBeGreaterThan(40);
  });

  test.each(badHosts)("forbids a URL with %s (%s), without a look at any name", async (host) => {
    const resolve = () => Promise.reject(new Error("a name was looked up"));
    const documents = remoteDocuments({ allowHttp: true, allowedRanges: [], timeoutMs: 2_000, resolve });
    await expect(documents.fetch(`http://${host}:9/`, 1)).rejects.toMatchObject({
      code: "address_forbidden",
    });
  });

  test("permits global unicast addresses, up to the edge of what is forbidden", () => {
    const permits = addressPolicy([]);
    for (const address of [
      "1.1.1.1",
      "9.255.255.255",
      "11.0.0.0",
      "93.184.215.14",
      "100.63.255.255",
      "100.128.0.0",
      "126.255.255.255",
      "128.0.0.0",
      "169.253.255.255",
      "169.255.0.0",
      "172.15.255.255",
      "172.32.0.0",
      "192.0.1.0",
      "192.167.255.255",
      "192.169.0.0",
      "198.17.255.255",
      "198.20.0.0",
      "223.255.255.255",
      "2001:4860:4860::8888",
      "2001:200::1",
      "2606:4700::1111",
      "2a00:1450::1",
      "2003::1",
    ]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: true });
    }
  });

  test("forbids what is no address, and addresses with a zone", () => {
    const permits = addressPolicy([]);
    for (const text of ["", "localhost", "1.2.3", "2606:4700::1111%eth0", "1.1.1.1:80", "[2606:4700::1]"]) {
      expect({ text, permitted: permits(text) }).toEqual({ text, permitted: false });
    }
  });

  test("permits the ranges that the operator names, and nothing beside them", () => {
    const permits = addressPolicy(["10.1.0.0/16", "192.168.7.7", "fd12::/16", "::1/128"]);
    for (const address of ["10.1.0.0", "10.1.255.255", "192.168.7.7", "fd12:3::1", "::1", "1.1.1.1"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: true });
    }
    for (const address of ["10.0.255.255", "10.2.0.0", "192.168.7.8", "fd13::1", "::2", "127.0.0.1"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: false });
    }
  });

  test("is not made from what is no range", () => {
    for (const range of [
      "",
      "10",
      "10.0.0.0/33",
      "10.0.0.0/",
      "10.0.0.0/8/8",
      "10.0.0.0/-1",
      "::/129",
      "localhost",
      "*",
    ]) {
      expect(() => addressPolicy([range])).toThrow("is no address and no range");
    }
  });
});
