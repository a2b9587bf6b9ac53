import { JsonFault, readJson } from "../hashchain/readJson.js";
import { FileHashes } from "../validation/fileHashes.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import type { Section } from "./reportWriter.js";

/** The files of a container, with their digests, each of which is computed once. */
export class EvidenceFiles {
  readonly #hashes = new Map<string, FileHashes>();

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  /** Those whose name begins and ends so. */
  matching(start: string, end: string): readonly string[] {
    return this.names.filter((name) => name.startsWith(start) && name.endsWith(end));
  }

  bytes(name: string): Uint8Array | undefined {
    return this.files.get(name);
  }

  /** Of a file that is there. */
  hashes(name: string): FileHashes {
    let hashes = this.#hashes.get(name);
    if (hashes === undefined) {
      hashes = new FileHashes(this.files.get(name)!);
      this.#hashes.set(name, hashes);
    }
    return hashes;
  }

  /** Of a whole file that is there. */
  digest(name: string, algorithm: DigestName = "sha256"): Buffer {
    return this.hashes(name).before(this.files.get(name)!.length, algorithm);
  }

  /** SHA-256 of a whole file that is there, hexadecimal. */
  sha256(name: string): string {
    return this.digest(name).toString("hex");
  }

  /** Parses a JSON file (RFC 8259, UTF-8). @returns undefined after a fault */
  json(name: string, section: Section): unknown {
    const bytes = this.files.get(name);
    if (bytes === undefined) {
      section.fault("file_missing", `The file ${name} is not there.`, name);
      return undefined;
    }
    try {
      const { value, repeatsName } = readJson(bytes);
      if (repeatsName) section.fault("name_repeated", "An object of the file has one name twice.", name);
      return value;
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      section.fault(error.code === "malformed" ? "file_malformed" : error.code, error.message, name);
      return undefined;
    }
  }
}
