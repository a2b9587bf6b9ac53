import { type LookupAddress, promises } from "node:dns";
import { hostsFile } from "./hostsFile.js";

/**
 * Resolves a host's name to all its addresses.
 * @throws Error when it has none or nobody can say; also soon after the signal
 */
export type Resolve = (hostname: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;

/** For one question to one name server; each is asked twice. */
const questionMs = 2_000;

/** One, so that whoever opens it to this service has opened the name. */
/**
 * How long, once addresses of one family are there, those of the other are waited for (RFC 8305 3 waits 50 ms): name
 * servers exist that never answer for AAAA. What comes later is not dialled.
 */
const otherFamilyMs = 300;

const loopback: readonly LookupAddress[] = [{ address: "127.0.0.1", family: 4 }];

/**
 * Makes what asks name servers for the A and AAAA records of a name, after this machine's hosts file.
 *
 * The system's own resolver (getaddrinfo) is not used: it holds one of the process's few threads while it waits, so that
 * two strangers with name servers that never answer could stop every other look at a name, the mail server's included.
 * Nor are its search domains, which would lead a short name of a stranger's to a machine inside.
 * @param servers addresses (`address:port`) of name servers; those of this machine's settings when absent
 */
export function nameResolver(servers?: readonly string[]): Resolve {
  return async (hostname, signal) => {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    // RFC 6761 6.3 and 6.4: neither is a question for a name server.
    if (name === "localhost" || name.endsWith(".localhost")) return loopback;
    if (name === "invalid" || name.endsWith(".invalid")) throw nameNotFound();
    const listed = await hostsFile(name);
    if (listed.length > 0) return listed;

    // One of its own, which reads the machine's settings as they are now and can be cancelled alone.
    const resolver = new promises.Resolver({ timeout: questionMs, tries: 2 });
    if (servers) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel);
    let patience: NodeJS.Timeout | undefined;
    const found = <T>(answer: T): T => {
      patience ??= setTimeout(cancel, otherFamilyMs);
      return answer;
    };
    try {
      const [four, six] = await Promise.allSettled([
        resolver.resolve4(name).then(found),
        resolver.resolve6(name).then(found),
      ]);
      if (four.status === "rejected" && six.status === "rejected") throw four.reason;
      return [...addresses(four, 4), ...addresses(six, 6)];
    } finally {
      clearTimeout(patience);
      signal.removeEventListener("abort", cancel);
    }
  };
}

/** As the system's own (RFC 1035 RCODE 3). */
export function nameNotFound(): Error {
  return Object.assign(new Error("There is no such name."), { code: "ENOTFOUND" });
}

function addresses(result: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] {
  return result.status === "fulfilled" ? result.value.map((address) => ({ address, family })) : [];
}
