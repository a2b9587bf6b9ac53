import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { findSignerCertificate } from "./signerCertificate.js";
import { readSignerInfo, type SignerInfo } from "./signerInfo.js";

const MAX_ALGORITHMS = 16;
const MAX_CERTIFICATES = 100;
const MAX_SIGNERS = 16;

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
}

/**
 * Takes a ContentInfo with SignedData apart (RFC 5652 3, 5). It checks form, not cryptography.
 * @param der one DER element; cut the padding of /Contents off with `derLength` first
 * @throws EngineError `asn1_malformed` when it is no DER of that type or exceeds its bounds (100 certificates,
 *   64 attributes); `signature_invalid` when it has another number of signers than one (EN 319 142-1 6.3), no signed
 *   attributes, or contradicts itself
 */
export function parseSignedData(der: Uint8Array): SignedData {
  const contentInfo = DerReader.inside(der, tag.sequence, "ContentInfo");
  if (contentInfo.read(tag.objectIdentifier, "contentType").oid !== oids.signedData) {
    throw new EngineError("signature_invalid", "The CMS content is not SignedData.");
  }
  const wrapper = contentInfo.enter(contextConstructed(0), "content");
  contentInfo.close("ContentInfo");
  const signedData = wrapper.enter(tag.sequence, "SignedData");
  wrapper.close("content");
  return readSignedData(signedData);
}

function readSignedData(signedData: DerReader): SignedData {
  signedData.read(tag.integer, "version");
  signedData.enter(tag.set, "digestAlgorithms").readAll("DigestAlgorithmIdentifier", MAX_ALGORITHMS);
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
  signedData.readOptional(contextConstructed(1), "crls");
  const signers = signedData.enter(tag.set, "signerInfos").readAll("SignerInfo", MAX_SIGNERS);
  signedData.close("SignedData");
  const [signer] = signers;
  if (!signer || signers.length > 1) {
    throw new EngineError(
      "signature_invalid",
      `The CMS has ${signers.length} signers where there is to be one.`,
    );
  }
  const { signerIdentifier, ...signerInfo } = readSignerInfo(signer.encoded, contentType);
  return {
    contentType,
    content,
    certificates,
    signerCertificate: findSignerCertificate(certificates, signerIdentifier),
    ...signerInfo,
  };
}

function readEncapsulatedContent(reader: DerReader): { contentType: string; content: Uint8Array | null } {
  const contentType = reader.read(tag.objectIdentifier, "eContentType").oid;
  const wrapper = reader.enterOptional(contextConstructed(0), "eContent");
  reader.close("encapContentInfo");
  if (wrapper === null) return { contentType, content: null };
  const { content } = wrapper.read(tag.octetString, "eContent");
  wrapper.close("eContent");
  return { contentType, content };
}
