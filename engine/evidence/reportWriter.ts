import { HashingLimit } from "../validation/fileHashes.js";
import type { Finding } from "../validation/finding.js";
import type { EvidenceFaultCode } from "./faultCodes.js";
import type {
  EvidenceCheck,
  EvidenceFault,
  EvidenceReport,
  EvidenceRoot,
  UncheckedMatter,
} from "./report.js";

/** A file made to have faults without end has more than anybody reads. */
const MAX_FAULTS = 1000;

/** One check under way: what it finds wrong, and what it has to leave open. */
export interface Section {
  /** Says in a sentence what was checked. A check that says nothing, and finds no fault, was not made. */
  tell(detail: string): void;
  fault(code: EvidenceFaultCode, message: string, file?: string): void;
  /** @param decisive whether the verdict depends on it */
  open(detail: string, decisive: boolean): void;
  findings(findings: readonly Finding[], file?: string): void;
}

/** Collects what the checks find, in the order in which they are made. */
export class ReportWriter {
  readonly #faults: EvidenceFault[] = [];
  /** With those that are not told. */
  #found = 0;
  readonly #checks: EvidenceCheck[] = [];
  readonly #open: UncheckedMatter[] = [];
  readonly #roots = new Map<string, EvidenceRoot>();
  about: EvidenceReport["about"] = null;
  provenAt: Date | null = null;

  /**
   * Makes a check. It failed when it found a fault, and passed else.
   * @returns what `run` returns; null when it could not be carried out to its end
   */
  check<T>(what: string, file: string | undefined, run: (section: Section) => T): T | null {
    const before = this.#found;
    const openBefore = this.#open.length;
    let detail: string | null = null;
    let found: T | null = null;
    const section: Section = {
      tell: (sentence) => {
        detail = sentence;
      },
      fault: (code, message, about = file) => this.#fault(code, message, about),
      open: (reason, decisive) => this.#open.push({ what: about(what, file), detail: reason, decisive }),
      findings: (findings, about = file) => {
        for (const { code, message } of findings) this.#fault(code, message, about);
      },
    };
    try {
      found = run(section);
    } catch (error) {
      // The file is a stranger's: whatever it provokes becomes part of the verdict, and ends no program.
      if (error instanceof HashingLimit) section.fault("limit_exceeded", error.message);
      else
        section.fault("check_abandoned", `The check could not be carried out to its end: ${nameOf(error)}.`);
    }
    const failed = this.#found > before;
    const [left] = this.#open.slice(openBefore);
    const result = failed ? "failed" : detail === null ? "not_checked" : "passed";
    const told = detail ?? left?.detail ?? this.#faults[before]?.message ?? "";
    this.#checks.push({ what, ...(file !== undefined && { file }), result, detail: told });
    return found;
  }

  root(root: EvidenceRoot): void {
    this.#roots.set(root.sha256, root);
  }

  get failed(): boolean {
    return this.#found > 0;
  }

  report(): EvidenceReport {
    const undecided = this.#open.some(({ decisive }) => decisive);
    return {
      verdict: this.failed ? "failed" : undecided ? "indeterminate" : "passed",
      faults: this.#faults,
      checks: this.#checks,
      notChecked: this.#open,
      roots: [...this.#roots.values()],
      about: this.about,
      provenAt: this.provenAt?.toISOString() ?? null,
    };
  }

  #fault(code: EvidenceFaultCode, message: string, file?: string): void {
    this.#found += 1;
    if (this.#faults.length >= MAX_FAULTS) return;
    this.#faults.push({ code, ...(file !== undefined && { file }), message });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

const about = (what: string, file: string | undefined): string =>
  file === undefined ? what : `${what}: ${file}`;
