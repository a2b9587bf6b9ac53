import {
  constants,
  generateKeyPairSync,
  type KeyObject,
  type KeyPairKeyObjectResult,
  sign as signMessage,
} from "node:crypto";
import type { CertificateListRequest } from "../../../../engine/x509/certificateList.js";
import { endEntityRevocationList } from "../../../../engine/x509/crlProfile.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import { ocspResponder, rootAuthority, signerAuthority } from "../../../../engine/x509/profiles.js";
import { now, organization, serialNumber } from "./hierarchy.js";

/** Kinds of keys that an authority may have. */
export type KeyKind = "P-256" | "P-384" | "P-521" | "RSA-2048" | "Ed25519";

export interface SigningHolder {
  readonly certificate: Certificate;
  readonly privateKey: KeyObject;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const digests: Readonly<Record<KeyKind, string | null>> = {
  "P-256": "sha256",
  "P-384": "sha384",
  "P-521": "sha512",
  "RSA-2048": "sha256",
  Ed25519: null,
};

function keyPair(kind: KeyKind): KeyPairKeyObjectResult {
  if (kind === "RSA-2048") return generateKeyPairSync("rsa", { modulusLength: 2048 });
  return kind === "Ed25519"
    ? generateKeyPairSync("ed25519")
    : generateKeyPairSync("ec", { namedCurve: kind });
}

export const DAY = 86_400;

/** So many seconds after a moment. */
export const secondsAfter = (moment: Date, seconds: number): Date =>
  new Date(moment.getTime() + seconds * 1000);

/** Issues a certificate for a fresh key, valid from a day before a moment for 300 days. */
export async function holder(
  profile: CertificateProfile,
  commonName: string,
  issuer: SigningHolder | null,
  options: { readonly kind?: KeyKind; readonly at?: Date; readonly notAfter?: Date } = {},
): Promise<SigningHolder> {
  const { kind = "P-256", at = now } = options;
  const { publicKey, privateKey } = keyPair(kind);
  const sign = (message: Uint8Array): Uint8Array =>
    signMessage(digests[kind], message, { key: privateKey, padding: constants.RSA_PKCS1_PADDING });
  const certificate = await issueCertificate(
    profile,
    {
      subject: organization(commonName),
      subjectPublicKeyInfo: publicKey.export({ type: "spki", format: "der" }),
      serialNumber: serialNumber(),
      notBefore: secondsAfter(at, -DAY),
      notAfter: options.notAfter ?? secondsAfter(at, 300 * DAY),
      issuer: issuer?.certificate ?? null,
    },
    issuer?.sign ?? sign,
  );
  return { certificate: parseCertificate(certificate), privateKey, sign };
}

/** A root, two authorities below it that could be revoked, and a responder to which the root delegated. */
export async function newDesk(kind: KeyKind = "P-256", at = now) {
  const root = await holder(rootAuthority, "Desk Root", null, { kind, at });
  const published = { crlDistributionPoint: "http://crl.example/root.crl", ocsp: "http://ocsp.example/" };
  return {
    root,
    authority: await holder(signerAuthority(published), "Desk Signers", root, { kind, at }),
    other: await holder(signerAuthority(published), "Desk Others", root, { kind, at }),
    responder: await holder(ocspResponder(), "Desk Responder", root, { kind, at }),
  };
}

export const listProfile = endEntityRevocationList();

/** A request for a list of a day under an authority, with what is given changed. */
export function listRequest(
  issuer: SigningHolder,
  changes: Partial<CertificateListRequest> = {},
): CertificateListRequest {
  return {
    issuer: issuer.certificate,
    number: 41,
    thisUpdate: now,
    nextUpdate: secondsAfter(now, DAY),
    revoked: [],
    ...changes,
  };
}

/** So many certificates revoked before `now`, with serial numbers of 16 octets. */
export function* revokedCertificates(count: number) {
  for (let index = 0; index < count; index++) {
    const serialNumber = new Uint8Array(16).fill(0x5a);
    new DataView(serialNumber.buffer).setUint32(8, Math.imul(index, 0x9e3779b1));
    new DataView(serialNumber.buffer).setUint32(12, index);
    const revocationDate = secondsAfter(now, -1 - (index % 50_000));
    if (index % 3 === 0) yield { serialNumber, revocationDate };
    else if (index % 3 === 1) yield { serialNumber, revocationDate, reason: "superseded" as const };
    else {
      yield {
        serialNumber,
        revocationDate,
        reason: "keyCompromise" as const,
        invalidityDate: secondsAfter(revocationDate, -DAY),
      };
    }
  }
}
