import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { berLength } from "../../engine/asn1/berHeader.js";
import { timestampTokenOf } from "./timestampTokenOf.js";

const run = promisify(execFile);

/** What poppler's pdfsig says of one signature. */
export interface PdfsigVerdict {
  readonly signer: string;
  readonly signature: string;
  readonly certificate: string;
  readonly wholeDocument: boolean;
}

/** Makes an NSS database that trusts these roots, as a user of a PDF reader would. @param roots PEM, each its own */
export async function trustInNss(directory: string, roots: readonly string[]): Promise<string> {
  const database = join(directory, "nss");
  await mkdir(database, { recursive: true });
  await run("certutil", ["-N", "-d", `sql:${database}`, "--empty-password"]);
  for (const [index, root] of roots.entries()) {
    const file = join(directory, `root-${index}.pem`);
    await writeFile(file, root);
    await run("certutil", ["-A", "-d", `sql:${database}`, "-n", `root ${index}`, "-t", "CT,C,C", "-i", file]);
  }
  return database;
}

/** Asks pdfsig, which reads PDF with poppler and CMS with NSS. */
export async function pdfsig(file: string, nss: string): Promise<PdfsigVerdict[]> {
  const { stdout } = await run("pdfsig", ["-nssdir", `sql:${nss}`, file]);
  return stdout
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((part) => ({
      signer: /Signer Certificate Common Name: (.*)/.exec(part)?.[1] ?? "",
      signature: /Signature Validation: (.*)/.exec(part)?.[1] ?? "",
      certificate: /Certificate Validation: (.*)/.exec(part)?.[1] ?? "",
      wholeDocument: part.includes("Total document signed"),
    }));
}

/** Asks qpdf. @returns what it has to say; empty when the file is clean */
export async function qpdfComplaints(file: string): Promise<string> {
  try {
    const { stderr } = await run("qpdf", ["--check", file]);
    return stderr;
  } catch (error) {
    return (error as { stderr?: string }).stderr || String(error);
  }
}

/** What a signature in a PDF covers, and its CMS object: found by the text of the file, not by our own reader. */
export interface RawSignature {
  readonly signedBytes: Buffer;
  /** DER, without the zeros behind it. */
  readonly cms: Buffer;
}

export function rawSignatures(pdf: Uint8Array): RawSignature[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/ByteRange *\[(\d+) (\d+) (\d+) (\d+) *\]/g)].map((match) => {
    const [start1, length1, start2, length2] = match.slice(1).map(Number) as [number, number, number, number];
    const hex = text.slice(start1 + length1 + 1, start2 - 1);
    const padded = Buffer.from(hex, "hex");
    return {
      signedBytes: Buffer.concat([
        bytes.subarray(start1, start1 + length1),
        bytes.subarray(start2, start2 + length2),
      ]),
      cms: padded.subarray(0, berLength(padded)),
    };
  });
}

/** Has OpenSSL verify the CMS object with its signing-certificate attribute (CAdES), and the time-stamp in it. */
export async function opensslVerdicts(
  directory: string,
  signature: RawSignature,
  roots: string,
): Promise<{ cms: string; timestamp: string }> {
  const files = {
    cms: join(directory, "signature.der"),
    content: join(directory, "content.bin"),
    roots: join(directory, "roots.pem"),
    token: join(directory, "token.der"),
    stamped: join(directory, "stamped.bin"),
  };
  const { token, signatureValue } = timestampTokenOf(signature.cms);
  await writeFile(files.cms, signature.cms);
  await writeFile(files.content, signature.signedBytes);
  await writeFile(files.roots, roots);
  await writeFile(files.token, token);
  await writeFile(files.stamped, signatureValue);
  const cms = await run("openssl", [
    ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", files.cms],
    ...["-content", files.content, "-CAfile", files.roots, "-out", "/dev/null"],
  ]);
  const timestamp = await run("openssl", [
    ...["ts", "-verify", "-in", files.token, "-token_in", "-data", files.stamped, "-CAfile", files.roots],
  ]);
  return { cms: cms.stderr.trim(), timestamp: (timestamp.stdout + timestamp.stderr).trim() };
}
