import { element } from "../../widget/hostedPage/element.js";

/**
 * A button that copies what stands in an element, and what says so. Where the browser lets no page copy, it selects.
 * @param what it is, in a word
 */
export function copyButton(what: string, source: HTMLElement): readonly HTMLElement[] {
  const label = element("span", {}, "Copy");
  const status = element("span", { class: "visually-hidden", role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      label.textContent = "Copied";
      status.textContent = `The ${what} is in the clipboard.`;
    } catch {
      getSelection()?.selectAllChildren(source);
      label.textContent = "Selected";
      status.textContent = `The ${what} is selected: copy it with the keyboard.`;
    }
  };
  const button = element(
    "button",
    { type: "button", class: "button-second", onclick: () => void copy() },
    label,
    element("span", { class: "visually-hidden" }, ` the ${what}`),
  );
  return [button, status];
}
