import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readContainer } from "../../engine/asic/readContainer.js";
import { verifyEvidence } from "../../engine/evidence/verifyEvidence.js";
import { damaged, seededRandom } from "../support/seededRandom.js";
import { repacked } from "../unit/engine/evidence/repacked.js";
import { sampleEvidence } from "../unit/engine/evidence/sampleEvidence.js";

/*
 * Run as a program: hurts evidence files and has them verified, for so many minutes. A verdict that was thrown instead of
 * given, that took too long, or that is "passed" for contents that were changed, is kept in var/fuzz, and the program
 * then ends with 1.
 *   --minutes 10   how long
 *   --seed 1       which cases; keys and times are new at each start, so that a kept file is what repeats a finding
 *   --seconds 5    what one case may take
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "5" },
  },
});
const random = seededRandom(Number(values.seed));
const mostMs = 1000 * Number(values.seconds);
const directory = join("var", "fuzz");

const sample = await sampleEvidence(2, 2);
const container = await sample.seal(sample.files);
const { clock, hierarchy } = sample.authorities;
const trust = { trustAnchors: [hierarchy.root.der], time: clock.now() };
await sample.stop();
const names = [...readContainer(container).files.keys()];
const verdicts = new Map<string, number>();
let findings = 0;

const sound = verifyEvidence(container, trust);
if (sound.verdict !== "passed")
  throw new Error(`The sample is ${sound.verdict}: ${JSON.stringify(sound.faults)}`);

const until = Date.now() + 60_000 * Number(values.minutes);
for (let number = 0; Date.now() < until; number++) {
  const { bytes, changed } = random(3) === 0 ? hurtWhole() : hurtWithin();
  const started = performance.now();
  let verdict: string;
  try {
    verdict = verifyEvidence(bytes, trust).verdict;
  } catch (error) {
    verdict = "thrown";
    keep(number, bytes, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const took = performance.now() - started;
  if (took > mostMs) keep(number, bytes, `it took ${Math.round(took)} ms`);
  if (verdict === "passed" && changed !== null) keep(number, bytes, `it passed with ${changed} changed`);
  verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
}
console.log(`seed ${values.seed}: ${findings} findings`);
for (const [verdict, count] of verdicts) console.log(`${count}\t${verdict}`);
process.exitCode = findings > 0 ? 1 : 0;

/** The container's own bytes hurt: where no content is touched, as in a file's time of day, it may well pass. */
function hurtWhole(): { bytes: Uint8Array; changed: string | null } {
  return { bytes: damaged(container, random), changed: null };
}

/** One of its files hurt, and all packed anew, soundly, as somebody does who means it. */
function hurtWithin(): { bytes: Uint8Array; changed: string | null } {
  const name = names[random(names.length)]!;
  let isSame = false;
  const bytes = repacked(container, (files) => {
    const before = files.get(name)!;
    const after = damaged(before, random);
    isSame = Buffer.compare(before, after) === 0;
    files.set(name, after);
  });
  // What stands in META-INF is signed as well, but for fields that any signature has outside of what it signs.
  return { bytes, changed: isSame || name.startsWith("META-INF/") ? null : name };
}

function keep(number: number, bytes: Uint8Array, reason: string): void {
  findings++;
  mkdirSync(directory, { recursive: true });
  const name = join(directory, `evidence-${values.seed}-${number}`);
  writeFileSync(`${name}.asice`, bytes);
  writeFileSync(`${name}.txt`, `${reason}\n`);
  console.log(`${name}: ${reason.split("\n")[0]}`);
}
