import { ahead } from "../draft.js";
import { element } from "../element.js";
import type { Visit } from "../visit.js";
import { requestCode } from "./requestCode.js";

export interface Resend {
  readonly element: HTMLElement;
  stop(): void;
}

/** Counts down to the moment when another code may be asked for, and then offers it. */
export function resend(visit: Visit): Resend {
  const { phrases, keeper, panel } = visit;
  const none = phrases.say(keeper.draft.code?.channel === "sms" ? "code.noneSms" : "code.noneEmail");
  const wait = element("span", {});
  const button = element(
    "button",
    { type: "button", class: "button-link", onclick: () => void ask() },
    phrases.say("code.resend"),
  );
  const made = element("p", { class: "hint resend" }, none, wait, button);
  let timer = 0;
  const tick = () => {
    const until = keeper.draft.code?.resendAt;
    const waiting = ahead(until);
    wait.hidden = !waiting;
    button.hidden = waiting;
    if (!waiting || until === undefined) return;
    const seconds = (Date.parse(until) - Date.now()) / 1000;
    wait.textContent = phrases.say("code.resendIn", { time: phrases.span(seconds) });
    timer = window.setTimeout(tick, 1000);
  };
  const ask = async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    button.textContent = phrases.say("code.resending");
    try {
      const request = await requestCode(visit);
      visit.again();
      if (request === "sent") panel.notify("news", phrases.say("code.resent"));
      if (request === "on its way") panel.notify("news", phrases.say("code.tooSoon"));
    } catch (failure) {
      panel.tell(failure);
    } finally {
      button.removeAttribute("aria-disabled");
      button.textContent = phrases.say("code.resend");
    }
  };
  tick();
  return { element: made, stop: () => clearTimeout(timer) };
}
