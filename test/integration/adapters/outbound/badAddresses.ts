/** A URL that must not lead to any connection. `PORT` in it stands for one where somebody listens, inside. */
export interface BadAddress {
  readonly url: string;
  readonly why: string;
  /** What its host's name resolves to, where it has one. */
  readonly resolvesTo?: readonly string[];
  /** `address_forbidden` when absent. */
  readonly code?: "url_invalid";
}

const forbidden = (host: string, why: string): BadAddress => ({ url: `http://${host}:PORT/`, why });
const named = (host: string, why: string, ...resolvesTo: string[]): BadAddress => ({
  ...forbidden(host, why),
  resolvesTo,
});
const invalid = (url: string, why: string): BadAddress => ({ url, why, code: "url_invalid" });

/** IPv4 in every spelling that a URL may have. */
const spellings: BadAddress[] = [
  forbidden("127.0.0.1", "loopback"),
  forbidden("127.255.255.254", "the end of loopback"),
  forbidden("2130706433", "loopback in decimal"),
  forbidden("0x7f000001", "loopback in hexadecimal"),
  forbidden("0x7f.1", "loopback in hexadecimal, short"),
  forbidden("0177.0.0.1", "loopback in octal"),
  forbidden("017700000001", "loopback in octal, whole"),
  forbidden("00000177.0.0.1", "loopback in octal, with more zeros"),
  forbidden("0177.0x0.0.1", "loopback in three bases at once"),
  forbidden("127.1", "loopback, short"),
  forbidden("127.0.1", "loopback, not so short"),
  forbidden("127.0.0.1.", "loopback with a dot at its end"),
  forbidden("%31%32%37.0.0.1", "loopback, percent-encoded"),
  forbidden("１２７.０.０.１", "loopback in full-width digits"),
  forbidden("①②⑦.⓪.⓪.①", "loopback in circled digits"),
  forbidden("127。0。0。1", "loopback with ideographic full stops"),
  forbidden("127\u00ad.0.0.1", "loopback with a soft hyphen, which nobody sees"),
  forbidden("0.0.0.0", "unspecified, which leads to the machine itself"),
  forbidden("0", "unspecified, short"),
  forbidden("2852039166", "metadata in decimal"),
  forbidden("0xa9fea9fe", "metadata in hexadecimal"),
  forbidden("0251.0376.0251.0376", "metadata in octal"),
];

/** Ranges of IPv4 that are not global unicast. */
const ranges: BadAddress[] = [
  forbidden("0.1.2.3", "this network"),
  forbidden("10.0.0.1", "private"),
  forbidden("172.16.0.1", "private"),
  forbidden("172.31.255.255", "the end of private"),
  forbidden("192.168.1.1", "private"),
  forbidden("100.64.0.1", "shared by carriers"),
  forbidden("100.100.100.200", "metadata of Alibaba"),
  forbidden("169.254.169.254", "metadata of most clouds"),
  forbidden("169.254.170.2", "metadata of a container of Amazon's"),
  forbidden("169.254.0.1", "link-local"),
  forbidden("168.63.129.16", "Azure's host"),
  forbidden("192.0.0.192", "metadata of Oracle"),
  forbidden("192.0.2.1", "documentation"),
  forbidden("198.51.100.1", "documentation"),
  forbidden("203.0.113.1", "documentation"),
  forbidden("192.88.99.1", "6to4 relay"),
  forbidden("198.18.0.1", "benchmarks"),
  forbidden("198.19.255.255", "the end of benchmarks"),
  forbidden("224.0.0.1", "multicast"),
  forbidden("239.255.255.255", "the end of multicast"),
  forbidden("240.0.0.1", "reserved"),
  forbidden("255.255.255.255", "broadcast"),
];

