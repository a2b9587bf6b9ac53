import { type Colour, contrast, mix } from "../messages/branding/colour.js";

/** The page's own colours, as far as others are judged by them. */
export interface Basis {
  readonly desk: Colour;
  readonly surface: Colour;
  readonly sidebar: Colour;
  readonly text: Colour;
  readonly accent: Colour;
  /** Contrast that words have with their ground at least (WCAG 2.2, 1.4.3): more where nobody has chosen them for it. */
  readonly contrast: number;
  readonly isDark: boolean;
}

// The same as in widget/hostedPage/styles/tokens.css.
export const light: Basis = {
  desk: [238, 240, 244],
  surface: [255, 255, 255],
  sidebar: [246, 247, 250],
  text: [20, 23, 31],
  accent: [36, 71, 201],
  contrast: 4.5,
  isDark: false,
};

export const dark: Basis = {
  desk: [13, 15, 20],
  surface: [23, 26, 33],
  sidebar: [18, 21, 27],
  text: [236, 238, 243],
  accent: [157, 178, 255],
  contrast: 7,
  isDark: true,
};

/** From what contrast with white on a ground is dark enough for a dark page. */
const darkEnough = 4;
/** How much of a light ground's hue is left in the dark, and from what difference of its parts on it has one. */
const tint = 0.09;
const leastHue = 5;

/** A ground as it is there: in the dark, a light one is a dark one of its hue, so that it does not dazzle. */
export function adapted({ isDark, surface }: Basis, ground: Colour): Colour {
  if (!isDark || contrast(ground, [255, 255, 255]) >= darkEnough) return ground;
  const [least, most] = [Math.min(...ground), Math.max(...ground)];
  if (most - least < leastHue) return surface;
  const hue = (part: number) => (255 * (part - least)) / (most - least);
  return mix(surface, [hue(ground[0]), hue(ground[1]), hue(ground[2])], tint);
}
