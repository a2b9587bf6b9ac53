import { generateKeyPairSync, type KeyObject, sign as signMessage } from "node:crypto";
import type { CertificateRequest } from "../../../../engine/x509/certificate.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import { authorityName, naturalPersonName } from "../../../../engine/x509/name.js";
import { type Certificate, parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import type { CertificateProfile } from "../../../../engine/x509/profile.js";
import {
  oneTimeSigner,
  rootAuthority,
  signerAuthority,
  timestampUnit,
} from "../../../../engine/x509/profiles.js";

export interface Key {
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo DER. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export interface Holder {
  readonly key: Key;
  readonly certificate: Certificate;
}

export const policy = "1.3.6.1.4.1.99999.1.1";
export const now = new Date("2026-03-04T05:06:07.890Z");

/** A moment so many seconds after `now`. */
export const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

const DAY = 86_400;
let serials = 0;

export const serialNumber = (): Uint8Array => {
  serials += 1;
  return Uint8Array.of(0x9a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, serials >> 8, serials);
};

export function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey,
    publicKey: publicKey.export({ type: "spki", format: "der" }),
    sign: (message) => signMessage("sha256", message, privateKey),
  };
}

export const organization = (commonName: string): Uint8Array =>
  authorityName({
    country: "FR",
    organization: "Paraph",
    organizationIdentifier: "NTRFR-123456789",
    commonName,
  });

export const person = (): Uint8Array =>
  naturalPersonName({
    country: "FR",
    givenName: "Zoé",
    surname: "Lefèvre",
    commonName: "Zoé Lefèvre",
    serialNumber: "PAR-0001",
  });

/** A request of ten minutes for a person under an authority, with what is given changed. */
export function personRequest(
  authority: Holder,
  changes: Partial<CertificateRequest> = {},
): CertificateRequest {
  return {
    subject: person(),
    subjectPublicKeyInfo: newKey().publicKey,
    serialNumber: serialNumber(),
    notBefore: later(-60),
    notAfter: later(600),
    issuer: authority.certificate,
    ...changes,
  };
}

async function authority(
  profile: CertificateProfile,
  commonName: string,
  issuer: Holder | null,
): Promise<Holder> {
  const key = newKey();
  const request = {
    subject: organization(commonName),
    subjectPublicKeyInfo: key.publicKey,
    serialNumber: serialNumber(),
    notBefore: later(-DAY),
    notAfter: later(3650 * DAY),
    issuer: issuer?.certificate ?? null,
  };
  const certificate = await issueCertificate(profile, request, (issuer?.key ?? key).sign);
  return { key, certificate: parseCertificate(certificate) };
}

/** Issues a one-time certificate for a fresh key. */
export async function newSigner(signers: Holder, changes: Partial<CertificateRequest> = {}): Promise<Holder> {
  const key = newKey();
  const request = personRequest(signers, { subjectPublicKeyInfo: key.publicKey, ...changes });
  const certificate = await issueCertificate(
    oneTimeSigner({ policies: [policy] }),
    request,
    signers.key.sign,
  );
  return { key, certificate: parseCertificate(certificate) };
}

/** A root, an authority for signers, and a time-stamping unit, with fresh keys. */
export async function newHierarchy(): Promise<{ root: Holder; signers: Holder; timestamps: Holder }> {
  const root = await authority(rootAuthority, "Paraph Root", null);
  return {
    root,
    signers: await authority(signerAuthority(), "Paraph Signers", root),
    timestamps: await authority(timestampUnit(), "Paraph Time-stamping Unit", root),
  };
}
