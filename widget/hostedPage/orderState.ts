import type { SignerStatus } from "./calls/answers.js";
import { Problem } from "./calls/failure.js";
import type { Draft } from "./draft.js";
import type { IconName } from "./element.js";
import type { Phrases } from "./language/phrases.js";

/** How an order ended, or why it does not go on. */
export type Ending =
  | "refusedByYou"
  | "refused"
  | "cancelled"
  | "expired"
  | "failed"
  | "waiting"
  | "removed"
  | "delegated"
  | "copy";

/**
 * Where an order stands for this signer; `preparing`: its documents are still to come; `placing`: the signature is
 * recorded, and not in the documents yet.
 */
export type OrderState = "open" | "preparing" | "placing" | "signed" | "approved" | "received" | Ending;

export function orderState(status: SignerStatus, draft: Readonly<Draft>): OrderState {
  const { signer, request } = status;
  if (signer.state === "removed" || signer.state === "delegated") return signer.state;
  if (request.status === "preparing") return "preparing";
  if (signer.has_signed) return "signed";
  if (signer.state === "approved") return "approved";
  if (signer.state === "signing") return "placing";
  if (signer.role === "copy") {
    return request.status === "completed" ? "received" : (ending(status, draft) ?? "copy");
  }
  return ending(status, draft) ?? "open";
}

/** How the order ended, or undefined where it goes on or is complete. */
export function ending({ signer, request }: SignerStatus, draft: Readonly<Draft>): Ending | undefined {
  switch (request.status) {
    case "refused":
      return signer.state === "refused" || draft.refusalSent === true ? "refusedByYou" : "refused";
    case "cancelled":
    case "expired":
    case "failed":
    case "waiting":
      return request.status;
    default:
      return undefined;
  }
}

/** A page that only tells something. */
export interface Notice {
  readonly icon: IconName;
  readonly tone: "good" | "calm" | "bad";
  readonly heading: string;
  readonly text: string;
  /** The order is not known: nothing else on the page names it. */
  readonly alone?: true;
  readonly logo?: HTMLElement | undefined;
}

/** @param sender who asks, to be named in a sentence */
export function endingNotice(state: Ending, status: SignerStatus, sender: string, phrases: Phrases): Notice {
  const heading = phrases.say(`state.${state}`);
  if (state === "expired") {
    const until = status.request.expires_at;
    const text =
      until === null
        ? phrases.say("state.expiredHint", { sender })
        : phrases.say("state.expiredOn", { date: phrases.day(until), sender });
    return { icon: "clock", tone: "calm", heading, text };
  }
  const icon = state === "waiting" || state === "copy" ? "clock" : state === "failed" ? "alert" : "cross";
  return { icon, tone: "calm", heading, text: phrases.say(`state.${state}Hint`, { sender }) };
}

/** What to tell somebody whose place was taken: behind their link there is nothing any more. */
function withdrawnNotice({ details }: Problem, phrases: Phrases): Notice {
  const state = details["state"] === "delegated" ? "delegated" : "removed";
  const sender = phrases.say("state.sender");
  const [heading, text] = [phrases.say(`state.${state}`), phrases.say(`state.${state}Hint`, { sender })];
  return { icon: "cross", tone: "calm", heading, text, alone: true };
}

/** What to tell when not even the status can be had; undefined where trying again may help. */
export function linkNotice(failure: unknown, phrases: Phrases): Notice | undefined {
  if (!(failure instanceof Problem)) return undefined;
  if (failure.code === "signer_removed") return withdrawnNotice(failure, phrases);
  if (![400, 403, 404, 410].includes(failure.status)) return undefined;
  const [heading, text] = [phrases.say("state.unknown"), phrases.say("state.unknownHint")];
  return { icon: "link", tone: "calm", heading, text, alone: true };
}
