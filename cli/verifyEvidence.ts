import { parseArgs } from "node:util";
import { DEFAULT_CONTAINER_LIMITS } from "../engine/asic/containerLimits.js";
import type { EvidenceReport } from "../engine/evidence/report.js";
import { verifyEvidence as verify } from "../engine/evidence/verifyEvidence.js";
import { evidenceReportText } from "./evidenceReportText.js";
import { printable, printableJson, reasonOf } from "./printable.js";
import { readRegularFile } from "./readRegularFile.js";
import { readTrustAnchors } from "./trustAnchors.js";

const usage = `Usage: paraph verify-evidence FILE [--trust root.pem]... [--time ISO] [--json]

  --trust root.pem   a root certificate that you trust, from somewhere else than the file; may be given more than once
  --time ISO         the time to judge the newest time-stamp at, such as 2036-05-01T00:00:00Z; now without it
  --json             the report as JSON
`;

const exitCodes: Readonly<Record<EvidenceReport["verdict"], number>> = {
  passed: 0,
  failed: 1,
  indeterminate: 3,
};

/**
 * `paraph verify-evidence FILE`: checks an evidence file with nothing but itself and the roots that are given. It asks
 * no network and no database.
 * @returns 0 passed, 1 failed, 2 the file or the command cannot be used, 3 indeterminate
 */
export async function verifyEvidence(args: readonly string[]): Promise<number> {
  const asked = parse(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  let report: EvidenceReport;
  try {
    const bytes = await readRegularFile(asked.path, DEFAULT_CONTAINER_LIMITS.maxBytes);
    const trustAnchors = await readTrustAnchors(asked.trust);
    report = verify(bytes, { trustAnchors, time: asked.time });
  } catch (error) {
    process.stderr.write(`${printable(asked.path)} cannot be checked: ${reasonOf(error)}\n`);
    return 2;
  }
  process.stdout.write(asked.json ? `${printableJson(report)}\n` : evidenceReportText(report, asked.time));
  return exitCodes[report.verdict];
}

interface Asked {
  readonly path: string;
  readonly trust: readonly string[];
  readonly time: Date;
  readonly json: boolean;
}

/** @returns null for what is no command of this */
function parse(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trust: { type: "string", multiple: true, default: [] },
        time: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [path, ...others] = positionals;
    const time = timeOf(values.time);
    if (path === undefined || others.length > 0 || time === null) return null;
    return { path, trust: values.trust, time, json: values.json };
  } catch {
    // An option that is not known, or without its value.
    return null;
  }
}

/** An ISO 8601 date, or date and time with its zone; what Date guesses from anything else would be another time. */
function timeOf(text: string | undefined): Date | null {
  if (text === undefined) return new Date();
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  const time = new Date(text);
  // Of 30 February it makes a day in March.
  const day = new Date(text.slice(0, 10));
  const isReal = !Number.isNaN(time.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  return isReal ? time : null;
}
