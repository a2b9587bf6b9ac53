import { generateKeyPairSync, type KeyObject, webcrypto } from "node:crypto";
import { CryptoKeySigner, type PAdESLevel, PDF } from "@libpdf/core";
import { pdflibAddPlaceholder } from "@signpdf/placeholder-pdf-lib";
import { P12Signer } from "@signpdf/signer-p12";
import { SignPdf } from "@signpdf/signpdf";
import forge from "node-forge";
import { PDFDocument } from "pdf-lib";
import type { DigestName } from "../../engine/x509/digestAlgorithm.js";

/** What the peers are given: the same authorities in memory, so that nobody waits for a network. */
export interface PeerMeans {
  readonly privateKey: KeyObject;
  /** Certificates DER, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  readonly timestamp: (digest: Uint8Array, digestAlgorithm: DigestName) => Uint8Array | Promise<Uint8Array>;
  /** A CertificateList DER for a certificate DER. */
  readonly crlFor: (certificate: Uint8Array) => Promise<Uint8Array | null>;
}

/** @libpdf/core: an incremental update with an object model, ECDSA P-256 by WebCrypto. */
export async function libpdfSigner(means: PeerMeans) {
  const pkcs8 = means.privateKey.export({ type: "pkcs8", format: "der" });
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await webcrypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, false, ["sign"]);
  const [certificate, ...chain] = means.certificates;
  const signer = new CryptoKeySigner(key, certificate!, "EC", "ECDSA", chain);
  const timestampAuthority = {
    timestamp: async (digest: Uint8Array) => means.timestamp(digest, "sha256"),
  };
  const revocationProvider = { getCRL: means.crlFor };
  return async (pdf: Uint8Array, level: PAdESLevel): Promise<Uint8Array> => {
    const document = await PDF.load(pdf);
    const { bytes } = await document.sign({ signer, level, timestampAuthority, revocationProvider });
    return bytes;
  };
}

/** @signpdf with its own placeholder and signer: pdf-lib writes the whole file anew, node-forge signs with RSA 2048. */
export function signpdfSigner() {
  const keyStore = rsaKeyStore();
  const signPdf = new SignPdf();
  return async (pdf: Uint8Array): Promise<Uint8Array> => {
    const document = await PDFDocument.load(pdf);
    const details = { reason: "bench", contactInfo: "", name: "Ada Lovelace", location: "" };
    pdflibAddPlaceholder({ pdfDoc: document, ...details });
    // It uses its key store up, so each signature needs a new one.
    const signer = new P12Signer(keyStore, { passphrase: "bench" });
    return signPdf.sign(await document.save({ useObjectStreams: false }), signer);
  };
}

/** pdf-lib cannot sign: it opens the file and writes it anew, which a signature would need at the least. */
export async function rewrittenByPdfLib(pdf: Uint8Array): Promise<Uint8Array> {
  return (await PDFDocument.load(pdf)).save();
}

export const openedByPdfLib = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf)).getForm().getFields().length;

export const openedByLibpdf = async (pdf: Uint8Array): Promise<number> =>
  (await PDF.load(pdf)).getForm()?.getFields().length ?? 0;

function rsaKeyStore(): Buffer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(
    publicKey.export({ type: "spki", format: "pem" }).toString(),
  );
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const name = [{ name: "commonName", value: "Ada Lovelace" }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(key, forge.md.sha256.create());
  const store = forge.pkcs12.toPkcs12Asn1(key, [certificate], "bench", { algorithm: "3des" });
  return Buffer.from(forge.asn1.toDer(store).getBytes(), "binary");
}
