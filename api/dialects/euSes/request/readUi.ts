import type { PageColors, PageSettings } from "../../../hostedPage/pageSettings.js";
import type { Fields } from "../../reading/fields.js";
import { colourNames, hidingNames, namesOf } from "../optionNames.js";

const urlCharacters = 2000;
const mostAncestors = 20;

/**
 * Reads `ui` into an order's page settings.
 * @param redirectUrl where the page is left for when `completeUrl` is not said
 * @throws EuSesFailure
 */
export function readUi(ui: Fields | null, redirectUrl: string | null): PageSettings | null {
  const page: PageSettings = { ...(redirectUrl !== null && { complete_url: withScheme(redirectUrl) }) };
  if (ui === null) return redirectUrl === null ? null : page;
  const colors = readColours(ui);
  if (Object.keys(colors).length > 0) page.colors = colors;
  const hide = namesOf(hidingNames).filter((name) => ui.flag(name) === true);
  if (hide.length > 0) page.hide = hide.map((name) => hidingNames[name]);
  const ancestors = readAncestors(ui);
  if (ancestors.length > 0) page.frame_ancestors = ancestors;
  const [logo, complete, cancel] = ["sidebarLogo", "completeUrl", "cancelUrl"].map((name) =>
    ui.text(name, urlCharacters),
  );
  if (logo) page.logo_url = withScheme(logo);
  if (complete) page.complete_url = withScheme(complete);
  if (cancel) page.cancel_url = withScheme(cancel);
  ui.refuseOthers();
  return Object.keys(page).length === 0 ? null : page;
}

function readColours(ui: Fields): PageColors {
  const colors: PageColors = {};
  for (const name of namesOf(colourNames)) {
    const colour = ui.text(name, 7);
    if (colour === null) continue;
    if (!/^#[0-9a-fA-F]{6}$/.test(colour)) {
      throw ui.refusal(name, "invalid", "must be a colour as #RRGGBB");
    }
    colors[colourNames[name]] = colour.toLowerCase();
  }
  return colors;
}

/** Origins are what a browser holds a frame's parents against: of a page's URL, the beginning. */
function readAncestors(ui: Fields): string[] {
  const given =
    typeof ui.raw("iframeAncestors") === "string" ? [ui.text("iframeAncestors", urlCharacters)] : null;
  const urls = given ?? ui.texts("iframeAncestors", mostAncestors, urlCharacters) ?? [];
  return urls
    .filter((url) => url !== null)
    .map((text) => {
      const url = URL.parse(withScheme(text.trim()));
      if (url === null || !/^https?:$/.test(url.protocol)) {
        throw ui.refusal("iframeAncestors", "invalid", "must be a list of URLs as https://example.com");
      }
      return url.origin;
    });
}

/** `example.com/thanks` is published as an example of such a URL; nothing but https can be meant. */
function withScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
}
