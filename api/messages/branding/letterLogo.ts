import type { PageSettings } from "../../hostedPage/pageSettings.js";
import type { Branding, Logo } from "./branding.js";

/** A logo at the head of a letter. */
export interface LetterLogo extends Logo {
  /** `#rrggbb`: what it was made to stand on, where that is not the letter. */
  readonly ground?: string;
}

/** Ours, where nothing is said of the sidebar. */
const sidebar = "#f6f7fa";

/**
 * The logo of an order's letters: that of its own page before the profile's, and that of the profile's page where the
 * profile has none for letters. A page's logo was made for the sidebar, in light or dark as that is, and so it brings
 * that colour with it.
 */
export function letterLogo(
  { logo }: Branding,
  profilePage: Readonly<PageSettings>,
  orderPage: Readonly<PageSettings> | null,
): LetterLogo | null {
  const own = orderPage?.logo_url;
  if (own === undefined && logo) return logo;
  const url = own === undefined ? profilePage.logo_url : own;
  if (!url) return null;
  const { alt, width } = logo ?? {};
  const ground = orderPage?.colors?.sidebar_background ?? profilePage.colors?.sidebar_background ?? sidebar;
  return { url, ground, ...(alt !== undefined && { alt }), ...(width !== undefined && { width }) };
}
