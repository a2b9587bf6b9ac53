import { element } from "./element.js";
import { logo } from "./logo.js";
import { untilWhen, whatToDo } from "./steps/introduction.js";
import type { Visit } from "./visit.js";

/** Who is asked for what, by whom, until when: beside the documents on a desk, before them on a phone. */
export function sidebar(visit: Pick<Visit, "status" | "phrases" | "go">): HTMLElement {
  const { status, phrases } = visit;
  return element(
    "section",
    { class: "sidebar", "aria-labelledby": "sidebar-title" },
    logo(status),
    element(
      "h2",
      { id: "sidebar-title", class: "sidebar-title" },
      phrases.say("sidebar.hello", { name: status.signer.name }),
    ),
    element("div", { class: "sidebar-text sidebar-reading" }, ...whatToDo(visit)),
    element("div", { class: "sidebar-text" }, untilWhen(visit)),
  );
}
