import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { readAttributes } from "../cms/attributes.js";
import { EngineError } from "../error.js";
import { type SignatureSchemeName, schemeByName } from "../x509/signatureAlgorithm.js";
import { StateFields, toBase64 } from "./stateFields.js";

/**
 * The middle of a signing: all that completeSignature needs beside the document that was prepared and the signature
 * value. It is plain data, so that a signing can be stored here and taken up by another process.
 */
export interface SignatureState {
  /** Length of the document that was prepared, in bytes. */
  readonly documentLength: number;
  /** The algorithm that the signature value is made by. */
  readonly algorithm: SignatureSchemeName;
  /** Digest, by that of the algorithm, of the bytes that /ByteRange covers. */
  readonly documentDigest: Uint8Array;
  /** What will be appended to the document: the increment, its /Contents blank. */
  readonly increment: Uint8Array;
  /** Where the hexadecimal digits of /Contents begin: a byte offset into `increment`. */
  readonly contentsAt: number;
  /** Room for the CMS object, in bytes; twice as many digits. */
  readonly contentsBytes: number;
  /** signedAttrs (RFC 5652 5.3), DER: the message to sign. */
  readonly signedAttributes: Uint8Array;
  /** Certificates DER, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  /** The fully qualified name of the signature field. */
  readonly fieldName: string;
}

const VERSION = 2;

/** Writes a state as JSON, its bytes in base64; about 4/3 of the increment's size. */
export function encodeSignatureState(state: SignatureState): string {
  return JSON.stringify({
    version: VERSION,
    documentLength: state.documentLength,
    algorithm: state.algorithm,
    documentDigest: toBase64(state.documentDigest),
    increment: toBase64(state.increment),
    contentsAt: state.contentsAt,
    contentsBytes: state.contentsBytes,
    signedAttributes: toBase64(state.signedAttributes),
    certificates: state.certificates.map(toBase64),
    fieldName: state.fieldName,
  });
}

/**
 * Reads a state that encodeSignatureState wrote.
 * @throws EngineError `state_invalid` when it is not whole, of another version, or its parts are not of one signature
 */
export function decodeSignatureState(json: string): SignatureState {
  const fields = new StateFields(json, "signing");
  if (fields.count("version") !== VERSION) throw fields.damaged("version");
  const scheme = schemeByName(fields.text("algorithm"));
  if (scheme === null) throw fields.damaged("algorithm");
  const state = {
    documentLength: fields.count("documentLength"),
    algorithm: scheme.name,
    documentDigest: fields.bytes("documentDigest"),
    ...fields.blankContents(),
    signedAttributes: fields.bytes("signedAttributes"),
    certificates: fields.listOfBytes("certificates"),
    fieldName: fields.text("fieldName"),
  };
  // Parts of two states put together would sign one document and be put into another.
  if (!isMessageDigest(state.documentDigest, state.signedAttributes))
    throw fields.damaged("signedAttributes");
  return state;
}

/** Whether the digest is what the signed attributes commit to. */
function isMessageDigest(digest: Uint8Array, signedAttributes: Uint8Array): boolean {
  try {
    const attributes = readAttributes(DerReader.of(signedAttributes).read(tag.set, "signedAttrs"));
    const { content } = attributes.single(oids.messageDigest, tag.octetString);
    return Buffer.compare(content, digest) === 0;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
