import { type Child, element, icon } from "../../widget/hostedPage/element.js";

/** A few sentences that are not to be overlooked. */
export function notice(kind: "failure" | "doubt" | "news", ...children: readonly Child[]): HTMLElement {
  return element(
    "div",
    { class: `notice notice-${kind}`, role: kind === "failure" ? "alert" : null },
    icon(kind === "news" ? "check" : "alert"),
    element("p", {}, ...children),
  );
}
