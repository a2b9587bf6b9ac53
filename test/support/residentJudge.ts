import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describeWhere } from "./judges.js";

/** What DSS says of a signature or of a time-stamp, in the words of ETSI EN 319 102-1. */
export interface DssToken {
  readonly indication: "TOTAL_PASSED" | "PASSED" | "INDETERMINATE" | "TOTAL_FAILED" | "FAILED";
  readonly subIndication: string | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface DssSignature extends DssToken {
  /** PAdES-BASELINE-B to PAdES-BASELINE-LTA, CAdES-BASELINE-B to …, or what else it takes it for. */
  readonly level: string;
  readonly signer: string;
  /** The fully qualified name of the signature field. */
  readonly field: string | null;
  /** What it is over, by name: for a container its manifest and every file. */
  readonly covers: readonly string[];
}

export interface DssTimestamp extends DssToken {
  readonly type: string;
  /** How many signatures it is over. */
  readonly signatures: number;
  /** ISO 8601. */
  readonly productionTime: string;
}

export interface DssVerdict {
  /** The reports that were made, each valid against its XML schema. */
  readonly reports: readonly string[];
  /** ASiC-E, ASiC-S; null for a file that is no container. */
  readonly container: string | null;
  readonly signatures: readonly DssSignature[];
  readonly timestamps: readonly DssTimestamp[];
}

/** What happened to the document after a signature or a document time-stamp. */
interface PyhankoChanges {
  readonly field: string;
  readonly coverage: "UNCLEAR" | "CONTIGUOUS_BLOCK_FROM_START" | "ENTIRE_REVISION" | "ENTIRE_FILE";
  readonly modification: "NONE" | "LTA_UPDATES" | "FORM_FILLING" | "ANNOTATIONS" | "OTHER";
  /** Why the changes are held to be suspicious, null when they are not. */
  readonly suspicious: string | null;
  readonly valid: boolean;
  readonly trusted: boolean;
  readonly problem: string | null;
}

export interface PyhankoSignature extends PyhankoChanges {
  readonly signer: string;
  readonly intact: boolean;
  /** Whether later changes are such as the certification and the locks of fields allow. */
  readonly docmdp_ok: boolean;
  readonly bottom_line: boolean;
  readonly timestamp: { readonly valid: boolean; readonly trusted: boolean } | null;
  /** Of its own walk through ETSI EN 319 102-1. */
  readonly indication: "PASSED" | "INDETERMINATE" | "FAILED";
  readonly reason: string | null;
}

export interface PyhankoVerdict {
  readonly signatures: readonly PyhankoSignature[];
  readonly timestamps: readonly PyhankoChanges[];
}

export interface VeraPdfVerdict {
  /** The part and level of ISO 19005 that was judged: `1b`, `2u`; null when the file claims none. */
  readonly flavour: string | null;
  readonly compliant: boolean;
  readonly failures: readonly string[];
}

export interface JsonSchemaVerdict {
  /** Why it is no schema of JSON Schema 2020-12; null: it is one. */
  readonly problem: string | null;
  /** For each value what is wrong with it. */
  readonly faults: readonly (readonly string[])[];
}

interface Verdicts {
  dss: DssVerdict;
  jsonschema: JsonSchemaVerdict;
  pyhanko: PyhankoVerdict;
  verapdf: VeraPdfVerdict;
}

export type ResidentJudgeName = keyof Verdicts;

/** Options of test/conformance/judges; several files have `;` between them. */
export interface JudgeOptions {
  readonly trust?: string;
  readonly crl?: string;
  readonly ocsp?: string;
  /** The file that a detached signature is over. */
  readonly content?: string;
  readonly time?: string;
  readonly password?: string;
  readonly revocation?: "soft-fail" | "hard-fail" | "require";
  readonly flavour?: string;
}

const tools = fileURLToPath(new URL("../../../var/tools/", import.meta.url));
const commandOf = (name: ResidentJudgeName) => `${tools}${name}/command.json`;

/** @returns the program of an installed judge, and its arguments */
export function judgeCommand(name: ResidentJudgeName): readonly [string, ...string[]] {
  return JSON.parse(readFileSync(commandOf(name), "utf8")) as [string, ...string[]];
}

/** A `describe` whose tests run where all these judges are installed; `npm run conformance` does that. */
export function describeWithResident(
  names: readonly ResidentJudgeName[],
  title: string,
  define: () => void,
): void {
  const missing = names.filter((name) => !existsSync(commandOf(name)));
  describeWhere(missing.length === 0, missing.join(", "), title, define);
}

/** A judge from a package registry, which stays from one file to the next. */
export class ResidentJudge<Name extends ResidentJudgeName> {
  readonly #process: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(name: Name) {
    const [program, ...programArguments] = judgeCommand(name);
    this.#process = spawn(program, programArguments, { stdio: ["pipe", "pipe", "ignore"] });
    this.#lines = createInterface({ input: this.#process.stdout! });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  /**
   * Asks about a file; questions are answered one after the other.
   * @throws Error when the judge could not read the file, with its own words
   */
  judge(file: string, options: JudgeOptions = {}): Promise<Verdicts[Name]> {
    const answer = this.#turn.then(() => this.#ask(file, options));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async #ask(file: string, options: JudgeOptions): Promise<Verdicts[Name]> {
    const pairs = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    this.#process.stdin!.write(`${[file, ...pairs].join("\t")}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error("The judge has ended.");
    const answer = JSON.parse(value as string) as Verdicts[Name] & { failure?: string };
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.stdin!.end();
    await ended;
  }
}
