import { say } from "./checkout.mjs";

/** So many tests between two lines. */
const STEP = 25;

/** A jest reporter for long suites: jest itself says nothing between two files, which may be minutes. */
export default class ProgressReporter {
  #judged = 0;

  onTestCaseResult(_test, { status, fullName }) {
    this.#judged += 1;
    if (status === "failed") say(`failed: ${fullName}`);
    else if (this.#judged % STEP === 0) say(`${this.#judged} tests so far`);
  }
}
