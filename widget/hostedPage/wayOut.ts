import { element } from "./element.js";

/**
 * A link that leaves the page for where the order leads. It stays in the frame that the page is in, and tells the other
 * page nothing of this one, whose address is a secret.
 * @returns undefined where the order leads nowhere
 */
export function wayOut(url: string | null, label: string, kind: string): HTMLAnchorElement | undefined {
  if (url === null || !/^https?:/i.test(url)) return undefined;
  return element("a", { href: url, class: kind, rel: "noopener noreferrer" }, label);
}
