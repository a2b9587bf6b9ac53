import type { PageTheme } from "./calls/answers.js";

const sheet = new CSSStyleSheet();

/**
 * Gives the page the colours that its order wants. They come after the page's own style sheets and win over their
 * tokens; the policy allows no style in the HTML itself.
 */
export function dress(theme: PageTheme | null): void {
  const { adoptedStyleSheets } = document;
  if (theme === null) return;
  sheet.replaceSync(
    `:root{${tokens(theme.light)}}@media (prefers-color-scheme:dark){:root{${tokens(theme.dark)}}}`,
  );
  if (!adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
}

/** Nothing but names and colours of the form that they have: whatever else came would be style of its own. */
function tokens(palette: Readonly<Record<string, string>>): string {
  return Object.entries(palette)
    .filter(([name, colour]) => /^[a-z_]+$/.test(name) && /^#[0-9a-f]{6}$/.test(colour))
    .map(([name, colour]) => `--${name.replaceAll("_", "-")}:${colour};`)
    .join("");
}
