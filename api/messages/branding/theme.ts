import type { Branding, Colors } from "./branding.js";
import { type Colour, contrast, mix, parseColour, standingOut, writeColour } from "./colour.js";

/** Every colour of a letter, `#rrggbb`. */
export interface Palette {
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  /** The same on the background. */
  readonly onBackground: string;
  readonly mutedOnBackground: string;
  readonly line: string;
  /** Of a button. */
  readonly accent: string;
  /** Around it, so that it is seen also where its colour is hardly that of the surface. */
  readonly accentEdge: string;
  readonly onAccent: string;
  readonly link: string;
}

export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
}

interface Basis {
  readonly background: Colour;
  readonly surface: Colour;
  readonly text: Colour;
  readonly accent: Colour;
}

// The same as those of the signing page (widget/hostedPage/styles/tokens.css).
const light: Basis = {
  background: [238, 240, 244],
  surface: [255, 255, 255],
  text: [20, 23, 31],
  accent: [36, 71, 201],
};
const dark: Basis = {
  background: [13, 15, 20],
  surface: [23, 26, 33],
  text: [236, 238, 243],
  accent: [157, 178, 255],
};

/** Contrast of text with what it stands on (WCAG 2.2, 1.4.3), and of a button with what is around it (1.4.11). */
const ofText = 4.5;
const ofShape = 3;

/**
 * The colours of a profile's letters. Whatever the tenant chose, everything can be read: a colour that would not
 * stand out enough gives way to the nearest that does.
 */
export function themeOf(branding: Branding): Theme {
  const darkColors = branding.dark_colors ?? {};
  const accent = darkColors.accent ?? branding.colors?.accent;
  return {
    light: paletteOf(light, branding.colors ?? {}),
    dark: paletteOf(dark, accent === undefined ? darkColors : { ...darkColors, accent }),
  };
}

function paletteOf(basis: Basis, colors: Colors): Palette {
  const chosen = (name: keyof Basis) => parseColour(colors[name] ?? "") ?? basis[name];
  const background = chosen("background");
  const surface = chosen("surface");
  const text = standingOut(chosen("text"), [surface], ofText);
  const accent = chosen("accent");
  return {
    background: writeColour(background),
    surface: writeColour(surface),
    text: writeColour(text),
    muted: writeColour(standingOut(mix(text, surface, 0.3), [surface], ofText)),
    mutedOnBackground: writeColour(standingOut(mix(text, background, 0.3), [background], ofText)),
    onBackground: writeColour(standingOut(text, [background], ofText)),
    line: writeColour(mix(surface, text, 0.14)),
    accent: writeColour(accent),
    accentEdge: writeColour(standingOut(accent, [surface], ofShape)),
    onAccent: writeColour(labelOn(accent, surface)),
    link: writeColour(standingOut(accent, [surface], ofText)),
  };
}

/** What is written on a button: in the surface's colour as if cut out of it, or else in white or black. */
function labelOn(accent: Colour, surface: Colour): Colour {
  const ink: Colour = [20, 23, 31];
  const choices: readonly Colour[] = [surface, [255, 255, 255], ink];
  return choices.find((choice) => contrast(choice, accent) >= ofText) ?? [0, 0, 0];
}

/**
 * Which of a profile's colours cannot be used for everything as they are.
 * @returns paths such as `colors.text`, with the colour that is used instead
 */
export function corrections(branding: Branding): { param: string; used: string }[] {
  const theme = themeOf(branding);
  const compared = [
    ["colors", branding.colors ?? {}, theme.light],
    ["dark_colors", branding.dark_colors ?? {}, theme.dark],
  ] as const;
  const uses = [
    ["accent", "link"],
    ["text", "text"],
  ] as const;
  return compared.flatMap(([place, colors, palette]) =>
    uses.flatMap(([name, use]) => {
      const asked = parseColour(colors[name] ?? "");
      const used = palette[use];
      return asked && writeColour(asked) !== used ? [{ param: `${place}.${name}`, used }] : [];
    }),
  );
}
