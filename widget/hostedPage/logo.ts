import type { SignerStatus } from "./calls/answers.js";
import { element } from "./element.js";

/** The order's logo, in the place for it; undefined where it has none, or hides the part of the page that shows it. */
export function logo({ page, request }: Pick<SignerStatus, "page" | "request">): HTMLElement | undefined {
  if (page.logo_url === null || page.hide.includes("sidebar")) return undefined;
  const image = element("img", {
    class: "logo-image",
    alt: request.sender ?? "",
    referrerpolicy: "no-referrer",
    src: page.logo_url,
  });
  const made = element("p", { class: "logo" }, image);
  // A sign for a picture that is not there says nothing to anybody.
  image.addEventListener("error", () => made.remove());
  return made;
}
