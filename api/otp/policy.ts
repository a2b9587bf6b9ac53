import { Failure } from "../failure/failure.js";
import { type Alphabet, alphabetSize } from "./alphabet.js";
import type { OtpSettings } from "./settings.js";

/** The rules of one-time codes for one order. The odds that follow from them are worked out in docs/security.md. */
export interface OtpPolicy {
  /** Number of characters. */
  readonly length: number;
  readonly alphabet: Alphabet;
  readonly lifeSeconds: number;
  /** Tries before the code dies; each is counted before anybody learns how it came out. */
  readonly maxTries: number;
  /** Seconds between two codes for one signer on one channel. */
  readonly pauseSeconds: number;
  /** Codes for one signer on one channel within `codeWindowSeconds`. */
  readonly maxCodes: number;
  /** A code that was accepted can be given again as long as it is good. */
  readonly reusable: boolean;
}

/** The time in which the codes of a signer are counted. */
export const codeWindowSeconds = 86_400;

/** How long an accepted code allows its signer to act. */
export const sessionSeconds = 1800;

/** The rules where neither profile nor order says otherwise. */
export const defaultPolicy: OtpPolicy = {
  length: 6,
  alphabet: "digits",
  lifeSeconds: 600,
  maxTries: 3,
  pauseSeconds: 30,
  maxCodes: 8,
  reusable: false,
};

/**
 * The worst odds that are allowed: one in this many, for whoever guesses at a signer's codes for a day. It is what
 * NIST SP 800-63B asks for: six digits at least, and 100 wrong tries at most.
 */
const leastOdds = 10_000;
const longestLifeOfDigits = 600;

/** The policy of an order: our defaults, what its profile says otherwise, what the order itself says otherwise. */
export function resolvePolicy(...layers: readonly (OtpSettings | null | undefined)[]): OtpPolicy {
  return layers.reduce<OtpPolicy>(
    (policy, settings) => ({
      length: settings?.length ?? policy.length,
      alphabet: settings?.alphabet ?? policy.alphabet,
      lifeSeconds: settings?.lifetime_seconds ?? policy.lifeSeconds,
      maxTries: settings?.tries ?? policy.maxTries,
      pauseSeconds: settings?.pause_seconds ?? policy.pauseSeconds,
      maxCodes: settings?.codes ?? policy.maxCodes,
      reusable: settings?.reusable ?? policy.reusable,
    }),
    defaultPolicy,
  );
}

/**
 * The policy that an order's codes are sent by. A profile can have been changed since the order was checked with it;
 * where codes could be guessed by what the two say together, the profile's rules count alone.
 */
export function effectivePolicy(profile: OtpSettings | null, order: OtpSettings | null): OtpPolicy {
  const both = resolvePolicy(profile, order);
  return findFault(both) === null ? both : resolvePolicy(profile);
}

/** Among how many guesses of a day one succeeds, rounded down: 41,666 for the default policy. */
export function guessingOdds(policy: OtpPolicy): number {
  const codes = alphabetSize(policy.alphabet) ** policy.length;
  return Math.floor(codes / (policy.maxTries * policy.maxCodes));
}

/**
 * @param param path of the settings in the request
 * @throws Failure `field_invalid` for a policy whose codes could be guessed, or whose digits are good for too long
 */
export function checkPolicy(policy: OtpPolicy, param: string): void {
  switch (findFault(policy)) {
    case null:
      return;
    case "life":
      throw new Failure(
        "field_invalid",
        `${param}.lifetime_seconds may be at most ${longestLifeOfDigits} for codes of digits.`,
        { param: `${param}.lifetime_seconds`, extensions: { limit: longestLifeOfDigits } },
      );
    case "odds": {
      const { maxTries, maxCodes, length, alphabet } = policy;
      const odds = guessingOdds(policy);
      throw new Failure(
        "field_invalid",
        `${param} lets a code be guessed too easily: ${maxTries} tries at each of ${maxCodes} codes a day, of ${length} characters (${alphabet}), find one for 1 signer in ${count(odds)}; it must be at most 1 in ${count(leastOdds)}.`,
        { param, extensions: { odds, limit: leastOdds } },
      );
    }
  }
}

function findFault(policy: OtpPolicy): "life" | "odds" | null {
  if (policy.alphabet === "digits" && policy.lifeSeconds > longestLifeOfDigits) return "life";
  return guessingOdds(policy) < leastOdds ? "odds" : null;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
