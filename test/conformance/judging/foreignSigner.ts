import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openssl } from "../../support/openssl.js";
import { judgeCommand } from "../../support/residentJudge.js";

const run = promisify(execFile);
const signer = fileURLToPath(new URL("../../../../test/conformance/judges/pyhanko/sign.py", import.meta.url));

/** Its name, and that of its signature field where it lets one choose. */
export const FOREIGNER = "Foreign Signer";

export const foreignPrograms = ["pyhanko", "pdfsig"] as const;
export type ForeignProgram = (typeof foreignPrograms)[number];

/** Somebody with a certificate of their own, who signs with pyHanko or with poppler's pdfsig. */
export class ForeignSigner {
  private constructor(
    readonly directory: string,
    /** Certificates PEM: its own, then its issuer's. */
    readonly chainPem: string,
  ) {}

  /** Certificates DER of its chain. */
  get certificates(): Uint8Array[] {
    const each = this.chainPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    return each.map((pem) => new X509Certificate(pem).raw);
  }

  static async create(directory: string): Promise<ForeignSigner> {
    await mkdir(join(directory, "foreign-nss"));
    // RSA: poppler expects all signatures of a key to be of one length.
    const key = ["-newkey", "rsa:2048", "-nodes"];
    const root = ["-subj", "/CN=Foreign Root", "-keyout", "foreign-root.key", "-out", "foreign-root.pem"];
    await openssl(directory, "req", "-x509", ...key, "-days", "2", ...root);
    const usage = "keyUsage=critical,digitalSignature,nonRepudiation";
    const issuer = ["-CA", "foreign-root.pem", "-CAkey", "foreign-root.key", "-days", "2"];
    const own = [
      "-subj",
      `/CN=${FOREIGNER}`,
      "-addext",
      usage,
      "-addext",
      "basicConstraints=critical,CA:FALSE",
    ];
    const files = ["-keyout", "foreign.key", "-out", "foreign.pem"];
    await openssl(directory, "req", "-x509", ...key, ...issuer, ...own, ...files);
    const keys = ["-inkey", "foreign.key", "-in", "foreign.pem", "-name", "foreign"];
    await openssl(directory, "pkcs12", "-export", ...keys, "-passout", "pass:", "-out", "foreign.p12");
    const database = `sql:${join(directory, "foreign-nss")}`;
    await run("certutil", ["-N", "-d", database, "--empty-password"]);
    await run("pk12util", ["-i", join(directory, "foreign.p12"), "-d", database, "-W", ""]);
    const trusted = ["-n", "root", "-t", "CT,C,C", "-i", join(directory, "foreign-root.pem")];
    await run("certutil", ["-A", "-d", database, ...trusted]);
    const read = (name: string) => readFile(join(directory, name), "utf8");
    return new ForeignSigner(directory, (await read("foreign.pem")) + (await read("foreign-root.pem")));
  }

  /** Signs a document. @throws Error with the program's words when it cannot */
  async sign(program: ForeignProgram, pdf: Uint8Array): Promise<Uint8Array> {
    const [file, out] = [join(this.directory, "foreign-in.pdf"), join(this.directory, "foreign-out.pdf")];
    await writeFile(file, pdf);
    await (program === "pyhanko" ? this.#withPyhanko(file, out) : this.#withPdfsig(file, out));
    return readFile(out);
  }

  async #withPdfsig(file: string, out: string): Promise<void> {
    const database = `sql:${join(this.directory, "foreign-nss")}`;
    await run("pdfsig", [file, out, "-add-signature", "-nssdir", database, "-nick", "foreign"]);
  }

  async #withPyhanko(file: string, out: string): Promise<void> {
    const [python] = judgeCommand("pyhanko");
    const options = {
      out,
      key: join(this.directory, "foreign.key"),
      certificates: join(this.directory, "foreign.pem"),
      field: FOREIGNER,
    };
    const line = [file, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join("\t");
    const answer = run(python!, [signer], { cwd: dirname(signer) });
    answer.child.stdin!.end(`${line}\n`);
    const { failure } = JSON.parse((await answer).stdout) as { failure?: string };
    if (failure !== undefined) throw new Error(failure);
  }
}
