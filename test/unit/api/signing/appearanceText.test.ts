import { signatureCaption, signatureDate } from "../../../../api/signing/appearanceText.js";

const languages = ["ar", "cs", "da", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "sv"];

test.each(languages)(
  "a witness's signature says in %s that it is one, and a signer's that it is not",
  (language) => {
    const [signed, witnessed] = [signatureCaption(language, "signer"), signatureCaption(language, "witness")];
    expect(witnessed).not.toBe(signed);
    if (language === "en") expect([signed, witnessed]).toEqual(["Signed by", "Witnessed by"]);
    else expect([signed, witnessed]).not.toEqual(["Signed by", "Witnessed by"]);
  },
);

test("a language that we do not speak is English, and a region does not matter", () => {
  expect(signatureCaption("fi", "witness")).toBe("Witnessed by");
  expect(signatureCaption("de-AT", "witness")).toBe(signatureCaption("de", "witness"));
});

test("the time of signing is told in the order's zone with its distance from UTC on that day, and in UTC without one", () => {
  const [winter, summer] = [new Date("2026-12-31T23:30:00Z"), new Date("2026-07-01T12:00:00Z")];
  expect(signatureDate("en", winter, null)).toBe("31 Dec 2026, 23:30 UTC");
  expect(signatureDate("en", winter, "UTC")).toBe("31 Dec 2026, 23:30 UTC");
  expect(signatureDate("en", winter, "Europe/Paris")).toBe("1 Jan 2027, 00:30 UTC+1");
  expect(signatureDate("de", summer, "Europe/Paris")).toBe("01.07.2026, 14:00 UTC+2");
  expect(signatureDate("fr", summer, "Asia/Kolkata")).toMatch(/17:30 UTC\+5:30$/);
  expect(signatureDate("pl", summer, "America/St_Johns")).toMatch(/09:30 UTC[-−]2:30$/u);
});
