import { generateKeyPair, X509Certificate } from "node:crypto";
import { isIP, SocketAddress } from "node:net";
import { promisify } from "node:util";
import { issueCertificate } from "../../engine/x509/issue.js";
import { authorityName } from "../../engine/x509/name.js";
import type { Certificate } from "../../engine/x509/parseCertificate.js";
import type { CertificateProfile, ServerName } from "../../engine/x509/profile.js";
import { serverAuthority, serverCertificate } from "../../engine/x509/profiles.js";
import type { MessageSigner } from "../ports/keyStore.js";
import type { ServerIdentity, ServerIdentitySource } from "../ports/serverIdentity.js";
import { type AuthorityNeeds, certificateOf, keyId } from "./authority.js";

const dayMs = 86_400_000;
/** Life of the port's certificate, and how long before its end another one is made. */
const lifeMs = 90 * dayMs;
const renewedMs = 30 * dayMs;
/** Clocks of those who check may be behind ours. */
const backdateMs = 60_000;

const newKeyPair = promisify(generateKeyPair);

/**
 * An authority of our own for the service's TLS port, made at the first start: it is trusted for nothing else, and
 * nothing else of ours is trusted for a TLS server. Each process has a key of its own, which never leaves its memory, and
 * renews its certificate while it runs.
 */
export class OwnServerIdentity implements ServerIdentitySource {
  readonly #profile: CertificateProfile;
  #current: { readonly identity: ServerIdentity; readonly renewedAt: number } | null = null;

  private constructor(
    /** The root that clients are to trust. */
    readonly root: Certificate,
    private readonly sign: MessageSigner,
    private readonly platform: AuthorityNeeds,
    hosts: readonly string[],
  ) {
    this.#profile = serverCertificate(hosts.map(serverName));
  }

  /** @param hosts names and addresses that the port is reached by */
  static async load(platform: AuthorityNeeds, hosts: readonly string[]): Promise<OwnServerIdentity> {
    const authority = {
      mode: "live",
      part: "servers",
      commonName: "Paraph TLS",
      profile: serverAuthority,
    } as const;
    const root = await certificateOf(platform, authority, 1, null);
    const sign = await platform.keyStore.signer(keyId("live", "servers"));
    return new OwnServerIdentity(root, sign, platform, [...new Set(hosts)]);
  }

  async current(): Promise<ServerIdentity> {
    const now = this.platform.clock.now().getTime();
    if (this.#current === null || this.#current.renewedAt <= now) {
      this.#current = { identity: await this.issue(now), renewedAt: now + lifeMs - renewedMs };
    }
    return this.#current.identity;
  }

  private async issue(now: number): Promise<ServerIdentity> {
    const { publicKey, privateKey } = await newKeyPair("ec", { namedCurve: "P-256" });
    const certificate = await issueCertificate(
      this.#profile,
      {
        subject: authorityName({ country: "EU", organization: "Paraph", commonName: "Paraph TLS port" }),
        subjectPublicKeyInfo: publicKey.export({ type: "spki", format: "der" }),
        serialNumber: this.platform.random.bytes(16),
        notBefore: new Date(now - backdateMs),
        notAfter: new Date(Math.min(now + lifeMs, this.root.notAfter.getTime())),
        issuer: this.root,
      },
      this.sign,
    );
    return {
      certificates: new X509Certificate(certificate).toString(),
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };
  }
}

function serverName(host: string): ServerName {
  const family = isIP(host);
  if (family === 0) return { dns: host };
  return { address: family === 4 ? Uint8Array.from(host.split(".").map(Number)) : octetsOfIpv6(host) };
}

/** The 16 octets of an IPv6 address (RFC 4291 2.2). */
function octetsOfIpv6(host: string): Uint8Array {
  const { address } = new SocketAddress({ address: host, family: "ipv6" });
  const [before = "", after = ""] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const head = groups(before);
  const tail = groups(after);
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  const octets = Buffer.alloc(16);
  for (const [index, group] of [...head, ...zeros, ...tail].entries()) {
    octets.writeUInt16BE(Number.parseInt(group, 16), 2 * index);
  }
  return octets;
}
