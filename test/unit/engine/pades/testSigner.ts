import { spawnSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature, type SignatureOptions } from "../../../../engine/pades/prepareSignature.js";
import { openssl } from "../../../support/openssl.js";

/** The programs that a TestSigner and its verdicts need. */
export const SIGNER_JUDGES = ["openssl", "certutil", "pdfsig", "qpdf"];

/** What pdfsig says of one signature. */
export interface Verdict {
  readonly signer: string;
  readonly fieldName: string;
  readonly valid: boolean;
  readonly trusted: boolean;
  readonly coversAll: boolean;
}

/** A root made by openssl, trusted by an NSS database, and signers that it certified. */
export class TestSigner {
  private constructor(
    readonly directory: string,
    readonly key: string,
    /** Certificates DER: the signer's, then the root's. */
    readonly certificates: readonly Uint8Array[],
  ) {}

  static async create(): Promise<TestSigner> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-signer-"));
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    await openssl(
      directory,
      "req",
      "-x509",
      ...key,
      "-subj",
      "/CN=Test root",
      "-keyout",
      "root.key",
      "-out",
      "root.pem",
    );
    const database = `sql:${directory}`;
    spawnSync("certutil", ["-N", "-d", database, "--empty-password"]);
    spawnSync("certutil", [
      "-A",
      "-d",
      database,
      "-n",
      "root",
      "-t",
      "CT,C,C",
      "-i",
      join(directory, "root.pem"),
    ]);
    return TestSigner.#certify(directory, "Ada Lovelace");
  }

  /** Another signer under the same root. */
  another(name: string): Promise<TestSigner> {
    return TestSigner.#certify(this.directory, name);
  }

  static async #certify(directory: string, name: string): Promise<TestSigner> {
    const file = name.replace(" ", "-");
    await writeFile(join(directory, "extensions"), "keyUsage=critical,digitalSignature,nonRepudiation\n");
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    const subject = ["-utf8", "-subj", `/CN=${name}`];
    await openssl(directory, "req", ...key, ...subject, "-keyout", `${file}.key`, "-out", `${file}.csr`);
    const by = ["-CA", "root.pem", "-CAkey", "root.key", "-days", "1", "-extfile", "extensions"];
    const request = ["x509", "-req", "-in", `${file}.csr`, ...by, "-outform", "DER"];
    const certificate = await openssl(directory, ...request);
    const root = await openssl(directory, "x509", "-in", "root.pem", "-outform", "DER");
    return new TestSigner(directory, await readFile(join(directory, `${file}.key`), "utf8"), [
      certificate,
      root,
    ]);
  }

  /** The signature value over a message: ECDSA P-256 with SHA-256, DER. */
  sign(message: Uint8Array): Uint8Array {
    return sign("sha256", message, createPrivateKey(this.key));
  }

  /** Signs a document in all three steps. */
  signPdf(pdf: Uint8Array, options: Partial<SignatureOptions> = {}): Uint8Array {
    const { certificates } = this;
    const prepared = prepareSignature(pdf, {
      certificates,
      signingDate: new Date("2026-02-03T04:05:06Z"),
      ...options,
    });
    return completeSignature(pdf, prepared.state, { signatureValue: this.sign(prepared.toBeSigned) });
  }

  /** What pdfsig says of a document, with this root as the only trust anchor. @param password the user's */
  verdicts(pdf: Uint8Array, password?: string): Verdict[] {
    const file = join(this.directory, "signed.pdf");
    writeFileSync(file, pdf);
    const unlock = password === undefined ? [] : ["-upw", password];
    const { stdout } = spawnSync("pdfsig", ["-nssdir", this.directory, ...unlock, file], {
      encoding: "utf8",
    });
    const parts = stdout.split(/^Signature #\d+:$/m).slice(1);
    return parts.map((part) => ({
      signer: /Signer Certificate Common Name: (.*)/.exec(part)?.[1] ?? "",
      fieldName: /Signature Field Name: (.*)/.exec(part)?.[1] ?? "",
      valid: part.includes("Signature Validation: Signature is Valid."),
      trusted: part.includes("Certificate Validation: Certificate is Trusted."),
      coversAll: part.includes("Total document signed"),
    }));
  }

  async stop(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }
}

/** The verdict on a signature that is good and the document's last. */
export const GOOD = { valid: true, trusted: true, coversAll: true };

/** What the last signature of a document covers, and the CMS object it leaves room for, read off its own /ByteRange. */
export function lastSignature(pdf: Uint8Array): { covered: Uint8Array; cms: Uint8Array } {
  const text = Buffer.from(pdf).toString("latin1");
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(text.slice(text.lastIndexOf("/ByteRange")));
  const [before = 0, behind = 0, length = 0] = (range ?? []).slice(1).map(Number);
  const covered = Buffer.concat([pdf.subarray(0, before), pdf.subarray(behind, behind + length)]);
  const padded = Buffer.from(text.slice(before + 1, behind - 1), "hex");
  return { covered, cms: padded.subarray(0, 4 + padded.readUInt16BE(2)) };
}
