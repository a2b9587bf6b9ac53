import { Problem } from "../calls/failure.js";
import { ahead, type CodeOnItsWay } from "../draft.js";
import { element } from "../element.js";
import { field } from "../field.js";
import type { Phrases } from "../language/phrases.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";
import { isDigits, lengthOf, onlyCode } from "./onlyCode.js";
import { requestCode } from "./requestCode.js";
import { resend } from "./resend.js";

/** The code: one input for it, or a way to a new one where the last no longer works. */
export function codeStep(visit: Visit): StepView {
  const code = visit.keeper.draft.code;
  if (code === undefined) return spentView(visit, "expired");
  const ranOut = code.expiresAt !== undefined && !ahead(code.expiresAt);
  const spent = code.spent ?? (ranOut ? "expired" : undefined);
  return spent === undefined ? entryView(visit, code) : spentView(visit, spent);
}

function sentence(code: CodeOnItsWay, phrases: Phrases): string {
  if (code.expiresAt === undefined) return phrases.say("code.sentEarlier", { to: code.sentTo });
  return phrases.say(code.channel === "sms" ? "code.sentSms" : "code.sentEmail", {
    to: code.sentTo,
    time: phrases.time(code.expiresAt),
  });
}

function entryView(visit: Visit, code: CodeOnItsWay): StepView {
  const { phrases, keeper, calls } = visit;
  const digits = isDigits(code);
  const count = lengthOf(code);
  const input = element("input", {
    type: "text",
    inputmode: digits ? "numeric" : "text",
    autocapitalize: code.alphabet === "letters" ? "none" : "characters",
    autocomplete: "one-time-code",
    spellcheck: "false",
    class: "code-input",
    dir: "ltr",
    required: true,
  });
  const codeField = field(input, "code", phrases.say(digits ? "code.label" : "code.labelOther", { count }));
  input.addEventListener("input", () => {
    const read = onlyCode(input.value, code);
    if (read !== input.value) input.value = read;
    codeField.complain(undefined);
  });
  const again = resend(visit);
  return {
    heading: phrases.say("code.heading"),
    body: [element("p", {}, sentence(code, phrases)), codeField.element, again.element],
    primary: {
      label: phrases.say("code.confirm"),
      busy: phrases.say("code.confirming"),
      run: async () => {
        const typed = onlyCode(input.value, code);
        if (typed.length !== count) {
          codeField.complain(phrases.say(digits ? "code.missing" : "code.missingOther", { count }));
          return;
        }
        try {
          const { next, sessionToken, expires_at } = await calls.verifyCode(typed);
          if (next !== null) {
            await askForNext(visit, next);
            return;
          }
          const session = { token: sessionToken ?? "", expiresAt: expires_at ?? "" };
          keeper.change({ session, nextChannel: undefined });
          visit.goInstead("sign");
        } catch (failure) {
          if (!(failure instanceof Problem)) throw failure;
          const left = failure.number("remainingAttempts");
          if (failure.code === "otp_wrong" && left !== 0) {
            codeField.complain(
              left === undefined ? phrases.say("code.wrongLast") : phrases.say("code.wrong", { count: left }),
            );
            input.select();
          } else if (failure.code === "otp_missing") {
            // Used, replaced or not sent yet: the way to a new one stands below the input.
            codeField.complain(phrases.say("code.expired"));
          } else if (failure.code === "otp_expired" || failure.code === "otp_locked" || left === 0) {
            keeper.change({
              code: { ...code, spent: failure.code === "otp_expired" ? "expired" : "locked" },
            });
            visit.again();
          } else throw failure;
        }
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
    focus: input,
    leave: () => again.stop(),
  };
}

/** One code is given; another one is on its way to the signer's other address. */
async function askForNext(visit: Visit, channel: "email" | "sms"): Promise<void> {
  const { keeper, panel, phrases } = visit;
  keeper.change({ code: undefined, nextChannel: channel });
  await requestCode(visit);
  visit.again();
  panel.notify("news", phrases.say("code.next"));
}

function spentView(visit: Visit, spent: "expired" | "locked"): StepView {
  const { phrases, keeper, panel, sender } = visit;
  const until = keeper.draft.code?.resendAt;
  const wait =
    spent === "locked" && until !== undefined && ahead(until)
      ? phrases.say("code.lockedUntil", { time: phrases.span((Date.parse(until) - Date.now()) / 1000) })
      : spent === "locked" && phrases.say("code.lockedHint", { sender });
  return {
    heading: phrases.say("code.heading"),
    body: [
      element(
        "p",
        { class: "complaint", role: "alert" },
        phrases.say(spent === "locked" ? "code.locked" : "code.expired"),
      ),
      wait && element("p", {}, wait),
    ],
    primary: {
      label: phrases.say("code.resend"),
      busy: phrases.say("code.resending"),
      run: async () => {
        const request = await requestCode(visit);
        visit.again();
        const next = keeper.draft.code?.resendAt;
        if (request !== "on its way" || next === undefined) return;
        const seconds = (Date.parse(next) - Date.now()) / 1000;
        panel.notify("doubt", phrases.say("code.resendIn", { time: phrases.span(seconds) }));
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}
