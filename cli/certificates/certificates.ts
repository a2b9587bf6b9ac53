import { parseArgs } from "node:util";
import { printable } from "../printable.js";
import { Refused, ServiceClient, Unusable } from "./apiCall.js";
import { type Issue, issueCertificate } from "./issueCertificate.js";
import { listCertificates } from "./listCertificates.js";

const usage = `Usage: paraph certificates issue --name NAME --out FILE.p12 [options]
       paraph certificates list
       paraph certificates revoke ID

  --api-key ID            the API key that it acts for (the calling one if left out)
  --expires DATE          when it ends, as in 2027-06-30 (in a year if left out)
  --rsa                   a key of RSA, 2048 bits (ECDSA on P-256 if left out)
  --password-file FILE    where its password goes (to standard output if left out)

The service is at PARAPH_URL (http://127.0.0.1:3000 if left out); PARAPH_API_KEY has an API key with keys:read and
keys:write. Files are made for their owner alone, and never in place of another.
`;

/**
 * `paraph certificates issue|list|revoke`: client certificates of the tenant whose API key is given.
 * @returns exit code: 0 done, 1 the service refused or does not answer, 2 the command cannot be used
 */
export async function certificates([command, ...args]: readonly string[]): Promise<number> {
  try {
    const work = readCommand(command, args);
    if (work === null) {
      process.stderr.write(usage);
      return 2;
    }
    await work(ServiceClient.of(process.env));
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable || error instanceof Refused)) throw error;
    process.stderr.write(`${printable(error.message)}\n`);
    return error instanceof Unusable ? 2 : 1;
  }
}

type Work = (client: ServiceClient) => Promise<void>;

/** @returns null for what is no command of this */
function readCommand(command: string | undefined, args: readonly string[]): Work | null {
  const [only, ...others] = args;
  if (command === "list" && only === undefined) return listCertificates;
  if (command === "revoke" && only !== undefined && others.length === 0) {
    return (client) => revoke(client, only);
  }
  const issue = command === "issue" ? readIssue(args) : null;
  return issue && ((client) => issueCertificate(client, issue));
}

function readIssue(args: readonly string[]): Issue | null {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ name: text, out: text, "api-key": text, expires: text, "password-file": text },
        rsa: { type: "boolean" },
      },
    });
    const { name, out, rsa, expires, "api-key": apiKey, "password-file": passwordFile } = values;
    if (!name || !out) return null;
    const more = {
      ...(apiKey !== undefined && { api_key: apiKey }),
      ...(expires !== undefined && { expires_at: timeOf(expires) }),
      ...(rsa && { key_type: "rsa_2048" }),
    };
    return { name, out, passwordFile, more };
  } catch (error) {
    if (error instanceof Unusable) throw error;
    // An option that is not known, or without its value.
    return null;
  }
}

function timeOf(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new Unusable("--expires must be a date, as in 2027-06-30.");
  return time.toISOString();
}

async function revoke(client: ServiceClient, id: string): Promise<void> {
  const path = `/v1/client-certificates/${encodeURIComponent(id)}`;
  const revoked = await client.call<{ id: string; revoked_at: string }>("DELETE", path);
  process.stdout.write(`${revoked.id} is revoked since ${revoked.revoked_at}.\n`);
}
