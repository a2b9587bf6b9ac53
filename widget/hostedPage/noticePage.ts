import { type Child, element, icon } from "./element.js";
import type { Notice } from "./orderState.js";

/** A page that only tells something, with what can still be done below it. */
export function noticePage(notice: Notice, ...more: readonly Child[]): HTMLElement {
  return element(
    "section",
    { class: `state state-${notice.tone}`, id: "next", tabindex: -1, "aria-labelledby": "state-heading" },
    notice.logo,
    element("span", { class: "state-icon" }, icon(notice.icon)),
    element(
      notice.alone ? "h1" : "h2",
      { id: "state-heading", class: "state-heading", tabindex: -1 },
      notice.heading,
    ),
    notice.text !== "" && element("p", { class: "state-text" }, notice.text),
    ...more,
  );
}

/** A page that waits, and says what for. */
export function waitingPage(text: string): { element: HTMLElement; say(text: string): void } {
  const words = element("p", { class: "state-text", role: "status" }, text);
  return {
    element: element(
      "section",
      { class: "state", id: "next", tabindex: -1 },
      element("span", { class: "spinner spinner-large", "aria-hidden": "true" }),
      words,
    ),
    say: (later) => words.replaceChildren(later),
  };
}
