import type { LetterLogo } from "../branding/letterLogo.js";
import type { Palette, Theme } from "../branding/theme.js";
import type { Block, Letter } from "../letter.js";
import { blockHtml } from "./blocks.js";
import { escapeHtml } from "./escapeHtml.js";
import { styleSheet } from "./styleSheet.js";

/** What a letter looks like. */
export interface Look {
  readonly theme: Theme;
  readonly logo: LetterLogo | null;
}

const font =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif";
const table = `role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;

/** Signs that take no room, so that a list of messages shows nothing of the letter after its preheader. */
const afterPreheader = "\u034f\u200c\u00a0".repeat(60);

/**
 * A letter as HTML, made of what mail programs agree on: tables, inline styles and presentational attributes for the
 * light colours; a style sheet, which some of them drop, for dark mode and small screens. It is well-formed XML too.
 * Nothing is fetched from anywhere but the tenant's logo, and nothing tells anybody that it was read.
 */
export function html(letter: Letter, { theme, logo }: Look): string {
  const colours = theme.light;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(letter.language)}" dir="${letter.direction}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
<meta name="color-scheme" content="light dark" />
<meta name="supported-color-schemes" content="light dark" />
<title>${escapeHtml(letter.subject)}</title>
<style>${styleSheet(theme)}</style>
</head>
<body class="p-background" style="margin:0;padding:0;background-color:${colours.background};-webkit-text-size-adjust:100%">
<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preheader)}${afterPreheader}</div>
<div role="article" aria-label="${escapeHtml(letter.heading)}">
<table ${table} class="p-background" bgcolor="${colours.background}" style="background-color:${colours.background}"><tbody><tr><td class="p-outer" align="center" style="padding:32px 16px">
<table ${table} dir="${letter.direction}" style="max-width:560px;font-family:${font};text-align:start;overflow-wrap:anywhere"><tbody>
<tr><td class="p-on-background" style="padding:0 4px 16px;font-size:17px;line-height:24px;font-weight:600;color:${colours.onBackground}">${head(letter, logo)}</td></tr>
<tr><td class="p-card" bgcolor="${colours.surface}" style="padding:32px;background-color:${colours.surface};border:1px solid ${colours.line};border-radius:12px;font-size:16px;line-height:25px;color:${colours.text}">
${body(letter, colours)}
</td></tr>
<tr><td class="p-muted-on-background" style="padding:20px 4px 0;font-size:13px;line-height:20px;color:${colours.mutedOnBackground}">
${letter.footer.map((line) => `<p${dirOf(letter)} style="margin:0 0 4px">${escapeHtml(line)}</p>`).join("\n")}
</td></tr>
</tbody></table>
</td></tr></tbody></table>
</div>
</body>
</html>
`;
}

function body(letter: Letter, colours: Palette): string {
  const dir = dirOf(letter);
  const heading = `<h1 class="p-text"${dir} style="margin:0 0 16px;font-size:24px;line-height:31px;font-weight:600;color:${colours.text}">${escapeHtml(letter.heading)}</h1>`;
  const parts = (some: readonly Block[]) => some.map((block) => blockHtml(block, colours, dir));
  return [
    ...parts(letter.blocks.filter(isBanner)),
    heading,
    ...parts(letter.blocks.filter((block) => !isBanner(block))),
  ].join("\n");
}

function isBanner(block: Block): boolean {
  return block.kind === "banner";
}

/** The tenant's logo, or else the sender's name. */
function head(letter: Letter, logo: LetterLogo | null): string {
  if (!logo) return `<span dir="auto">${escapeHtml(letter.sender)}</span>`;
  const image = (url: string, more: string, style: string) =>
    `<img src="${escapeHtml(url)}" alt="${escapeHtml(logo.alt ?? letter.sender)}" width="${logo.width ?? 160}"${more} style="${style}height:auto;max-width:100%;border:0;outline:none" />`;
  if (logo.ground !== undefined) {
    // In dark mode too, or a dark logo would not be seen there.
    const plate = `display:inline-block;padding:10px 14px;border-radius:8px;background-color:${logo.ground}`;
    return `<span style="${plate}">${image(logo.url, "", "display:block;")}</span>`;
  }
  if (logo.dark_url === undefined) return image(logo.url, "", "display:block;");
  return `${image(logo.url, ' class="p-logo-light"', "display:block;")}${image(logo.dark_url, ' class="p-logo-dark"', "display:none;mso-hide:all;")}`;
}

function dirOf({ textDirection }: Letter): string {
  return textDirection === "auto" ? ' dir="auto"' : "";
}
