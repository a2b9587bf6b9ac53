import type { Writer } from "./shownValue.js";

/** Somebody who signs with a stroke, to try out on it whether what they fill in has room. @param at date that is written */
export function trialWriter(signer: Writer["signer"], at: Date): Writer {
  return {
    signer,
    at,
    timeZone: null,
    signature: () => ({ kind: "drawing", typed: "-" }),
    initials: (typed) => ({ kind: "drawing", typed }),
  };
}
