import { element } from "../../widget/hostedPage/element.js";

/** Runs work that a button began; meanwhile the button says so and takes no further click. */
export async function whileBusy(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  if (button.getAttribute("aria-disabled") === "true") return;
  const spinner = element("span", { class: "spinner", "aria-hidden": "true" });
  button.setAttribute("aria-disabled", "true");
  button.prepend(spinner);
  try {
    await work();
  } finally {
    button.removeAttribute("aria-disabled");
    spinner.remove();
  }
}
