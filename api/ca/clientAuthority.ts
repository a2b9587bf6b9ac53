import { issueCertificate } from "../../engine/x509/issue.js";
import { clientName } from "../../engine/x509/name.js";
import { clientCertificate } from "../../engine/x509/profiles.js";
import type { Clock } from "../ports/clock.js";
import type { MessageSigner } from "../ports/keyStore.js";
import type { Random } from "../ports/random.js";
import type { Hierarchy } from "./hierarchy.js";

/** Whom a client certificate names. */
export interface ClientSubject {
  readonly tenantName: string;
  /** What the tenant calls the program that comes with it. */
  readonly name: string;
  /** Its own public id, which no other certificate has. */
  readonly id: string;
}

/** Clocks of those who check may be behind ours. */
const backdateMs = 60_000;
/** X.520 upper bound of an organisation's and of a common name, in characters. */
const longestName = 64;
/** What would make a name read as another, and lint refuses. */
const deceptive = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]+/gu;

/** Issues the certificates with which tenants' programs open TLS connections. */
export class ClientAuthority {
  constructor(
    private readonly hierarchy: Pick<Hierarchy, "clients">,
    private readonly sign: MessageSigner,
    private readonly platform: { readonly clock: Clock; readonly random: Random },
  ) {}

  /** The authority's own certificate, DER: the trust anchor of whoever lets its clients in. */
  get certificate(): Uint8Array {
    return this.hierarchy.clients.der;
  }

  /**
   * @param subjectPublicKeyInfo DER of the client's public key
   * @param notAfter the last second of it, at most three years from now
   * @returns Certificate, DER
   * @throws EngineError `certificate_lint_failed`; then nothing was signed
   */
  async issue(subject: ClientSubject, subjectPublicKeyInfo: Uint8Array, notAfter: Date): Promise<Uint8Array> {
    const { clock, random } = this.platform;
    return await issueCertificate(
      clientCertificate,
      {
        subject: clientName({
          organization: shortened(subject.tenantName) || "Paraph tenant",
          userId: subject.id,
          commonName: shortened(subject.name) || subject.id,
        }),
        subjectPublicKeyInfo,
        serialNumber: random.bytes(16),
        notBefore: new Date(clock.now().getTime() - backdateMs),
        notAfter,
        issuer: this.hierarchy.clients,
      },
      this.sign,
    );
  }
}

function shortened(text: string): string {
  return [...text.replace(deceptive, " ").trim()].slice(0, longestName).join("").trim();
}
