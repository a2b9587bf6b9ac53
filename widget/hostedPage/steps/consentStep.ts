import { element, icon } from "../element.js";
import { consentOf } from "../journey.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";
import { goAfter, proven } from "./goAfter.js";

/** Consent: the server's words, unchanged, each with a box to tick. */
export function consentStep(visit: Visit): StepView {
  const { phrases, keeper, status, journey } = visit;
  const whole = consentOf(status);
  const complaint = element("p", { class: "complaint", id: "consent-complaint" });
  const choices = status.clauses.map(({ text, given }, index) => {
    const box = element("input", {
      type: "checkbox",
      id: index === 0 ? "consent" : `consent-${index}`,
      class: "checkbox",
    });
    box.checked = given || keeper.draft.consentedTo === whole;
    const label = element(
      "label",
      { for: box.id, class: "choice-label" },
      element("span", { dir: "auto" }, text),
    );
    return { box, element: element("div", { class: "choice" }, box, label) };
  });
  const complain = (missing: readonly (typeof choices)[number][]) => {
    complaint.replaceChildren(
      ...(missing.length > 0
        ? [icon("alert"), phrases.say("consent.missing", { count: missing.length })]
        : []),
    );
    for (const choice of choices) {
      const wrong = missing.includes(choice);
      choice.element.classList.toggle("choice-wrong", wrong);
      if (wrong) {
        choice.box.setAttribute("aria-invalid", "true");
        choice.box.setAttribute("aria-describedby", complaint.id);
      } else {
        choice.box.removeAttribute("aria-invalid");
        choice.box.removeAttribute("aria-describedby");
      }
    }
    missing[0]?.box.focus();
  };
  for (const { box } of choices) {
    box.addEventListener("change", () => {
      const all = choices.every((choice) => choice.box.checked);
      keeper.change({ consentedTo: all ? whole : undefined });
      complain([]);
    });
  }
  const sendsCode = journey.after("consent") === "code" && !proven(visit);
  return {
    heading: phrases.say(status.signer.role === "approver" ? "consent.headingApprove" : "consent.heading"),
    body: [complaint, ...choices.map((choice) => choice.element)],
    primary: {
      label: phrases.say(sendsCode ? "signature.getCode" : "consent.continue"),
      busy: phrases.say(sendsCode ? "signature.gettingCode" : "consent.continue"),
      run: async () => {
        const missing = choices.filter(({ box }) => !box.checked);
        if (missing.length > 0) {
          complain(missing);
          return;
        }
        keeper.change({ consentedTo: whole });
        // A single consent goes with the signature itself.
        if (status.clauses.length > 1) await visit.calls.consents(status.clauses);
        await goAfter(visit, "consent");
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}
