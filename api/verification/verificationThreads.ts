import { Worker } from "node:worker_threads";
import { EngineError } from "../../engine/error.js";
import { Failure } from "../failure/failure.js";
import type { ThreadAnswer } from "./verificationThread.js";
import type { VerificationTask, VerifiedBytes } from "./verifyBytes.js";

/** Verifies documents. */
export interface Verifier {
  /**
   * @param tenant whose document it is: tenants take turns
   * @throws EngineError as `validatePdf` does; Failure `document_too_costly`, `unavailable`
   */
  verify(task: VerificationTask, tenant: string): Promise<VerifiedBytes>;
}

/** What verifying may cost. */
export interface ThreadLimits {
  readonly threads: number;
  /** For one document, of one processor. */
  readonly seconds: number;
  /** Documents that wait for a thread; more are sent away. */
  readonly waiting: number;
  /** Those among them that are one tenant's. */
  readonly waitingOfOne: number;
  /** Of one thread. */
  readonly megabytes: number;
}

const usual: ThreadLimits = { threads: 2, seconds: 20, waiting: 32, waitingOfOne: 8, megabytes: 768 };

interface Job {
  readonly tenant: string;
  readonly task: VerificationTask;
  readonly resolve: (verified: VerifiedBytes) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Verifies in threads of their own: a stranger's document can be made to cost seconds, in which the process would answer
 * nobody. A thread that takes too long, or too much memory, is ended, and a new one takes its place.
 */
export class VerificationThreads implements Verifier {
  readonly #limits: ThreadLimits;
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  /** The tenants whose turn it was, the last one last. */
  readonly #turns = new Set<string>();
  #busy = 0;

  constructor(limits: Partial<ThreadLimits> = {}) {
    this.#limits = { ...usual, ...limits };
  }

  verify(task: VerificationTask, tenant: string): Promise<VerifiedBytes> {
    return new Promise((resolve, reject) => {
      const { waiting, waitingOfOne } = this.#limits;
      const own = this.#waiting.filter((job) => job.tenant === tenant).length;
      if (this.#waiting.length >= waiting || own >= waitingOfOne) {
        const message = "Too many documents wait to be verified: try again in a moment.";
        reject(new Failure("unavailable", message));
        return;
      }
      this.#waiting.push({ tenant, task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#all, (thread) => thread.terminate()));
  }

  #next(): void {
    if (this.#busy >= this.#limits.threads) return;
    const job = this.#take();
    if (job === undefined) return;
    this.#busy += 1;
    void this.#work(job).finally(() => {
      this.#busy -= 1;
      this.#next();
    });
  }

  /** The next document of the tenant whose turn was longest ago, so that nobody's many are in the way of another's one. */
  #take(): Job | undefined {
    const turns = [...this.#turns];
    const [first, ...others] = this.#waiting;
    if (first === undefined) {
      this.#turns.clear();
      return undefined;
    }
    const rank = ({ tenant }: Job) => turns.indexOf(tenant);
    const job = others.reduce((next, other) => (rank(other) < rank(next) ? other : next), first);
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    this.#turns.delete(job.tenant);
    this.#turns.add(job.tenant);
    return job;
  }

  async #work({ task, resolve, reject }: Job): Promise<void> {
    const thread = this.#idle.pop() ?? this.#start();
    thread.ref();
    const answer = await this.#answerOf(thread, task);
    if (answer === null) {
      this.#all.delete(thread);
      await thread.terminate();
      const message = `Verifying the document would take more than ${this.#limits.seconds} seconds, or too much memory.`;
      reject(new Failure("document_too_costly", message));
      return;
    }
    thread.unref();
    this.#idle.push(thread);
    if ("verified" in answer) resolve(answer.verified);
    else if ("refused" in answer) reject(new EngineError(answer.refused.code, answer.refused.message));
    else reject(new Error(answer.broken));
  }

  /** @returns null where the thread did not come to an end */
  #answerOf(thread: Worker, task: VerificationTask): Promise<ThreadAnswer | null> {
    return new Promise((resolve) => {
      const answered = (answer: ThreadAnswer) => done(answer);
      const ended = () => done(null);
      const done = (answer: ThreadAnswer | null) => {
        clearTimeout(timer);
        thread.off("message", answered).off("exit", ended);
        resolve(answer);
      };
      const timer = setTimeout(ended, this.#limits.seconds * 1000);
      // One that fails ends as well.
      thread.on("message", answered).on("exit", ended);
      thread.postMessage(task);
    });
  }

  #start(): Worker {
    const thread = new Worker(new URL("./verificationThread.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    // Without a listener it would bring the process down.
    thread.on("error", () => undefined);
    this.#all.add(thread);
    return thread;
  }
}
