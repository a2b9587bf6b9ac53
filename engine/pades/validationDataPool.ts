import { hash } from "node:crypto";
import { isNamedCertificate, type SigningCertificateHash } from "../cms/signingCertificate.js";
import { EngineError } from "../error.js";
import { type OcspResponse, parseOcspResponse } from "../ocsp/parseOcspResponse.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import { type CertificateList, parseCertificateList } from "../x509/parseCertificateList.js";

/**
 * Where a piece of validation data stands: in the documentSecurityStore, in the CMS object of some signature or
 * time-stamp, or outside the document, with the caller or the network.
 */
export type Origin = "store" | "signature" | "outside";

/** One piece of validation data. */
export interface Pooled<T> {
  readonly kind: keyof ValidationData;
  readonly value: T;
  readonly der: Uint8Array;
  readonly origin: Origin;
}

/**
 * Certificates, revocation lists and OCSP responses from the document, the caller and the network, each once. What
 * cannot be read is passed over: it is of no use to anybody, and of no harm.
 */
export class ValidationDataPool {
  readonly #certificates = new Map<string, Pooled<Certificate>>();
  readonly #lists = new Map<string, Pooled<CertificateList>>();
  readonly #responses = new Map<string, Pooled<OcspResponse>>();

  /** Counts the certificates that came in: whoever remembers an answer knows by it whether it is still one. */
  get certificateCount(): number {
    return this.#certificates.size;
  }

  /** Counts the revocation lists and OCSP responses that came in. */
  get revocationCount(): number {
    return this.#lists.size + this.#responses.size;
  }

  get certificates(): Iterable<Pooled<Certificate>> {
    return this.#certificates.values();
  }

  get lists(): Iterable<Pooled<CertificateList>> {
    return this.#lists.values();
  }

  get responses(): Iterable<Pooled<OcspResponse>> {
    return this.#responses.values();
  }

  /** What is in already keeps its origin: what is in the store comes in first, and what is outside last. */
  add(data: Partial<ValidationData>, origin: Origin): void {
    const { certificates = [], crls = [], ocspResponses = [] } = data;
    this.#put(this.#certificates, "certificates", certificates, parseCertificate, origin);
    this.#put(this.#lists, "crls", crls, (der) => parseCertificateList(der), origin);
    this.#put(this.#responses, "ocspResponses", ocspResponses, (der) => parseOcspResponse(der), origin);
  }

  /** The pool's entry of a certificate, DER. */
  entryOf(certificate: Uint8Array): Pooled<Certificate> | undefined {
    return this.#certificates.get(keyOf(certificate));
  }

  /** The certificate that a signing-certificate attribute names. */
  named(signingCertificate: SigningCertificateHash): Certificate | undefined {
    for (const { der, value: certificate } of this.#certificates.values()) {
      if (isNamedCertificate(signingCertificate, der)) return certificate;
    }
    return undefined;
  }

  #put<T>(
    pooled: Map<string, Pooled<T>>,
    kind: keyof ValidationData,
    ders: readonly Uint8Array[],
    parse: (der: Uint8Array) => T,
    origin: Origin,
  ): void {
    for (const der of ders) {
      const key = keyOf(der);
      if (pooled.has(key)) continue;
      try {
        pooled.set(key, { kind, value: parse(der), der, origin });
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
      }
    }
  }
}

/** What is longer is told apart by its digest: a key as long as a revocation list would keep a copy of it. */
const LONGEST_KEY = 4096;

/** Tells pieces of validation data apart: by their bytes, or by the SHA-256 of them. */
export function keyOf(der: Uint8Array): string {
  if (der.length > LONGEST_KEY) return hash("sha256", der, "binary");
  return Buffer.from(der.buffer, der.byteOffset, der.length).toString("latin1");
}
