import { Failure } from "../../../../api/failure/failure.js";
import { checkPage } from "../../../../api/hostedPage/checkPage.js";
import { frameOrigin } from "../../../../api/hostedPage/frameOrigin.js";
import { mergePages, type PageSettings } from "../../../../api/hostedPage/pageSettings.js";
import { storedPage } from "../../../../api/hostedPage/storedPage.js";

const origins = (count: number) => Array.from({ length: count }, (_, index) => `https://p${index}.example`);

function refused(page: PageSettings, mode: "test" | "live" = "live"): string | null {
  try {
    checkPage(page, mode, "page");
    return null;
  } catch (error) {
    if (error instanceof Failure) return `${error.code} ${error.param}`;
    throw error;
  }
}

test.each<[string, PageSettings, string]>([
  ["a colour that is none", { colors: { header_title: "navy" } }, "colors.header_title"],
  ["a colour with a semicolon", { colors: { sidebar_text: "#fff;x" } }, "colors.sidebar_text"],
  ["a logo without TLS", { logo_url: "http://a.example/logo.png" }, "logo_url"],
  ["a logo in the URL itself", { logo_url: "data:image/svg+xml,x" }, "logo_url"],
  ["a logo whose host would end the policy's directive", { logo_url: "https://a;b/logo.png" }, "logo_url"],
  ["a way out into a script", { complete_url: "javascript:alert(1)" }, "complete_url"],
  ["a way out with a password", { cancel_url: "https://a:b@c.example" }, "cancel_url"],
  ["a way out without TLS", { cancel_url: "http://c.example" }, "cancel_url"],
  [
    "a way out of 2,001 characters",
    { complete_url: `https://c.example/${"x".repeat(1983)}` },
    "complete_url",
  ],
  [
    "a way out of more than 2,000 characters as a browser writes it",
    { complete_url: `https://c.example/${"é".repeat(1000)}` },
    "complete_url",
  ],
  ["any subdomain as ancestor", { frame_ancestors: ["https://*.example.com"] }, "frame_ancestors[0]"],
  ["everybody as ancestor", { frame_ancestors: ["https://a.example", "*"] }, "frame_ancestors[1]"],
  ["a scheme as ancestor", { frame_ancestors: ["https:"] }, "frame_ancestors[0]"],
  ["an ancestor with a path", { frame_ancestors: ["https://a.example/x"] }, "frame_ancestors[0]"],
  [
    "two ancestors in one",
    { frame_ancestors: ["https://a.example https://b.example"] },
    "frame_ancestors[0]",
  ],
  [
    "a directive behind an ancestor",
    { frame_ancestors: ["https://a.example;script-src"] },
    "frame_ancestors[0]",
  ],
  ["21 ancestors", { frame_ancestors: origins(21) }, "frame_ancestors"],
])("%s is refused by name", (_, page, param) => {
  expect(refused(page)).toBe(`field_invalid page.${param}`);
});

test("http is for test mode, and for the logo not even there", () => {
  const open: PageSettings = {
    complete_url: "http://localhost:3000/done",
    cancel_url: "http://127.0.0.1:3000",
    frame_ancestors: ["http://localhost:3000", ...origins(19)],
  };
  expect(refused(open, "test")).toBeNull();
  expect(refused(open, "live")).toBe("field_invalid page.complete_url");
  expect(refused({ logo_url: "http://localhost/logo.png" }, "test")).toBe("field_invalid page.logo_url");
});

test("an origin is kept as browsers write it", () => {
  const given = [
    "HTTPS://Crm.Example.com:443",
    "https://a.example:8443",
    "https://müller.example",
    "https://[::1]",
  ];
  expect(given.map((one) => frameOrigin(one, false))).toEqual([
    "https://crm.example.com",
    "https://a.example:8443",
    "https://xn--mller-kva.example",
    null,
  ]);
});

test("what is kept has one form, and keeping it again changes nothing", () => {
  const kept = storedPage({
    colors: { button_text: "#FA0" },
    logo_url: "https://a.example",
    hide: ["header", "header"],
    frame_ancestors: ["https://a.example", "https://A.example:443"],
    cancel_url: null,
  });
  expect(kept).toEqual({
    colors: { button_text: "#ffaa00" },
    logo_url: "https://a.example/",
    hide: ["header"],
    frame_ancestors: ["https://a.example"],
    cancel_url: null,
  });
  expect(storedPage(kept)).toEqual(kept);
});

test("an order's members go before the profile's one by one, colours too, and null takes one away", () => {
  const profile: PageSettings = {
    colors: { button_text: "#ffffff", header_title: "#000000" },
    logo_url: "https://a.example/",
    hide: ["sidebar"],
    complete_url: "https://a.example/done",
  };
  expect(mergePages(profile, { colors: { header_title: "#111111" }, hide: [], complete_url: null })).toEqual({
    colors: { button_text: "#ffffff", header_title: "#111111" },
    logo_url: "https://a.example/",
    hide: [],
    complete_url: null,
  });
  expect(mergePages(null, null)).toEqual({});
});