/** IPv6: everything but global unicast, and global unicast with an IPv4 address in it. */
const ipv6: BadAddress[] = [
  forbidden("[::1]", "loopback"),
  forbidden("[::]", "unspecified"),
  forbidden("[0:0:0:0:0:0:0:1]", "loopback, whole"),
  forbidden("[::ffff:127.0.0.1]", "IPv4-mapped loopback"),
  forbidden("[::ffff:7f00:1]", "IPv4-mapped loopback in hexadecimal"),
  forbidden("[0:0:0:0:0:ffff:10.0.0.1]", "IPv4-mapped, private"),
  forbidden("[::ffff:93.184.215.14]", "IPv4-mapped, of a global address"),
  forbidden("[::127.0.0.1]", "IPv4-compatible loopback"),
  forbidden("[::ffff:0:127.0.0.1]", "IPv4-translated loopback"),
  forbidden("[64:ff9b::7f00:1]", "NAT64 of loopback"),
  forbidden("[64:ff9b::a9fe:a9fe]", "NAT64 of metadata"),
  forbidden("[64:ff9b:1::1]", "NAT64 for local use"),
  forbidden("[100::1]", "discard"),
  forbidden("[2001::1]", "Teredo"),
  forbidden("[2001:0:7f00:1::]", "Teredo with loopback in it"),
  forbidden("[2001:2::1]", "benchmarks"),
  forbidden("[2001:20::1]", "ORCHID"),
  forbidden("[2001:db8::1]", "documentation"),
  forbidden("[3fff::1]", "documentation"),
  forbidden("[2002:7f00:1::]", "6to4 of loopback"),
  forbidden("[2002:a9fe:a9fe::]", "6to4 of metadata"),
  forbidden("[5f00::1]", "segment routing"),
  forbidden("[fc00::1]", "unique local"),
  forbidden("[fd00:ec2::254]", "metadata of Amazon"),
  forbidden("[fe80::1]", "link-local"),
  forbidden("[fec0::1]", "site-local"),
  forbidden("[ff02::1]", "multicast"),
];

/** Where readers of URLs disagree which part is the host. */
const tricks: BadAddress[] = [
  { url: "http://127.0.0.1:PORT\\@documents.example/", why: "loopback, with a host for those who read on" },
  { url: "http:127.0.0.1:PORT/", why: "loopback, without the slashes" },
  { url: "http:///127.0.0.1:PORT/", why: "loopback, with one slash too many" },
  { url: "  http://127.0.0.1:PORT/  ", why: "loopback between blanks" },
  { url: "http://\n127.0\t.0.1:PORT/", why: "loopback with a line break and a tab" },
  invalid("http://documents.example@127.0.0.1:PORT/", "a user that looks like the host"),
  invalid("http://documents.example:80@127.0.0.1:PORT/", "a user and password that look like host and port"),
  invalid("http://documents.example%2f@127.0.0.1:PORT/", "a user that ends in a slash"),
  invalid("http://@127.0.0.1@10.0.0.1:PORT/", "two at signs"),
  invalid("http://[fe80::1%25eth0]:PORT/", "a zone"),
  invalid("http://[::1%25lo]:PORT/", "a zone of loopback"),
  invalid("http://[::ffff:0x7f.1]:PORT/", "hexadecimal in an IPv4-mapped address"),
  invalid("http://127.0.0.1%00.documents.example:PORT/", "a zero byte"),
  invalid("http://300.1.1.1:PORT/", "a number above 255"),
  invalid("http://4294967296:PORT/", "a number above 32 bits"),
  invalid("file:///etc/passwd", "a file"),
  invalid("gopher://127.0.0.1:PORT/_x", "another protocol"),
  invalid("ftp://127.0.0.1:PORT/", "another protocol that URLs have"),
  invalid("unix:/var/run/docker.sock:/info", "a local socket"),
  invalid("//127.0.0.1:PORT/", "no absolute URL"),
  invalid("http://documents.example:25/", "a mail server's port"),
  invalid("http://documents.example:0465/", "a mail server's port with a zero before it"),
  invalid("http://93.184.215.14:22/", "a port for remote login"),
  invalid("http://documents.example:6667/", "a chat server's port"),
  invalid("http://documents.example:0/", "port 0, which is not the one that is meant when none is said"),
];

/** Names that lead inside. */
const names: BadAddress[] = [
  named("loopback.example", "a name of loopback", "127.0.0.1"),
  named("LOOPBACK.Example.", "a name of loopback, in capitals and with its dot", "127.0.0.1"),
  named("loopback6.example", "a name of IPv6 loopback", "::1"),
  named("127.0.0.1.documents.example", "a name that says where it leads", "127.0.0.1"),
  named("metadata.google.internal", "a cloud's own name for its metadata", "169.254.169.254"),
  named("mapped.example", "a name of an IPv4-mapped address", "::ffff:127.0.0.1"),
  named("nat64.example", "a name of NAT64 loopback", "64:ff9b::7f00:1"),
  named("zone.example", "a name of an address with a zone", "fe80::1%lo"),
  named("last.example", "a name whose last address is inside", "93.184.215.14", "127.0.0.1"),
  named("first.example", "a name whose first address is inside", "10.0.0.1", "93.184.215.14"),
  named("both.example", "a name whose IPv6 address is inside", "93.184.215.14", "fd00::1"),
];

export const badAddresses: readonly BadAddress[] = [...spellings, ...ranges, ...ipv6, ...tricks, ...names];
