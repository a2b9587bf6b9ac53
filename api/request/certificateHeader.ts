import { Failure } from "../failure/failure.js";

/** The header in which a proxy that ends TLS hands on the client certificate that it was shown. */
export interface CertificateHeader {
  /** Lower case. */
  readonly name: string;
  /** Whether a socket's peer is a proxy whose header counts. @param peer its address, as it is compared */
  readonly trusts: (peer: string) => boolean;
}

/**
 * Reads a certificate from a proxy's header, in whichever of the forms that proxies have: `:base64:` (Client-Cert of RFC
 * 9440 2.2), URL-encoded PEM (nginx's `$ssl_client_escaped_cert`), or the base64 of its DER.
 * @returns DER, or null for an empty header: no certificate came
 * @throws Failure `certificate_unknown` where it is none of them
 */
export function certificateInHeader({ name }: CertificateHeader, value: string): Buffer | null {
  if (value === "") return null;
  const base64 = byteSequence(value) ?? pemBody(value) ?? value;
  const der = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, "base64") : null;
  if (der && isWhole(der)) return der;
  const message = `The header ${name} holds no certificate as URL-encoded PEM, as base64 between colons (RFC 9440), or as base64.`;
  throw new Failure("certificate_unknown", message);
}

/** What stands in a byte sequence of a structured field (RFC 8941 3.3.5), or null. */
function byteSequence(value: string): string | null {
  return /^:([^:]*):$/.exec(value)?.[1] ?? null;
}

/** The base64 of the one PEM block (RFC 7468 5.1) in URL-encoded text, or null. */
function pemBody(value: string): string | null {
  if (!/^-----BEGIN/.test(value)) return null;
  let text: string;
  try {
    text = decodeURIComponent(value);
  } catch {
    return null;
  }
  const [, body] = /^-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----\s*$/.exec(text) ?? [];
  return body?.replaceAll(/\s/g, "") ?? null;
}

/** Whether it is a SEQUENCE whose length (ITU-T X.690 8.1.3, two bytes of it) is that of all there is. */
function isWhole(der: Buffer): boolean {
  return der.length >= 4 && der.readUInt16BE(0) === 0x3082 && der.readUInt16BE(2) === der.length - 4;
}
