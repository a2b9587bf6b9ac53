import { EngineError } from "../error.js";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const [LESS_THAN, ZERO, GREATER_THAN] = [0x3c, 0x30, 0x3e];

/** The increment of a state, and where its /Contents wait to be filled. */
export interface BlankContents {
  readonly increment: Uint8Array;
  /** Where the digits begin: a byte offset into `increment`. */
  readonly contentsAt: number;
  /** Room in bytes; twice as many digits. */
  readonly contentsBytes: number;
}

/**
 * Reads the fields of a state that was stored as JSON. It may have lain where others can write: whatever is not of its
 * type, or out of bounds, is EngineError `state_invalid` with the name of the field.
 */
export class StateFields {
  readonly #values: ReadonlyMap<string, unknown>;

  /** @param what whose state it is, for the message */
  constructor(
    json: string,
    readonly what: string,
  ) {
    try {
      this.#values = new Map(Object.entries(JSON.parse(json) as object));
    } catch (error) {
      throw new EngineError("state_invalid", `The state of the ${what} is no JSON.`, error);
    }
  }

  /** A whole number, 0 or more. */
  count(name: string): number {
    const value = this.#values.get(name);
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw this.damaged(name);
    return value;
  }

  text(name: string): string {
    const value = this.#values.get(name);
    if (typeof value !== "string") throw this.damaged(name);
    return value;
  }

  bytes(name: string): Uint8Array {
    return this.#decode(this.#values.get(name), name);
  }

  listOfBytes(name: string): Uint8Array[] {
    const value = this.#values.get(name);
    if (!Array.isArray(value)) throw this.damaged(name);
    return value.map((element) => this.#decode(element, name));
  }

  /**
   * The increment, whose /Contents are as they were prepared. The digest of the document leaves them out, so that
   * nothing else would notice what somebody wrote between these digits or instead of them.
   */
  blankContents(): BlankContents {
    const increment = this.bytes("increment");
    const contentsAt = this.count("contentsAt");
    const contentsBytes = this.count("contentsBytes");
    const end = contentsAt + 2 * contentsBytes;
    if (contentsAt < 1 || end >= increment.length) throw this.damaged("contentsAt");
    const blank = increment.subarray(contentsAt, end).every((octet) => octet === ZERO);
    if (!blank || increment[contentsAt - 1] !== LESS_THAN || increment[end] !== GREATER_THAN) {
      throw this.damaged("increment");
    }
    return { increment, contentsAt, contentsBytes };
  }

  damaged(name: string): EngineError {
    return new EngineError("state_invalid", `The state of the ${this.what} is damaged: ${name}.`);
  }

  #decode(value: unknown, name: string): Uint8Array {
    if (typeof value !== "string" || !BASE64.test(value)) throw this.damaged(name);
    return Buffer.from(value, "base64");
  }
}

/** Bytes as a state stores them. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
}
