import { execFile } from "node:child_process";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Authorities, newAuthorities } from "../../support/authorities.js";
import { ResidentJudge, type ResidentJudgeName } from "../../support/residentJudge.js";
import { type PdfsigVerdict, pdfsig, trustInNss } from "../../support/signatureJudges.js";

/** Programs of Debian that a panel asks. */
export const PANEL_PROGRAMS = ["pdfsig", "certutil", "qpdf", "openssl"];

/**
 * Our authorities, and foreign judges that trust their root and nothing else. Files of a test lie in its directory.
 */
export class Panel {
  readonly #judges: { [Name in ResidentJudgeName]?: ResidentJudge<Name> } = {};

  private constructor(
    readonly directory: string,
    readonly authorities: Authorities,
    /** The file of the trust anchors. */
    readonly roots: string,
    readonly nss: string,
  ) {}

  static async open(): Promise<Panel> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-panel-"));
    const authorities = await newAuthorities();
    const roots = join(directory, "roots.pem");
    await writeFile(roots, authorities.rootPem);
    const nss = await trustInNss(directory, [authorities.rootPem]);
    return new Panel(directory, authorities, roots, nss);
  }

  /** Has the judges trust another certificate and its root: nobody publishes whether such a one is revoked. */
  async trust(chainPem: string): Promise<void> {
    await appendFile(this.roots, chainPem);
    const rootPem = chainPem.slice(chainPem.lastIndexOf("-----BEGIN"));
    const file = await this.write("anchor.pem", Buffer.from(rootPem));
    const trusted = ["-n", "another root", "-t", "CT,C,C", "-i", file];
    await promisify(execFile)("certutil", ["-A", "-d", `sql:${this.nss}`, ...trusted]);
  }

  async write(name: string, pdf: Uint8Array): Promise<string> {
    const file = join(this.directory, name);
    await writeFile(file, pdf);
    return file;
  }

  /**
   * @param withLists whether the judge may look up revocation lists, or has what the file brings itself
   * @param time to judge at, ISO 8601; empty for now
   */
  async dss(file: string, { withLists = true, password = "", time = "" } = {}) {
    this.#judges.dss ??= new ResidentJudge("dss");
    const options = await this.#options(withLists, password);
    return this.#judges.dss.judge(file, { ...options, ...(time !== "" && { time }) });
  }

  async pyhanko(file: string, { withLists = true, password = "" } = {}) {
    this.#judges.pyhanko ??= new ResidentJudge("pyhanko");
    return this.#judges.pyhanko.judge(file, await this.#options(withLists, password));
  }

  /** @param flavour such as `ua1`; absent: the part of ISO 19005 that the file claims */
  verapdf(file: string, flavour?: string) {
    this.#judges.verapdf ??= new ResidentJudge("verapdf");
    return this.#judges.verapdf.judge(file, flavour === undefined ? {} : { flavour });
  }

  pdfsig(file: string): Promise<PdfsigVerdict[]> {
    return pdfsig(file, this.nss);
  }

  async #options(withLists: boolean, password: string) {
    return {
      trust: this.roots,
      ...(withLists && { crl: await this.#freshLists() }),
      ...(password !== "" && { password }),
    };
  }

  /** The revocation lists as they are published now: one that is older than a certificate says nothing of it. */
  async #freshLists(): Promise<string> {
    await this.authorities.renewLists();
    const files = this.authorities.crls.map((_, index) => join(this.directory, `${index}.crl`));
    for (const [index, crl] of this.authorities.crls.entries()) await writeFile(files[index]!, crl);
    return files.join(";");
  }

  async close(): Promise<void> {
    for (const judge of Object.values(this.#judges)) await judge.stop();
    await rm(this.directory, { recursive: true });
  }
}
