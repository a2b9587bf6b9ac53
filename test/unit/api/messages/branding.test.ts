import type { Branding, SenderSettings } from "../../../../api/messages/branding/branding.js";
import { checkBranding, checkSender, checkTexts } from "../../../../api/messages/branding/checkBranding.js";
import { contrast, parseColour } from "../../../../api/messages/branding/colour.js";
import { corrections, type Palette, themeOf } from "../../../../api/messages/branding/theme.js";
import { seededRandom } from "../../../support/seededRandom.js";

const between = (one: string, other: string) => contrast(parseColour(one)!, parseColour(other)!);

function worst(palette: Palette) {
  const {
    background,
    surface,
    text,
    muted,
    onBackground,
    mutedOnBackground,
    accent,
    accentEdge,
    onAccent,
    link,
  } = palette;
  return {
    text: Math.min(
      between(text, surface),
      between(muted, surface),
      between(mutedOnBackground, background),
      between(onBackground, background),
      between(onAccent, accent),
      between(link, surface),
    ),
    shape: between(accentEdge, surface),
  };
}

test("our own colours are the signing page's and are used as they are", () => {
  const { light, dark } = themeOf({});
  expect([light.accent, light.surface, dark.accent, dark.surface]).toEqual([
    "#2447c9",
    "#ffffff",
    "#9db2ff",
    "#171a21",
  ]);
});

test("whatever colours a tenant chooses, text has a contrast of 4.5 and a button's edge one of 3", () => {
  const random = seededRandom(1);
  const colour = () => `#${random(0x1000000).toString(16).padStart(6, "0")}`;
  for (let round = 0; round < 300; round++) {
    const colors = { accent: colour(), text: colour(), surface: colour(), background: colour() };
    const theme = themeOf({ colors, dark_colors: colors });
    for (const palette of [theme.light, theme.dark]) {
      const { text, shape } = worst(palette);
      expect({ colors, text: text >= 4.5, shape: shape >= 3 }).toEqual({ colors, text: true, shape: true });
    }
  }
});

test("a brand's colour stays on its buttons, and the tenant can be told where it is adjusted", () => {
  const branding = { colors: { accent: "#ffe14d", text: "#111111" } };
  expect(themeOf(branding).light.accent).toBe("#ffe14d");
  expect(corrections(branding).map(({ param }) => param)).toEqual(["colors.accent"]);
  expect(corrections({ colors: { accent: "#2447C9" } })).toEqual([]);
});

const url = "https://acme.example/logo.png";
test.each<[string, Branding, string]>([
  ["a logo over http", { logo: { url: "http://acme.example/logo.png" } }, "branding.logo.url"],
  ["a logo with a password", { logo: { url: "https://a:b@acme.example/" } }, "branding.logo.url"],
  ["a logo that is script", { logo: { url, dark_url: "javascript:alert(1)" } }, "branding.logo.dark_url"],
  ["a colour by name", { colors: { accent: "red" } }, "branding.colors.accent"],
  ["style in a colour", { dark_colors: { text: "#fff;x:y" } }, "branding.dark_colors.text"],
])("refuses %s", (_what, branding, param) => {
  expect(() => checkBranding(branding)).toThrow(expect.objectContaining({ code: "field_invalid", param }));
});

test.each<[string, SenderSettings, string]>([
  ["two addresses in one", { reply_to: "a@example.org, b@example.org" }, "sender.reply_to"],
  ["a header in an address", { notices_to: "a@example.org\r\nBcc: b@example.org" }, "sender.notices_to"],
  ["a time zone that there is not", { time_zone: "Europe/Atlantis" }, "sender.time_zone"],
  ["a language that is none", { language: "no such" }, "sender.language"],
  ["a blank name", { name: " " }, "sender.name"],
])("refuses %s", (_what, sender, param) => {
  expect(() => checkSender(sender)).toThrow(expect.objectContaining({ code: "field_invalid", param }));
});

test("takes texts with the placeholders of their occasion", () => {
  const texts = {
    "fr-BE": {
      invitation: { subject: "{title}", sms: "{sender} : {link}" },
      refused_notice: { lead: "{by} : {reason}" },
    },
    en: { code: { lead: "{code} for {life}", sms: "{code}" } },
  };
  expect(() => checkTexts(texts)).not.toThrow();
});

test.each([
  ["a placeholder that there is not", { en: { invitation: { lead: "{nmae}" } } }, "texts.en.invitation.lead"],
  ["one with blanks in it", { en: { invitation: { lead: "{ title }" } } }, "texts.en.invitation.lead"],
  [
    "the reason for refusing, in what everybody reads",
    { en: { refused: { lead: "{reason}" } } },
    "texts.en.refused.lead",
  ],
  ["a code in an invitation", { en: { invitation: { lead: "{code}" } } }, "texts.en.invitation.lead"],
  ["an occasion that there is not", { en: { birthday: { lead: "x" } } }, "texts.en"],
  ["a part that there is not", { en: { removed: { button: "x" } } }, "texts.en.removed.button"],
  ["a blank text", { en: { invitation: { lead: " " } } }, "texts.en.invitation.lead"],
  [
    "a subject of 201 characters",
    { en: { invitation: { subject: "x".repeat(201) } } },
    "texts.en.invitation.subject",
  ],
  ["a text message without its link", { en: { invitation: { sms: "Sign!" } } }, "texts.en.invitation.sms"],
  ["a text message without its code", { en: { code: { sms: "{title}" } } }, "texts.en.code.sms"],
  ["a language that is none", { "no such": {} }, "texts"],
])("refuses %s", (_what, texts, param) => {
  expect(() => checkTexts(texts as never)).toThrow(expect.objectContaining({ code: "field_invalid", param }));
});
