import { element, icon } from "../element.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";

/** Consent: the server's words, unchanged, and a box to tick. */
export function consentStep(visit: Visit): StepView {
  const { phrases, keeper, status } = visit;
  const { text } = status.consent;
  const box = element("input", { type: "checkbox", id: "consent", class: "checkbox" });
  box.checked = keeper.draft.consentedTo === text;
  const complaint = element("p", { class: "complaint", id: "consent-complaint" });
  const choice = element(
    "div",
    { class: "choice" },
    box,
    element("label", { for: "consent", class: "choice-label" }, element("span", { dir: "auto" }, text)),
  );
  const complain = (wrong: boolean) => {
    complaint.replaceChildren(...(wrong ? [icon("alert"), phrases.say("consent.missing")] : []));
    choice.classList.toggle("choice-wrong", wrong);
    if (wrong) {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", complaint.id);
      box.focus();
    } else {
      box.removeAttribute("aria-invalid");
      box.removeAttribute("aria-describedby");
    }
  };
  box.addEventListener("change", () => {
    keeper.change({ consentedTo: box.checked ? text : undefined });
    complain(false);
  });
  return {
    heading: phrases.say("consent.heading"),
    body: [complaint, choice],
    primary: {
      label: phrases.say("consent.continue"),
      busy: phrases.say("consent.continue"),
      run: () => {
        if (box.checked) visit.go("signature");
        else complain(true);
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}
