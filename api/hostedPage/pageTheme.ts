import {
  type Colour,
  contrast,
  mix,
  parseColour,
  standingOut,
  writeColour,
} from "../messages/branding/colour.js";
import { adapted, type Basis, dark, light } from "./basis.js";
import type { PageColors } from "./pageSettings.js";

/**
 * Colours of the page's parts, `#rrggbb`, by name as in `sidebar_background`; a part of which nothing was said is not
 * among them.
 */
export type PagePalette = Record<string, string>;

/** The colours where it is light, and where the reader's device is set to dark. */
export interface PageTheme {
  light: PagePalette;
  dark: PagePalette;
}

/** Contrast of words with what they stand on (WCAG 2.2, 1.4.3), and of what shows a control (1.4.11). */
const ofText = 4.5;
const ofShape = 3;

/**
 * Every colour that follows from those that were chosen. Whatever they are, everything can be read: what would not stand
 * out enough gives way to the nearest that does. In the dark, light grounds become dark ones of the same tint.
 * @returns null where nothing was chosen
 */
export function pageTheme(colors: Readonly<PageColors> | undefined): PageTheme | null {
  if (colors === undefined || Object.keys(colors).length === 0) return null;
  return { light: paletteOf(light, colors), dark: paletteOf(dark, colors) };
}

function paletteOf(basis: Basis, colors: Readonly<PageColors>): PagePalette {
  return Object.fromEntries(
    [
      ...sidebar(basis, colors),
      ...header(basis, colors),
      ...footer(basis, colors),
      ...button(basis, colors, "button"),
      ...button(basis, { ...buttonAsSign(colors), ...colors }, "sign_button"),
      ...accent(basis, colors),
    ].map(([name, colour]) => [name, writeColour(colour)]),
  );
}

type Named = readonly (readonly [name: string, colour: Colour])[];

function sidebar(basis: Basis, colors: Readonly<PageColors>): Named {
  const { sidebar_background: ground, sidebar_title: title, sidebar_text: text } = colors;
  if ((ground ?? title ?? text) === undefined) return [];
  const background = groundOf(basis, ground, basis.sidebar);
  const words = readable(basis, text, background);
  return [
    ["sidebar_background", background],
    ["sidebar_title", readable(basis, title, background)],
    ["sidebar_text", words],
    ["sidebar_line", mix(background, words, 0.16)],
    // What the logo was made to stand on, whatever has become of that in the dark.
    ["logo_ground", parseColour(ground ?? "") ?? light.sidebar],
  ];
}

function header(basis: Basis, colors: Readonly<PageColors>): Named {
  const { header_background: ground, header_title, header_subtitle } = colors;
  if ((ground ?? header_title ?? header_subtitle) === undefined) return [];
  const background = groundOf(basis, ground, basis.surface);
  const title = readable(basis, header_title, background);
  const soft = standingOut(
    mix(readable(basis, undefined, background), background, 0.25),
    [background],
    ofText,
  );
  const mark = mix(background, title, 0.16);
  return [
    ["header_background", background],
    ["header_title", title],
    ["header_subtitle", header_subtitle === undefined ? soft : readable(basis, header_subtitle, background)],
    ["header_line", mark],
    ["header_mark", mark],
    ["header_mark_text", standingOut(title, [mark], ofText)],
  ];
}

function footer(basis: Basis, { footer_background: ground }: Readonly<PageColors>): Named {
  if (ground === undefined) return [];
  const background = groundOf(basis, ground, basis.desk);
  const words = readable(basis, undefined, background);
  return [
    ["footer_background", background],
    ["footer_text", words],
    ["footer_line", mix(background, words, 0.16)],
  ];
}

