import type { Phrases } from "../language/phrases.js";
import { NoAnswer, Problem } from "./failure.js";

/** What to tell the signer about a failure: what it is, what to do, and a reference for whoever helps. */
export interface FailureWords {
  readonly title: string;
  readonly hint: string;
  readonly reference?: string;
}

/** @param failure anything thrown by a call */
export function failureWords(failure: unknown, phrases: Phrases): FailureWords {
  if (failure instanceof NoAnswer) {
    const kind = navigator.onLine ? "failure.noAnswer" : "failure.offline";
    return { title: phrases.say(kind), hint: phrases.say(`${kind}Hint`) };
  }
  if (failure instanceof Problem) {
    const { request_id: reference, detail, title } = failure.details;
    const known = reference === undefined ? {} : { reference };
    if (failure.status === 429) {
      const time = phrases.span(failure.number("retry_after") ?? 60);
      return {
        title: phrases.say("failure.tooMany"),
        hint: phrases.say("failure.tooManyHint", { time }),
        ...known,
      };
    }
    if (failure.code === "otp_delivery_failed") {
      return {
        title: phrases.say("failure.notDelivered"),
        hint: phrases.say("failure.notDeliveredHint"),
        ...known,
      };
    }
    if (failure.code === "step_missing" && ["documents", "pages"].includes(String(failure.details["step"]))) {
      return { title: phrases.say("failure.notRead"), hint: phrases.say("failure.notReadHint"), ...known };
    }
    if (failure.status < 500) {
      return { title: phrases.say("failure.refused"), hint: detail ?? title ?? "", ...known };
    }
    return { title: phrases.say("failure.server"), hint: phrases.say("failure.serverHint"), ...known };
  }
  return { title: phrases.say("failure.server"), hint: phrases.say("failure.serverHint") };
}
