import { element } from "../element.js";
import { field } from "../field.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";

const longestReason = 1000;
/** The remaining length is only worth a word when it gets short. */
const worthSaying = 200;

/** Refusing, with a reason. */
export function refuseStep(visit: Visit): StepView {
  const { phrases, keeper, calls, sender } = visit;
  const reason = element("textarea", { rows: 4, maxlength: longestReason, dir: "auto" });
  reason.value = keeper.draft.refusalReason ?? "";
  const remaining = element("p", { class: "hint", role: "status" });
  const count = () => {
    const left = longestReason - reason.value.length;
    remaining.textContent = left <= worthSaying ? phrases.say("refuse.hint", { count: left }) : "";
  };
  count();
  const reasonField = field(reason, "reason", phrases.say("refuse.label"));
  reason.addEventListener("input", () => {
    keeper.change({ refusalReason: reason.value });
    reasonField.complain(undefined);
    count();
  });
  return {
    heading: phrases.say("refuse.heading"),
    body: [element("p", {}, phrases.say("refuse.what", { sender })), reasonField.element, remaining],
    primary: {
      label: phrases.say("refuse.confirm"),
      busy: phrases.say("refuse.refusing"),
      dangerous: true,
      run: async () => {
        const words = reason.value.trim();
        if (words === "") {
          reasonField.complain(phrases.say("refuse.missing"));
          return;
        }
        keeper.change({ refusalSent: true });
        await calls.refuse(words);
        visit.refused();
      },
    },
    back: { run: () => visit.back() },
  };
}
