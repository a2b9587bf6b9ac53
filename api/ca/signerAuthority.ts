import { issueCertificate } from "../../engine/x509/issue.js";
import { naturalPersonName } from "../../engine/x509/name.js";
import type { CertificateProfile } from "../../engine/x509/profile.js";
import { oneTimeSigner } from "../../engine/x509/profiles.js";
import type { Clock } from "../ports/clock.js";
import type { MessageSigner } from "../ports/keyStore.js";
import type { Random } from "../ports/random.js";
import { type Hierarchy, policies } from "./hierarchy.js";

/** Whom a one-time certificate names. */
export interface Subject {
  readonly givenName: string;
  readonly surname: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Tells two people of the same name apart; letters, digits and hyphens. */
  readonly serialNumber: string;
}

export interface OneTimeCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Clocks of those who check may be behind ours. */
const backdateMs = 60_000;
/** X.520 upper bound of a common name, in characters. */
const maxCommonName = 64;

/** Issues one-time certificates in signers' names. */
export class SignerAuthority {
  private readonly profile: CertificateProfile;

  /** @param caIssuers http URL of the issuing authority's certificate (RFC 5280 4.2.2.1), DER */
  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly sign: MessageSigner,
    private readonly platform: { readonly clock: Clock; readonly random: Random },
    private readonly lifeSeconds: number,
    caIssuers: string,
  ) {
    this.profile = oneTimeSigner({ policies: [policies.oneTimeCertificate], caIssuers });
  }

  /** What goes into a signature besides the signer's certificate: the issuing authority. */
  get chain(): readonly Uint8Array[] {
    return [this.hierarchy.signers.der];
  }

  /** The trust anchor. */
  get root(): Uint8Array {
    return this.hierarchy.root.der;
  }

  /**
   * @param subjectPublicKeyInfo DER of the one-time key's public half
   * @throws EngineError `certificate_lint_failed`; then nothing was signed
   */
  async issue(subject: Subject, subjectPublicKeyInfo: Uint8Array): Promise<OneTimeCertificate> {
    const now = this.platform.clock.now().getTime();
    const serialNumber = this.platform.random.bytes(16);
    const notBefore = new Date(now - backdateMs);
    const notAfter = new Date(now + this.lifeSeconds * 1000);
    const certificate = await issueCertificate(
      this.profile,
      {
        subject: naturalPersonName({
          country: subject.country,
          commonName: [...`${subject.givenName} ${subject.surname}`].slice(0, maxCommonName).join(""),
          givenName: subject.givenName,
          surname: subject.surname,
          serialNumber: subject.serialNumber,
        }),
        subjectPublicKeyInfo,
        serialNumber,
        notBefore,
        notAfter,
        issuer: this.hierarchy.signers,
      },
      this.sign,
    );
    return { certificate, serialNumber, notBefore, notAfter };
  }
}
