import { type Child, element } from "../element.js";
import type { Visit } from "../visit.js";

type Introduced = Pick<Visit, "status" | "phrases" | "go">;

/** Greets the signer, and says all of it: where there is no sidebar that does. */
export function introduction(visit: Introduced): Child[] {
  const { status, phrases } = visit;
  const hello = element("strong", {}, phrases.say("read.hello", { name: status.signer.name }));
  return [
    element("p", { class: "introduction" }, hello, " ", task(visit)),
    ...more(visit),
    untilWhen(visit),
    delegation(visit),
  ];
}

/** What is asked, and how far the others are. */
export function whatToDo(visit: Introduced): Child[] {
  return [element("p", { class: "introduction" }, task(visit)), ...more(visit), delegation(visit)];
}

export function untilWhen({ status, phrases }: Introduced): Child {
  const until = status.request.expires_at;
  return (
    until !== null && element("p", { class: "hint" }, phrases.say("read.until", { date: phrases.day(until) }))
  );
}

function task({ status: { signer, documents }, phrases }: Introduced): string {
  const what = signer.role === "approver" ? "read.whatApprove" : "read.what";
  return phrases.say(what, { count: documents.length });
}

function more({ status, phrases }: Introduced): Child[] {
  const { signed, total } = status.request.progress;
  return [
    status.must_read && element("p", { class: "hint" }, phrases.say("read.each")),
    total > 1 &&
      signed > 0 &&
      element("p", { class: "hint" }, phrases.say("read.others", { count: signed, total })),
  ];
}

function delegation({ status, phrases, go }: Introduced): Child {
  const link = () =>
    element(
      "button",
      { type: "button", class: "button-link", onclick: () => go("delegate") },
      phrases.say("delegate.link"),
    );
  return status.signer.can_delegate && element("p", {}, link());
}
