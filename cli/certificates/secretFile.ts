import { type FileHandle, open, rm } from "node:fs/promises";
import { reasonOf } from "../printable.js";
import { Unusable } from "./apiCall.js";

/**
 * A file that nobody but its owner reads. It is made before there is something to put in it, so that a place that cannot be
 * written is found before a certificate is issued; and it never replaces another.
 */
export class SecretFile {
  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** @throws Unusable where there is a file of that name, or none can be made */
  static async create(path: string): Promise<SecretFile> {
    try {
      return new SecretFile(path, await open(path, "wx", 0o600));
    } catch (error) {
      throw new Unusable(`${path} cannot be made: ${reasonOf(error)}.`);
    }
  }

  /** Writes all of it, to the disk. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.handle.writeFile(bytes);
    await this.handle.sync();
    await this.handle.close();
  }

  /** Nothing came of it. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}
