import { element } from "../element.js";
import { field } from "../field.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";

/** Naming somebody else to act in the signer's place. */
export function delegateStep(visit: Visit): StepView {
  const { phrases, calls, status, sender } = visit;
  const input = (id: string, type: string, label: string, maxlength: number) => {
    const control = element("input", { type, autocomplete: "off", maxlength, dir: "auto" });
    return { control, field: field(control, `delegate-${id}`, label) };
  };
  const { method } = status.authentication;
  const given = input("given-name", "text", phrases.say("details.given_name"), 64);
  const surname = input("surname", "text", phrases.say("details.surname"), 64);
  const email = input("email", "email", phrases.say("details.email"), 254);
  const phone =
    method === "sms" || method === "both"
      ? input("phone", "tel", phrases.say("details.phone"), 16)
      : undefined;
  const words = element("textarea", { rows: 3, maxlength: 1000, dir: "auto" });
  const reason = { control: words, field: field(words, "delegate-reason", phrases.say("delegate.reason")) };
  const asked = [given, surname, email, ...(phone === undefined ? [] : [phone]), reason];
  for (const { control, field: made } of asked)
    control.addEventListener("input", () => made.complain(undefined));
  return {
    heading: phrases.say("delegate.heading"),
    body: [
      element("p", {}, phrases.say("delegate.what", { sender })),
      ...asked.map(({ field: made }) => made.element),
    ],
    primary: {
      label: phrases.say("delegate.confirm"),
      busy: phrases.say("delegate.delegating"),
      run: async () => {
        const empty = asked.find(({ control }) => control.value.trim() === "");
        if (empty !== undefined) {
          empty.field.complain(phrases.say("details.missing"));
          return;
        }
        await calls.delegate({
          given_name: given.control.value.trim(),
          surname: surname.control.value.trim(),
          email: email.control.value.trim(),
          ...(phone === undefined ? {} : { phone: phone.control.value.replace(/[\s().-]/g, "") }),
          reason: words.value.trim(),
        });
        visit.refused();
      },
    },
    back: { run: () => visit.back() },
  };
}
