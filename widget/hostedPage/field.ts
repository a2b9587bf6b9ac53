import { type Child, element, icon } from "./element.js";

/** A control with its label, hint and complaint, tied together for those who hear them. */
export interface Field {
  readonly element: HTMLElement;
  /** Says what is wrong and moves the focus there; no words take the complaint away. */
  complain(words: string | undefined): void;
}

/**
 * @param control the input; gets an id, and the descriptions' ids
 * @param hint words that help before anything is wrong
 */
export function field(
  control: HTMLInputElement | HTMLTextAreaElement,
  id: string,
  label: Child,
  hint?: HTMLElement,
): Field {
  control.id = id;
  if (hint !== undefined) hint.id = `${id}-hint`;
  const complaint = element("p", { class: "complaint", id: `${id}-complaint` });
  const describe = (wrong: boolean) => {
    const ids = [hint?.id, wrong ? complaint.id : undefined].filter((part) => part !== undefined);
    if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
    else control.removeAttribute("aria-describedby");
  };
  describe(false);
  const made = element(
    "div",
    { class: "field" },
    element("label", { for: id, class: "field-label" }, label),
    hint,
    complaint,
    control,
  );
  return {
    element: made,
    complain(words) {
      const wrong = words !== undefined;
      complaint.replaceChildren(...(wrong ? [icon("alert"), words] : []));
      made.classList.toggle("field-wrong", wrong);
      describe(wrong);
      if (wrong) {
        control.setAttribute("aria-invalid", "true");
        control.focus();
      } else control.removeAttribute("aria-invalid");
    },
  };
}
