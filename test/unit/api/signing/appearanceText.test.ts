import { signatureCaption } from "../../../../api/signing/appearanceText.js";

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
