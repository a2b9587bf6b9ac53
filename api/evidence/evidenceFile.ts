import { createHash } from "node:crypto";

/** A file on its way into a container. */
export interface EvidenceFile {
  /** Path in the container. */
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  /** Documents are read when their turn comes, and let go of again. */
  readonly read: () => Promise<Uint8Array>;
}

/** Media types, by the ends of names. */
const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  txt: "text/plain; charset=utf-8",
  pdf: "application/pdf",
  xml: "application/xml",
  cer: "application/pkix-cert",
  crl: "application/pkix-crl",
  ocsp: "application/ocsp-response",
  tst: "application/vnd.etsi.timestamp-token",
  p7s: "application/pkcs7-signature",
  zip: "application/zip",
};

/** A file whose bytes are at hand. */
export function fileOf(name: string, bytes: Uint8Array): EvidenceFile {
  const sha256 = createHash("sha256").update(bytes).digest();
  return { name, mediaType: mediaTypeOf(name), size: bytes.length, sha256, read: async () => bytes };
}

/** @throws Error for a kind of file that evidence does not have */
export function mediaTypeOf(name: string): string {
  const mediaType = mediaTypes[name.slice(name.lastIndexOf(".") + 1)];
  if (mediaType === undefined) throw new Error(`No media type is known for ${name}.`);
  return mediaType;
}
