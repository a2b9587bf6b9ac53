import { type PadesLevel, padesLevels } from "../pades/level.js";

/** A document as `evidence.json` states it, or one revision of it. */
export interface StatedFile {
  /** Name in the container; null: only its hash is there. */
  readonly file: string | null;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface StatedDocument {
  readonly id: string;
  readonly name: string;
  readonly source: StatedFile;
  readonly signed: (StatedFile & { readonly level: PadesLevel | null }) | null;
  readonly removedAt: string | null;
}

/** `evidence.json`, as far as it is held against the rest. */
export interface Statement {
  readonly order: string;
  readonly title: string;
  readonly mode: "test" | "live";
  readonly madeAt: string;
  readonly documents: readonly StatedDocument[];
  readonly chain: { readonly file: string; readonly length: number; readonly head: string };
  readonly log: {
    readonly log: string;
    readonly index: number;
    readonly treeSize: number;
    readonly length: number;
    readonly head: string;
  } | null;
  readonly logMissing: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/**
 * Reads `evidence.json` (format "paraph-evidence/1"). Members that are not read here are passed over: the signature covers them.
 * @param value parsed JSON: anything at all
 * @returns null when it is anything else
 */
export function readStatement(value: unknown): Statement | null {
  try {
    return new MemberReader(value).statement();
  } catch (error) {
    if (error instanceof NotOfFormat) return null;
    throw error;
  }
}

class NotOfFormat extends Error {}

class MemberReader {
  readonly #record: Record<string, unknown>;

  constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotOfFormat();
    this.#record = value as Record<string, unknown>;
  }

  statement(): Statement {
    if (this.text("format") !== "paraph-evidence/1") throw new NotOfFormat();
    const mode = this.text("mode");
    if (mode !== "test" && mode !== "live") throw new NotOfFormat();
    const chain = this.record("chain");
    const log = this.#record["log"] === null ? null : this.record("log");
    return {
      order: this.text("order"),
      title: this.text("title"),
      mode,
      madeAt: this.text("made_at"),
      documents: this.list("documents").map((document) => document.document()),
      chain: { file: chain.text("file"), length: chain.count("length"), head: chain.hash("head") },
      log: log && {
        log: log.text("log"),
        index: log.count("index"),
        treeSize: log.count("tree_size"),
        length: log.count("length"),
        head: log.hash("head"),
      },
      logMissing: this.textOrNull("log_missing"),
      files: this.list("files").map((file) => {
        return { name: file.text("name"), bytes: file.count("bytes"), sha256: file.hash("sha256") };
      }),
    };
  }

  document(): StatedDocument {
    const signed = this.#record["signed"] === null ? null : this.record("signed");
    const level = signed?.textOrNull("level") ?? null;
    if (level !== null && !padesLevels.includes(level as PadesLevel)) throw new NotOfFormat();
    return {
      id: this.text("id"),
      name: this.text("name"),
      source: this.record("source").file(),
      signed: signed && { ...signed.file(), level: level as PadesLevel | null },
      removedAt: this.textOrNull("removed_at"),
    };
  }

  file(): StatedFile {
    return { file: this.textOrNull("file"), bytes: this.count("bytes"), sha256: this.hash("sha256") };
  }

  text(name: string): string {
    const value = this.#record[name];
    if (typeof value !== "string") throw new NotOfFormat();
    return value;
  }

  textOrNull(name: string): string | null {
    return (this.#record[name] ?? null) === null ? null : this.text(name);
  }

  count(name: string): number {
    const value = this.#record[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new NotOfFormat();
    return value;
  }

  hash(name: string): string {
    const value = this.text(name);
    if (!/^[0-9a-f]{64}$/.test(value)) throw new NotOfFormat();
    return value;
  }

  record(name: string): MemberReader {
    return new MemberReader(this.#record[name]);
  }

  list(name: string): MemberReader[] {
    const value = this.#record[name];
    if (!Array.isArray(value)) throw new NotOfFormat();
    return value.map((member) => new MemberReader(member));
  }
}
