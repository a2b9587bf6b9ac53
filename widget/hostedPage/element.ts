type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
export type Child = Node | string | null | undefined | false;

/**
 * Makes an element. Text stays text: nothing here parses HTML, which Trusted Types would refuse.
 * @param attributes `true` writes an empty attribute; `false`, `null` and `undefined` write none; a function under
 *   `onclick` and the like is a listener. No `style`: the policy refuses style attributes, use `element.style`.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const svg = "http://www.w3.org/2000/svg";

const outlines = {
  back: "M15 5l-7 7 7 7",
  down: "M12 5v14m-6-6 6 6 6-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  alert: "M12 7v6m0 4h.01",
  clock: "M12 7v5l3.5 2M12 3a9 9 0 100 18 9 9 0 000-18z",
  document: "M7 3h7l4 4v14H7zM14 3v4h4",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  external: "M14 5h5v5m0-5-8 8M17 14v5H5V7h5",
  plus: "M12 6v12M6 12h12",
  minus: "M6 12h12",
  pen: "M4 20l1-4L16 5l3 3L8 19z",
  link: "M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1-1",
} as const;

export type IconName = keyof typeof outlines;

/** A drawing beside words that say the same; screen readers skip it. */
export function icon(name: IconName): SVGSVGElement {
  const made = document.createElementNS(svg, "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("class", `icon icon-${name}`);
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("focusable", "false");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", outlines[name]);
  made.append(path);
  return made;
}
