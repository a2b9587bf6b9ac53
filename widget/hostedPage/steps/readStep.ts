import type { SignerStatus } from "../calls/answers.js";
import { type Child, element, icon } from "../element.js";
import type { Phrases } from "../language/phrases.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";

/** What is asked, of whom, until when. */
export function introduction(status: SignerStatus, phrases: Phrases): Child[] {
  const { signer, request, documents } = status;
  const { signed, total } = request.progress;
  return [
    element(
      "p",
      { class: "introduction" },
      element("strong", {}, phrases.say("read.hello", { name: signer.name })),
      " ",
      phrases.say("read.what", { count: documents.length }),
    ),
    request.expires_at !== null &&
      element("p", { class: "hint" }, phrases.say("read.until", { date: phrases.day(request.expires_at) })),
    total > 1 &&
      signed > 0 &&
      element("p", { class: "hint" }, phrases.say("read.others", { count: signed, total })),
  ];
}

/** Reading: the documents are the page, and the panel is a bar under the thumb. */
export function readStep(visit: Visit): StepView {
  const { phrases, documents, status } = visit;
  return {
    heading: phrases.say("read.heading"),
    body: [
      element("div", { class: "wide-only" }, ...introduction(status, phrases)),
      documents.signaturePlaces.length > 0 &&
        element(
          "button",
          { type: "button", class: "button-quiet show-place", onclick: () => void documents.showPlace() },
          icon("down"),
          phrases.say("read.showPlace"),
        ),
    ],
    primary: {
      label: phrases.say("read.continue"),
      busy: phrases.say("read.continue"),
      run: () => visit.go("consent"),
    },
    refuse: { run: () => visit.go("refuse") },
  };
}
