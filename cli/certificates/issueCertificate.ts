import { printable, reasonOf } from "../printable.js";
import { Refused, type ServiceClient } from "./apiCall.js";
import { SecretFile } from "./secretFile.js";

/** What `paraph certificates issue` was asked for. */
export interface Issue {
  readonly name: string;
  readonly out: string;
  readonly passwordFile: string | undefined;
  /** Members of the request's body besides its name. */
  readonly more: Readonly<Record<string, string>>;
}

interface Issued {
  readonly id: string;
  readonly api_key: string;
  readonly mode: string;
  readonly expires_at: string;
  readonly pkcs12: string;
  readonly password: string;
}

/**
 * Has a certificate issued, and writes its file. The password goes to standard output, alone, or to a file of its own.
 * @throws Unusable, Refused; then no file is left behind
 */
export async function issueCertificate(
  client: ServiceClient,
  { name, out, passwordFile, more }: Issue,
): Promise<void> {
  const files: SecretFile[] = [];
  try {
    files.push(await SecretFile.create(out));
    if (passwordFile !== undefined) files.push(await SecretFile.create(passwordFile));
    const issued = await client.call<Issued>("POST", "/v1/client-certificates", { name, ...more });
    const contents = [Buffer.from(issued.pkcs12, "base64"), Buffer.from(`${issued.password}\n`)];
    await writeAll(files, contents).catch(async (error: unknown) => {
      await client.call("DELETE", `/v1/client-certificates/${issued.id}`);
      throw new Refused(
        `${issued.id} was issued and revoked: its file cannot be written: ${reasonOf(error)}.`,
      );
    });
    if (passwordFile === undefined) process.stdout.write(`${issued.password}\n`);
    process.stderr.write(
      `${issued.id} (${issued.mode}) acts for ${issued.api_key} until ${issued.expires_at}.\n` +
        `It is in ${printable(out)}${passwordFile === undefined ? "; above is its password" : ""}. Neither is shown again.\n`,
    );
  } catch (error) {
    for (const file of files) await file.discard();
    throw error;
  }
}

async function writeAll(files: readonly SecretFile[], contents: readonly Uint8Array[]): Promise<void> {
  for (const [index, file] of files.entries()) await file.write(contents[index]!);
}
