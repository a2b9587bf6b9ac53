import { EngineError } from "../error.js";

/**
 * The middle of a signing: all that completeSignature needs beside the document that was prepared and the signature
 * value. It is plain data, so that a signing can be stored here and taken up by another process.
 */
export interface SignatureState {
  /** Length of the document that was prepared, in bytes. */
  readonly documentLength: number;
  /** SHA-256 of the bytes that /ByteRange covers, 32 bytes. */
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

const VERSION = 1;

/** Writes a state as JSON, its bytes in base64; about 4/3 of the increment's size. */
export function encodeSignatureState(state: SignatureState): string {
  return JSON.stringify({
    version: VERSION,
    documentLength: state.documentLength,
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
 * @throws EngineError `state_invalid` when it is not whole, or of another version
 */
export function decodeSignatureState(json: string): SignatureState {
  const fields = new StateFields(json);
  if (fields.count("version") !== VERSION) throw invalid("version");
  const state = {
    documentLength: fields.count("documentLength"),
    documentDigest: fields.bytes("documentDigest"),
    increment: fields.bytes("increment"),
    contentsAt: fields.count("contentsAt"),
    contentsBytes: fields.count("contentsBytes"),
    signedAttributes: fields.bytes("signedAttributes"),
    certificates: fields.listOfBytes("certificates"),
    fieldName: fields.text("fieldName"),
  };
  if (state.contentsAt < 1 || state.contentsAt + 2 * state.contentsBytes >= state.increment.length) {
    throw invalid("contentsAt");
  }
  return state;
}

class StateFields {
  readonly #values: Map<string, unknown>;

  constructor(json: string) {
    try {
      this.#values = new Map(Object.entries(JSON.parse(json) as object));
    } catch (error) {
      throw new EngineError("state_invalid", "The state of the signing is no JSON.", error);
    }
  }

  count(name: string): number {
    const value = this.#values.get(name);
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw invalid(name);
    return value;
  }

  text(name: string): string {
    const value = this.#values.get(name);
    if (typeof value !== "string") throw invalid(name);
    return value;
  }

  bytes(name: string): Uint8Array {
    return fromBase64(this.#values.get(name), name);
  }

  listOfBytes(name: string): Uint8Array[] {
    const value = this.#values.get(name);
    if (!Array.isArray(value)) throw invalid(name);
    return value.map((element) => fromBase64(element, name));
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
}

function fromBase64(value: unknown, name: string): Uint8Array {
  if (typeof value !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw invalid(name);
  return Buffer.from(value, "base64");
}

function invalid(name: string): EngineError {
  return new EngineError("state_invalid", `The state of the signing is damaged: ${name}.`);
}
