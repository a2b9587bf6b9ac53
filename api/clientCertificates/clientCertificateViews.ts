import { X509Certificate } from "node:crypto";
import { publicId } from "../ids/id.js";
import {
  type CertificateState,
  type ClientCertificate,
  fingerprintOf,
  stateOf,
} from "./clientCertificate.js";
import type { IssuedFile } from "./issueClientCertificate.js";

export interface ClientCertificateView {
  id: string;
  object: "client_certificate";
  mode: "test" | "live";
  /** The API key that it acts for: its scopes, its limits and its end are the certificate's. */
  api_key: string;
  name: string;
  /** `revoked` also where its API key was. */
  state: CertificateState;
  /** Hexadecimal, as programs show it. */
  serial_number: string;
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: string;
  /** PEM. */
  certificate: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
}

/** A new certificate: the only answer that ever holds its private key. */
export interface NewClientCertificateView extends ClientCertificateView {
  /** PKCS #12 file, base64: private key, certificate, and the certificate of its authority. */
  pkcs12: string;
  /** What the file opens with. */
  password: string;
}

export function presentCertificate(certificate: ClientCertificate, now: Date): ClientCertificateView {
  const { serialNumber, pem } = readCertificate(certificate.certificate);
  const revokedAt = certificate.revokedAt ?? certificate.keyRevokedAt;
  return {
    id: publicId("crt", certificate.id),
    object: "client_certificate",
    mode: certificate.mode,
    api_key: publicId("key", certificate.apiKeyId),
    name: certificate.name,
    state: stateOf(certificate, now),
    serial_number: serialNumber,
    fingerprint: fingerprintOf(certificate.certificate).toString("hex"),
    certificate: pem,
    created_at: certificate.createdAt.toISOString(),
    expires_at: certificate.expiresAt.toISOString(),
    revoked_at: revokedAt?.toISOString() ?? null,
  };
}

export function presentIssued(
  certificate: ClientCertificate,
  { pkcs12, password }: IssuedFile,
  now: Date,
): NewClientCertificateView {
  return {
    ...presentCertificate(certificate, now),
    pkcs12: Buffer.from(pkcs12).toString("base64"),
    password,
  };
}

function readCertificate(der: Uint8Array): { serialNumber: string; pem: string } {
  const certificate = new X509Certificate(der);
  return { serialNumber: certificate.serialNumber.toLowerCase(), pem: certificate.toString() };
}
