import { parseArgs } from "node:util";
import { verifyLoggedChain } from "../engine/evidence/verifyLoggedChain.js";
import { DEFAULT_JSON_LIMITS, readJson } from "../engine/hashchain/readJson.js";
import { type ChainVerdict, verifyAuditExport } from "../engine/hashchain/verify.js";
import { printable, reasonOf } from "./printable.js";
import { readRegularFile } from "./readRegularFile.js";
import { readTrustAnchors } from "./trustAnchors.js";

/** Faults that are told one by one. */
const maxTold = 100;

const usage = `Usage: paraph verify-audit FILE [--proof inclusion.json] [--trust root.pem]...

  --proof FILE       the order's inclusion proof: it shows whether events were cut off at the end
  --trust root.pem   a root certificate that you trust, for the signature of the proof's checkpoint
`;

/** A fault, as it is told. */
interface Told {
  readonly code: string;
  readonly message: string;
}

/**
 * `paraph verify-audit FILE`: says what it checked, and each fault with its place.
 * @returns 0 when the trail is whole, 1 when it is not, 2 when a file cannot be read, 3 when only the root of the
 *   proof's checkpoint is left to trust
 */
export async function verifyAudit(args: readonly string[]): Promise<number> {
  const asked = parse(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  let reading = asked.path;
  try {
    const trail = await readJsonFile(reading);
    const verdict = verifyAuditExport(trail.value);
    const faults: Told[] = [...trail.faults, ...verdict.faults];
    if (asked.proof === undefined) return report(verdict, faults, withoutProof);
    reading = asked.proof;
    const proof = await readJsonFile(reading);
    const trustAnchors = await readTrustAnchors(asked.trust);
    const logged = verifyLoggedChain(proof.value, trail.value, { trustAnchors, time: new Date() });
    const notes = [
      ...logged.checks.flatMap(({ result, detail }) => (result === "passed" ? [detail] : [])),
      ...logged.notChecked.map(({ detail }) => `Not checked: ${detail}`),
    ];
    const code = report(verdict, [...faults, ...proof.faults, ...logged.faults], `${notes.join("\n")}\n`);
    return code === 0 && logged.verdict === "indeterminate" ? 3 : code;
  } catch (error) {
    process.stderr.write(`${printable(reading)} cannot be read: ${reasonOf(error)}\n`);
    return 2;
  }
}

const withoutProof = `Not checked here: whether events were cut off at the end together with the stated length and head. Give the order's
inclusion proof as --proof, or compare the head with one from another source, such as an earlier export.
`;

async function readJsonFile(path: string): Promise<{ value: unknown; faults: readonly Told[] }> {
  const { value, repeatsName } = readJson(await readRegularFile(path, DEFAULT_JSON_LIMITS.maxBytes));
  if (!repeatsName) return { value, faults: [] };
  const message = "An object has one name twice, so that readers can see different things.";
  return { value, faults: [{ code: "repeated_name", message }] };
}

/** @param notes what else there is to say of a trail that is whole */
function report(verdict: ChainVerdict, faults: readonly Told[], notes: string): number {
  for (const { code, message } of faults.slice(0, maxTold)) {
    process.stdout.write(`FAULT ${code}: ${printable(message)}\n`);
  }
  if (faults.length > maxTold) process.stdout.write(`and ${faults.length - maxTold} faults more\n`);
  if (faults.length > 0) {
    process.stdout.write(`NOT WHOLE: ${faults.length} faults in ${verdict.events} events.\n`);
    return 1;
  }
  process.stdout.write(
    `WHOLE: ${verdict.events} events; each hash, each link and the head are right.
Personal data of ${verdict.personalChecked} events match their commitments; those of ${verdict.personalWithheld} are not in the file.
${notes}`,
  );
  return 0;
}

/** @returns null for what is no command of this */
function parse(
  args: readonly string[],
): { path: string; proof: string | undefined; trust: readonly string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { proof: { type: "string" }, trust: { type: "string", multiple: true, default: [] } },
    });
    const [path, ...others] = positionals;
    return path === undefined || others.length > 0
      ? null
      : { path, proof: values.proof, trust: values.trust };
  } catch {
    // An option that is not known, or without its value.
    return null;
  }
}
