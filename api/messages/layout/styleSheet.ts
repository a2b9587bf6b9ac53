import type { Palette, Theme } from "../branding/theme.js";

/**
 * What inline styles cannot say: dark colours and narrow screens. `data-ogsc` and `data-ogsb` are how Outlook on the
 * web and on phones marks what it has darkened by itself.
 */
export function styleSheet({ light, dark }: Theme): string {
  return [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    `.p-link{color:${light.link}}`,
    "@media (prefers-color-scheme:dark){",
    ...darkRules(dark).map(([selector, rule]) => `${selector}{${rule}}`),
    ".p-logo-light{display:none!important}.p-logo-dark{display:block!important;max-height:none!important}",
    "}",
    ...darkRules(dark).map(([selector, rule]) => `${outlookMark(rule)} ${selector}{${rule}}`),
    "@media (max-width:480px){",
    ".p-outer{padding:16px 8px!important}",
    ".p-card{padding:24px 20px!important}",
    ".p-button{width:100%!important}",
    ".p-button-label{display:block!important;text-align:center!important}",
    "}",
  ].join("\n");
}

function darkRules(dark: Palette): (readonly [selector: string, rule: string])[] {
  return [
    [".p-background", `background-color:${dark.background}!important`],
    [
      ".p-card",
      `background-color:${dark.surface}!important;border-color:${dark.line}!important;color:${dark.text}!important`,
    ],
    [".p-text", `color:${dark.text}!important`],
    [".p-on-background", `color:${dark.onBackground}!important`],
    [".p-muted", `color:${dark.muted}!important`],
    [".p-muted-on-background", `color:${dark.mutedOnBackground}!important`],
    [".p-line", `border-color:${dark.line}!important`],
    [
      ".p-button-ground",
      `background-color:${dark.accent}!important;border-color:${dark.accentEdge}!important`,
    ],
    [".p-button-label", `color:${dark.onAccent}!important`],
    [".p-link", `color:${dark.link}!important`],
  ];
}

function outlookMark(rule: string): string {
  return rule.startsWith("background-color") ? "[data-ogsb]" : "[data-ogsc]";
}