function button(basis: Basis, colors: Readonly<PageColors>, name: "button" | "sign_button"): Named {
  const { [`${name}_background` as const]: ground, [`${name}_text` as const]: text } = colors;
  const {
    [`${name}_background_hover` as const]: groundUnder = undefined,
    [`${name}_text_hover` as const]: textUnder = text,
  } = colors;
  if ((ground ?? text ?? groundUnder ?? textUnder) === undefined) return [];
  const background = parseColour(ground ?? "") ?? basis.accent;
  const words = labelOn(background, text);
  const under = parseColour(groundUnder ?? "") ?? mix(background, words, 0.14);
  return [
    [`${name}_background`, background],
    [`${name}_text`, words],
    [`${name}_edge`, standingOut(background, [basis.surface], ofShape)],
    [`${name}_background_hover`, under],
    [`${name}_text_hover`, labelOn(under, textUnder)],
    [`${name}_edge_hover`, standingOut(under, [basis.surface], ofShape)],
  ];
}

/** What is said of buttons counts for the one that signs as well, where nothing else is said of that one. */
function buttonAsSign(colors: Readonly<PageColors>): PageColors {
  return Object.fromEntries(
    Object.entries<string>({ ...colors })
      .filter(([name]) => name.startsWith("button_"))
      .map(([name, colour]) => [`sign_${name}`, colour]),
  );
}

/** Links, the bar of progress, what has the focus: in the colour of the buttons. */
function accent(basis: Basis, colors: Readonly<PageColors>): Named {
  const chosen = parseColour(colors.button_background ?? colors.sign_button_background ?? "");
  if (chosen === null) return [];
  const soft = mix(basis.surface, chosen, 0.1);
  const colour = standingOut(chosen, [basis.surface, basis.desk, soft], basis.isDark ? 6 : ofText);
  return [
    ["accent", colour],
    ["accent_strong", mix(colour, basis.text, 0.25)],
    ["accent_soft", soft],
    ["on_accent", labelOn(colour)],
  ];
}

function groundOf(basis: Basis, chosen: string | undefined, own: Colour): Colour {
  const colour = parseColour(chosen ?? "");
  return colour ? adapted(basis, colour) : own;
}

/** The colour that was chosen, or one like it, that can be read there; the page's own words where none was chosen. */
function readable(basis: Basis, chosen: string | undefined, ground: Colour): Colour {
  const colour = parseColour(chosen ?? "");
  if (colour)
    return standingOut(colour, [ground], contrast(colour, ground) < ofText ? basis.contrast : ofText);
  return best([basis.text, light.text, dark.text], ground);
}

function labelOn(ground: Colour, chosen?: string): Colour {
  const colour = parseColour(chosen ?? "");
  return colour ? standingOut(colour, [ground], ofText) : best([[255, 255, 255], light.text], ground);
}

/** The first that stands out well, or else the one that does so most. */
function best(candidates: readonly Colour[], ground: Colour): Colour {
  const most = [...candidates].sort((one, other) => contrast(other, ground) - contrast(one, ground))[0]!;
  const chosen = candidates.find((candidate) => contrast(candidate, ground) >= ofText) ?? most;
  return standingOut(chosen, [ground], ofText);
}

/** Colours of words that were chosen, and what they are written on. */
const wordColours = [
  "sidebar_title",
  "sidebar_text",
  "header_title",
  "header_subtitle",
  "button_text",
  "button_text_hover",
  "sign_button_text",
  "sign_button_text_hover",
] as const satisfies readonly (keyof PageColors)[];

/** A colour that could not be read as it was chosen, and what is shown in its place. */
export interface PageCorrection {
  /** As in `page.colors.header_title`. */
  param: string;
  /** `#rrggbb`. */
  used: string;
}

/** Which of the colours are not used as they are, where it is light. */
export function pageCorrections(colors: Readonly<PageColors> | undefined): PageCorrection[] {
  const theme = pageTheme(colors);
  if (theme === null) return [];
  return wordColours.flatMap((name) => {
    const asked = parseColour(colors?.[name] ?? "");
    const used = theme.light[name];
    const differs = asked !== null && used !== undefined && writeColour(asked) !== used;
    return differs ? [{ param: `page.colors.${name}`, used }] : [];
  });
}
