import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Authorities, newAuthorities } from "./authorities.js";
import { type PdfsigVerdict, pdfsig, qpdfComplaints, rawSignatures, trustInNss } from "./signatureJudges.js";

const run = promisify(execFile);

/** The programs that a LevelPanel asks. */
export const LEVEL_JUDGES = ["openssl", "certutil", "pdfsig", "qpdf"];

/** What the judges say of a document; time-stamps that pdfsig only lists, openssl verifies. */
export interface LevelVerdict {
  /** Of each signature that is no document time-stamp, whether pdfsig finds it valid and its certificate trusted. */
  readonly signatures: readonly string[];
  /** Of each document time-stamp, what openssl says to its token and the bytes that its /ByteRange covers. */
  readonly documentTimestamps: readonly string[];
  /** What qpdf complains of; empty when the file is clean. */
  readonly complaints: string;
}

export const TRUSTED = "Signature is Valid. Certificate is Trusted.";
export const STAMPED = "Verification: OK";

/** Authorities, and judges that trust their root and nothing else. */
export class LevelPanel {
  private constructor(
    readonly directory: string,
    readonly authorities: Authorities,
    readonly nss: string,
  ) {}

  static async convene(): Promise<LevelPanel> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-levels-"));
    const authorities = await newAuthorities();
    await writeFile(join(directory, "roots.pem"), authorities.rootPem);
    return new LevelPanel(directory, authorities, await trustInNss(directory, [authorities.rootPem]));
  }

  async verdict(pdf: Uint8Array): Promise<LevelVerdict> {
    const file = join(this.directory, "judged.pdf");
    await writeFile(file, pdf);
    const verdicts = await pdfsig(file, this.nss);
    return {
      signatures: verdicts
        .filter(isSignature)
        .map(({ signature, certificate }) => `${signature} ${certificate}`),
      documentTimestamps: await this.#documentTimestamps(pdf),
      complaints: await qpdfComplaints(file),
    };
  }

  /** @returns what openssl says to a token over some bytes */
  async timestampVerdict(token: Uint8Array, stamped: Uint8Array): Promise<string> {
    await writeFile(join(this.directory, "token.der"), token);
    await writeFile(join(this.directory, "stamped.bin"), stamped);
    const verify = [
      "ts",
      "-verify",
      "-in",
      "token.der",
      "-token_in",
      "-data",
      "stamped.bin",
      "-CAfile",
      "roots.pem",
    ];
    const { stdout } = await run("openssl", verify, { cwd: this.directory });
    return stdout.trim();
  }

  async #documentTimestamps(pdf: Uint8Array): Promise<string[]> {
    const text = Buffer.from(pdf).toString("latin1");
    const ofTimestamps = new Set(
      [...text.matchAll(/\/SubFilter \/ETSI\.RFC3161\s+\/ByteRange *\[(\d+ \d+ \d+ \d+)/g)].map(
        ([, range]) => range,
      ),
    );
    const ranges = [...text.matchAll(/\/ByteRange *\[(\d+ \d+ \d+ \d+)/g)].map(([, range]) => range);
    const verdicts: string[] = [];
    for (const [index, { cms, signedBytes }] of rawSignatures(pdf).entries()) {
      if (ofTimestamps.has(ranges[index])) verdicts.push(await this.timestampVerdict(cms, signedBytes));
    }
    return verdicts;
  }

  async stop(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }
}

/** pdfsig lists document time-stamps among the signatures, and says that it cannot verify them. */
const isSignature = ({ signature }: PdfsigVerdict): boolean =>
  signature !== "Signature has not yet been verified.";
