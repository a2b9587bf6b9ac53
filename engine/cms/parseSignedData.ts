import { berToDer } from "../asn1/berToDer.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { findSignerCertificate } from "./signerCertificate.js";
import { readSignerInfo, type SignerInfo } from "./signerInfo.js";

const MAX_ALGORITHMS = 16;
const MAX_CERTIFICATES = 100;
const MAX_SIGNERS = 16;
const MAX_REVOCATION_INFO = 1000;

/** A CMS signature of one signer, taken apart; byte fields are views of what was parsed, except `signedAttributes`. */
export interface SignedData extends Omit<SignerInfo, "signerIdentifier"> {
  /** Dotted object identifier of eContentType. */
  readonly contentType: string;
  /** eContent; null when the signature is detached. */
  readonly content: Uint8Array | null;
  /** Certificates DER, in the order they stand. */
  readonly certificates: readonly Uint8Array[];
  /** The one of them that the SignerInfo points at; null when it is not among them. */
  readonly signerCertificate: Uint8Array | null;
  /** RevocationInfoChoice DER each, of the field `crls` (RFC 5652 10.2.1). `revocationInfoOf` takes them apart. */
  readonly revocationInfo: readonly Uint8Array[];
}

/**
 * Takes a ContentInfo with SignedData apart (RFC 5652 3, 5). It checks form, not cryptography: `signerVerifies` does.
 * @param bytes one element; cut the padding of /Contents off with `berLength` first. ISO 32000-2 12.8.3.3.1 wants
 *   DER, and one signature of six in the wild is BER all the same: that is read, too
 * @throws EngineError `asn1_malformed` when it is no encoding of that type or exceeds its bounds (100 certificates,
 *   64 attributes; for BER 16 MiB); `signature_invalid` when it has another number of signers than one (EN 319 142-1
 *   6.3), no signed attributes, or contradicts itself
 */
export function parseSignedData(bytes: Uint8Array): SignedData {
  return readDerOrBer(bytes, (der) => readSignedData(enterSignedData(der), false));
}

/**
 * As parseSignedData, and takes a bare signature as well: one without signed attributes, whose value is over the content
 * itself. No profile of ours allows it; whoever judges other people's signatures meets it.
 * @throws EngineError `asn1_malformed`, `signature_invalid`
 */
export function parseAnySignedData(bytes: Uint8Array): SignedData {
  return readDerOrBer(bytes, (der) => readSignedData(enterSignedData(der), true));
}

/**
 * Reads only what is signed, and leaves certificates and signer alone: for what was parsed, and verified, before.
 * @param bytes as parseSignedData takes them
 * @throws EngineError `asn1_malformed`, `signature_invalid`
 */
export function parseEncapsulatedContent(bytes: Uint8Array): EncapsulatedContent {
  return readDerOrBer(bytes, (der) => {
    const signedData = enterSignedData(der);
    skipToContent(signedData);
    return readEncapsulatedContent(signedData.enter(tag.sequence, "encapContentInfo"));
  });
}

/** What a CMS signature is over (RFC 5652 5.2). */
interface EncapsulatedContent {
  /** Dotted object identifier of eContentType. */
  readonly contentType: string;
  /** eContent; null when the signature is detached. */
  readonly content: Uint8Array | null;
}

function readDerOrBer<T>(bytes: Uint8Array, read: (der: Uint8Array) => T): T {
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "asn1_malformed") throw error;
    const der = berToDer(bytes);
    // The same bytes again: it was DER already, and its fault is another.
    if (der.length === bytes.length && der.buffer === bytes.buffer) throw error;
    return read(der);
  }
}

function enterSignedData(der: Uint8Array): DerReader {
  const contentInfo = DerReader.inside(der, tag.sequence, "ContentInfo");
  if (contentInfo.read(tag.objectIdentifier, "contentType").oid !== oids.signedData) {
    throw new EngineError("signature_invalid", "The CMS content is not SignedData.");
  }
  const wrapper = contentInfo.enter(contextConstructed(0), "content");
  contentInfo.close("ContentInfo");
  const signedData = wrapper.enter(tag.sequence, "SignedData");
  wrapper.close("content");
  return signedData;
}

function skipToContent(signedData: DerReader): void {
  signedData.read(tag.integer, "version");
  signedData.enter(tag.set, "digestAlgorithms").readAll("DigestAlgorithmIdentifier", MAX_ALGORITHMS);
}

function readSignedData(signedData: DerReader, bare: boolean): SignedData {
  skipToContent(signedData);
  const { contentType, content } = readEncapsulatedContent(
    signedData.enter(tag.sequence, "encapContentInfo"),
  );
  const certificates = (
    signedData
      .enterOptional(contextConstructed(0), "certificates")
      ?.readAll("certificate", MAX_CERTIFICATES) ?? []
  )
    // The other choices of CertificateChoices are attribute certificates and obsolete forms (RFC 5652 10.2.2).
    .filter((choice) => choice.tag === tag.sequence)
    .map((certificate) => certificate.encoded);
  const revocationInfo =
    signedData
      .enterOptional(contextConstructed(1), "crls")
      ?.readAll("RevocationInfoChoice", MAX_REVOCATION_INFO) ?? [];
  const signers = signedData.enter(tag.set, "signerInfos").readAll("SignerInfo", MAX_SIGNERS);
  signedData.close("SignedData");
  const [signer] = signers;
  if (!signer || signers.length > 1) {
    throw new EngineError(
      "signature_invalid",
      `The CMS has ${signers.length} signers where there is to be one.`,
    );
  }
  const { signerIdentifier, ...signerInfo } = readSignerInfo(signer.encoded, contentType, bare);
  return {
    contentType,
    content,
    certificates,
    signerCertificate: findSignerCertificate(certificates, signerIdentifier),
    revocationInfo: revocationInfo.map((choice) => choice.encoded),
    ...signerInfo,
  };
}

function readEncapsulatedContent(reader: DerReader): EncapsulatedContent {
  const contentType = reader.read(tag.objectIdentifier, "eContentType").oid;
  const wrapper = reader.enterOptional(contextConstructed(0), "eContent");
  reader.close("encapContentInfo");
  if (wrapper === null) return { contentType, content: null };
  const { content } = wrapper.read(tag.octetString, "eContent");
  wrapper.close("eContent");
  return { contentType, content };
}
