import { Failure } from "../failure/failure.js";
import type { Wait } from "./history.js";
import type { OtpPolicy } from "./policy.js";

/** No other code can be sent yet. @throws Failure `otp_too_soon`, `otp_too_many_codes`, each with the seconds to wait */
export function requireNoWait(policy: OtpPolicy, wait: Wait): void {
  const extensions = { retry_after: wait.seconds };
  if (wait.because === "pause") {
    throw new Failure(
      "otp_too_soon",
      `A code was sent a moment ago; another can be sent in ${wait.seconds} seconds.`,
      { extensions },
    );
  }
  if (wait.because === "all_used") {
    throw new Failure(
      "otp_too_many_codes",
      `${policy.maxCodes} codes were sent within 24 hours, the most that are; the next can be sent in ${span(wait.seconds)}, or as soon as the sender unlocks this signer.`,
      { extensions: { ...extensions, limit: policy.maxCodes } },
    );
  }
}

/** The code takes no more tries: what frees its signer, and when. */
export function lockedFailure(policy: OtpPolicy, wait: Wait): Failure {
  const dead = "The code was tried too often and works no more";
  const none = { remaining_attempts: 0, retry_after: wait.seconds };
  switch (wait.because) {
    case "none":
      return new Failure("otp_locked", `${dead}; have a new one sent.`, {
        extensions: { ...none, freed_by: "new_code" },
      });
    case "pause":
      return new Failure("otp_locked", `${dead}; a new one can be sent in ${wait.seconds} seconds.`, {
        extensions: { ...none, freed_by: "new_code" },
      });
    case "all_used":
      return new Failure(
        "otp_locked",
        `${dead}, and all ${policy.maxCodes} codes of 24 hours were sent; the next can be sent in ${span(wait.seconds)}, or as soon as the sender unlocks this signer.`,
        { extensions: { ...none, freed_by: "unlock" } },
      );
  }
}

function span(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.ceil(seconds / 60)} minutes`;
  return `${Math.ceil(seconds / 3600)} hours`;
}
