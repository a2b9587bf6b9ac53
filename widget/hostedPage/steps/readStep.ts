import { element, icon } from "../element.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";
import { introduction } from "./introduction.js";

const pauseBetweenLooks = 200;
/** How long the server may take for a page before the signer is told, in milliseconds. */
const patientFor = 8_000;

/** Reading: the documents are the page, and the panel is a bar under the thumb. */
export function readStep(visit: Visit): StepView {
  const { phrases, documents, status } = visit;
  const approves = status.signer.role === "approver";
  return {
    heading: phrases.say("read.heading"),
    body: [
      status.page.hide.includes("sidebar") &&
        element(
          "div",
          { class: "wide-only" },
          ...introduction({ status, phrases, go: (step) => visit.go(step) }),
        ),
      documents.signaturePlaces.length > 0 &&
        element(
          "button",
          { type: "button", class: "button-quiet show-place", onclick: () => void documents.showPlace() },
          icon("down"),
          phrases.say("read.showPlace"),
        ),
    ],
    primary: {
      label: phrases.say(approves ? "read.continueApprove" : "read.continue"),
      busy: phrases.say(approves ? "read.continueApprove" : "read.continue"),
      run: () => goOn(visit),
    },
    refuse: { run: () => visit.go("refuse") },
  };
}

/** Goes on when everything was read that must be; else to the end of the page that comes next. */
async function goOn(visit: Visit): Promise<void> {
  const { phrases, panel, reading, documents, status, journey } = visit;
  await visit.fetched;
  const { unread } = reading;
  if (status.must_read && unread !== undefined) {
    documents.showPage(unread.documentId, unread.page);
    panel.notify("doubt", phrases.say("read.mustRead"), phrases.say("read.mustReadHint"));
    return;
  }
  if (status.must_read && !(await told(visit))) {
    panel.notify("doubt", phrases.say("read.notTold"), phrases.say("read.notToldHint"));
    return;
  }
  visit.go(journey.after("read"));
}

/** Waits until the server knows of every page that was seen here. @returns whether it does */
async function told({ reading }: Visit): Promise<boolean> {
  for (let since = Date.now(), shown = reading.shown; !reading.complete; ) {
    await new Promise((resume) => setTimeout(resume, pauseBetweenLooks));
    if (reading.shown > shown) [since, shown] = [Date.now(), reading.shown];
    else if (Date.now() - since > patientFor) return false;
  }
  return true;
}
