import type { HiddenPart, PageColors } from "../../hostedPage/pageSettings.js";

/** The dialect's colours of the page, and what they are called in an order's page settings. */
export const colourNames = {
  sidebarBackgroundColor: "sidebar_background",
  sidebarTitleColor: "sidebar_title",
  sidebarTextColor: "sidebar_text",
  footerBackgroundColor: "footer_background",
  headerBackgroundColor: "header_background",
  headerTitleColor: "header_title",
  headerSubtitleColor: "header_subtitle",
  buttonTextColor: "button_text",
  buttonTextColorHover: "button_text_hover",
  buttonBackgroundColor: "button_background",
  buttonBackgroundColorHover: "button_background_hover",
  signButtonTextColor: "sign_button_text",
  signButtonTextColorHover: "sign_button_text_hover",
  signButtonBackgroundColor: "sign_button_background",
  signButtonBackgroundColorHover: "sign_button_background_hover",
} as const satisfies Readonly<Record<string, keyof PageColors>>;

/** Its flags, and the parts of the page that they hide. */
export const hidingNames = {
  hideSidebar: "sidebar",
  hideHeader: "header",
  hideDownloadValidated: "download_source",
  hideDownloadSigned: "download_signed",
} as const satisfies Readonly<Record<string, HiddenPart>>;

/** Members of the dialect's `options`, which are taken beside them as well. */
export const optionNames = [
  "asyncDocumentsValidation",
  "asyncSignature",
  "signatureMode",
  "userEditableData",
  "timezone",
  "signerMustRead",
  "ui",
] as const;

export type ColourName = keyof typeof colourNames;
export type HidingName = keyof typeof hidingNames;

/** The names of a table, with their own type. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}
