import { parseColour, writeColour } from "../messages/branding/colour.js";
import { frameOrigin } from "./frameOrigin.js";
import type { PageColors, PageSettings } from "./pageSettings.js";

/**
 * What was said of a page, in the one form in which it is kept and shown: `#rrggbb`, URLs and origins as a browser
 * writes them, lists without doubles.
 * @param page that has passed `checkPage`
 */
export function storedPage(page: Readonly<PageSettings>): PageSettings {
  const { colors, hide, frame_ancestors: ancestors } = page;
  return {
    ...(colors && { colors: storedColors(colors) }),
    ...storedUrl(page, "logo_url"),
    ...(hide && { hide: [...new Set(hide)] }),
    ...(ancestors && {
      frame_ancestors: [...new Set(ancestors.map((one) => frameOrigin(one, true) ?? one))],
    }),
    ...storedUrl(page, "complete_url"),
    ...storedUrl(page, "cancel_url"),
  };
}

function storedColors(colors: Readonly<PageColors>): PageColors {
  return Object.fromEntries(
    Object.entries<string>({ ...colors }).map(([name, text]) => {
      const colour = parseColour(text);
      return [name, colour ? writeColour(colour) : text];
    }),
  );
}

function storedUrl(
  page: Readonly<PageSettings>,
  name: "logo_url" | "complete_url" | "cancel_url",
): Partial<PageSettings> {
  const url = page[name];
  if (url === undefined) return {};
  return { [name]: url === null ? null : new URL(url).href };
}
