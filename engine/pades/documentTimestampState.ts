import { type DigestName, digestAlgorithms } from "../x509/digestAlgorithm.js";
import { StateFields, toBase64 } from "./stateFields.js";

/**
 * The middle of a document time-stamp: all that completeDocumentTimestamp needs beside the document and the token. It
 * is plain data, so that it can be stored and taken up by another process.
 */
export interface DocumentTimestampState {
  /** Length of the document that was prepared, in bytes. */
  readonly documentLength: number;
  readonly digestAlgorithm: DigestName;
  /** Digest of the bytes that /ByteRange covers: what the token is over. */
  readonly digest: Uint8Array;
  /** What will be appended to the document: the increment, its /Contents blank. */
  readonly increment: Uint8Array;
  /** Where the hexadecimal digits of /Contents begin: a byte offset into `increment`. */
  readonly contentsAt: number;
  /** Room for the token, in bytes; twice as many digits. */
  readonly contentsBytes: number;
  /** The fully qualified name of the field. */
  readonly fieldName: string;
}

const VERSION = 1;
const KIND = "documentTimestamp";

/** Writes a state as JSON, its bytes in base64; about 4/3 of the increment's size. */
export function encodeDocumentTimestampState(state: DocumentTimestampState): string {
  const { documentLength, digestAlgorithm, contentsAt, contentsBytes, fieldName } = state;
  return JSON.stringify({
    kind: KIND,
    version: VERSION,
    documentLength,
    digestAlgorithm,
    digest: toBase64(state.digest),
    increment: toBase64(state.increment),
    contentsAt,
    contentsBytes,
    fieldName,
  });
}

/**
 * Reads a state that encodeDocumentTimestampState wrote.
 * @throws EngineError `state_invalid` when it is not whole, of another version, or of a signature
 */
export function decodeDocumentTimestampState(json: string): DocumentTimestampState {
  const fields = new StateFields(json, "document time-stamp");
  if (fields.text("kind") !== KIND) throw fields.damaged("kind");
  if (fields.count("version") !== VERSION) throw fields.damaged("version");
  const digestAlgorithm = fields.text("digestAlgorithm");
  if (!isDigestName(digestAlgorithm)) throw fields.damaged("digestAlgorithm");
  const digest = fields.bytes("digest");
  if (digest.length !== digestAlgorithms[digestAlgorithm].length) throw fields.damaged("digest");
  return {
    documentLength: fields.count("documentLength"),
    digestAlgorithm,
    digest,
    ...fields.blankContents(),
    fieldName: fields.text("fieldName"),
  };
}

const isDigestName = (value: string): value is DigestName => Object.hasOwn(digestAlgorithms, value);
