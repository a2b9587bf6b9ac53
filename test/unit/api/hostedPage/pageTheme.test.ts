import type { PageColors } from "../../../../api/hostedPage/pageSettings.js";
import { pageCorrections, pageTheme } from "../../../../api/hostedPage/pageTheme.js";
import { contrast, parseColour } from "../../../../api/messages/branding/colour.js";

/** What is written on what, by the names in a palette. */
const written = [
  ["sidebar_title", "sidebar_background"],
  ["sidebar_text", "sidebar_background"],
  ["header_title", "header_background"],
  ["header_subtitle", "header_background"],
  ["header_mark_text", "header_mark"],
  ["footer_text", "footer_background"],
  ["button_text", "button_background"],
  ["button_text_hover", "button_background_hover"],
  ["sign_button_text", "sign_button_background"],
  ["sign_button_text_hover", "sign_button_background_hover"],
  ["on_accent", "accent"],
  ["accent", "accent_soft"],
] as const;

const names = [
  "sidebar_background",
  "sidebar_title",
  "sidebar_text",
  "footer_background",
  "header_background",
  "header_title",
  "header_subtitle",
  "button_text",
  "button_text_hover",
  "button_background",
  "button_background_hover",
  "sign_button_text",
  "sign_button_text_hover",
  "sign_button_background",
  "sign_button_background_hover",
] as const satisfies readonly (keyof PageColors)[];

function ratio(palette: Readonly<Record<string, string>>, text: string, ground: string): number {
  return contrast(parseColour(palette[text] ?? "")!, parseColour(palette[ground] ?? "")!);
}

test("whatever colours are chosen, everything can be read in light and in dark", () => {
  const shades = ["#000000", "#ffffff", "#777777", "#ffff00", "#0000ff", "#0f7a5a", "#e2541b"];
  for (const [round, ground] of shades.entries()) {
    const colors = Object.fromEntries(
      names.map((name, index) => [
        name,
        name.includes("background") ? ground : shades[(round + index) % shades.length]!,
      ]),
    ) as PageColors;
    const theme = pageTheme(colors)!;
    for (const palette of [theme.light, theme.dark]) {
      for (const [text, under] of written) {
        const found = ratio(palette, text, under);
        expect({ ground, text, enough: found >= 4.5 }).toEqual({ ground, text, enough: true });
      }
    }
  }
});

test.each(names)("%s alone makes a part that can be read, and leaves the parts beside it alone", (name) => {
  for (const colour of ["#ffffff", "#000000", "#808080"]) {
    const { light, dark } = pageTheme({ [name]: colour })!;
    for (const palette of [light, dark]) {
      for (const [text, under] of written) {
        if (text in palette && under in palette)
          expect(ratio(palette, text, under)).toBeGreaterThanOrEqual(4.5);
      }
      const part = name.split("_")[0]!;
      const others = ["sidebar", "header", "footer"].filter((other) => other !== part);
      expect(Object.keys(palette).filter((key) => others.includes(key.split("_")[0]!))).toEqual([]);
    }
  }
});

test("colours that can be read are used as they are, and a dark ground in the dark too", () => {
  const colors: PageColors = {
    sidebar_background: "#10254A",
    sidebar_title: "#ffffff",
    sidebar_text: "#c9d6ee",
    sign_button_background: "#f4b740",
    sign_button_text: "#10254a",
  };
  expect(pageCorrections(colors)).toEqual([]);
  const { light, dark } = pageTheme(colors)!;
  expect(light).toMatchObject({
    sidebar_background: "#10254a",
    sidebar_text: "#c9d6ee",
    sign_button_text: "#10254a",
  });
  expect(dark).toMatchObject({ sidebar_background: "#10254a", sidebar_title: "#ffffff" });
});

test("a light ground does not dazzle in the dark, and what its logo was made for stays known", () => {
  const { light, dark } = pageTheme({ sidebar_background: "#e9f5ee" })!;
  expect(light["sidebar_background"]).toBe("#e9f5ee");
  expect(contrast(parseColour(dark["sidebar_background"]!)!, [255, 255, 255])).toBeGreaterThan(10);
  expect([light["logo_ground"], dark["logo_ground"]]).toEqual(["#e9f5ee", "#e9f5ee"]);
});

test("a colour that cannot be read is told with the one that is used", () => {
  const colors = {
    header_background: "#ffffff",
    header_title: "#eeeeee",
    button_background: "#ffffff",
    button_text: "#ffffcc",
  };
  const told = pageCorrections(colors);
  expect(told.map(({ param }) => param)).toEqual(["page.colors.header_title", "page.colors.button_text"]);
  expect(told[0]!.used).toBe(pageTheme(colors)!.light["header_title"]);
});

test("the button that signs looks like the others unless something is said of it", () => {
  const { light } = pageTheme({ button_background: "#0f7a5a", button_text: "#ffffff" })!;
  expect(light["sign_button_background"]).toBe("#0f7a5a");
  expect(light["sign_button_background_hover"]).toBe(light["button_background_hover"]);
  expect(pageTheme({})).toBeNull();
});

test("the sender's mark can be told from the header that it stands on, whatever that is", () => {
  for (const ground of ["#000000", "#ffffff", "#1d3a6e", "#e2541b"]) {
    const { light, dark } = pageTheme({ header_background: ground })!;
    for (const palette of [light, dark]) {
      expect(ratio(palette, "header_mark", "header_background")).toBeGreaterThan(1.1);
    }
  }
});
