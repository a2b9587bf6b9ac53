import { letterLogo } from "../../../../api/messages/branding/letterLogo.js";
import { themeOf } from "../../../../api/messages/branding/theme.js";
import { emailOf, inTheNameOf } from "../../../../api/messages/envelope.js";
import { codeLetter } from "../../../../api/messages/kinds/code.js";
import { invitation } from "../../../../api/messages/kinds/request.js";
import { html } from "../../../../api/messages/layout/html.js";
import { plainText } from "../../../../api/messages/layout/plainText.js";
import { languages } from "../../../../api/messages/words/languages.js";
import { expiresAt, link, occasion, request, sampleLetters } from "../../../support/sampleLetters.js";

const look = { theme: themeOf({}), logo: null };
const envelope = {
  id: "1",
  to: "ada@example.org",
  mailFrom: "Paraph <no-reply@example.org>",
  senderName: "Acme",
  sender: {},
  branding: {},
  logo: null,
};

test.each(languages.map(({ language }) => language))(
  "every kind of letter is complete in %s, as text and as HTML",
  (language) => {
    for (const [kind, letter] of Object.entries(sampleLetters({ language }))) {
      const text = plainText(letter);
      for (const shown of [text, html(letter, look), letter.subject, letter.preheader]) {
        expect([kind, /\{[a-z]+\}|\b(undefined|null|NaN)\b|\[object/.exec(shown)]).toEqual([kind, null]);
      }
      expect(letter.language).toBe(language);
      if (!kind.startsWith("code")) expect(letter.subject).toContain("Lease agreement, 12 rue des Lilas");
    }
  },
);

test("whoever is asked to act finds who asks, what for, until when, the link and what the sender wrote", () => {
  const letter = invitation(occasion(), request({ message: "Bring your keys." }));
  const text = plainText(letter);
  const shown = html(letter, look);
  for (const said of [
    "Immobilière du Lac",
    "Lease agreement, 12 rue des Lilas",
    "Annex A – inventory.pdf",
    link,
  ]) {
    expect(text).toContain(said);
    expect(shown).toContain(said);
  }
  expect(text).toContain("Tuesday, 1 December 2026 at 17:30 CET");
  expect(text).toContain("> Bring your keys.");
  expect(shown.split(`href="${link}"`)).toHaveLength(3);
});

test("approvers and witnesses are asked for what they are to do, and a delegate reads who named them", () => {
  const { approval, witness, delegated } = sampleLetters();
  expect(plainText(approval!)).toMatch(/asks you to approve[\s\S]*Read and approve/);
  expect(plainText(witness!)).toMatch(/witness a signature[\s\S]*Charles Babbage/);
  expect(delegated!.heading).toBe("Charles Babbage asked you to sign in their place");
});

test("a reason for refusing is told to the sender alone", () => {
  const { refused, refusedNotice } = sampleLetters();
  expect(plainText(refusedNotice!)).toMatch(/Charles Babbage refused[\s\S]*§ 4/);
  expect(plainText(refused!)).not.toMatch(/Babbage|§ 4/);
});

test("a code stands in the subject and in the letter, with how long and how often it works", () => {
  const { code, codeInLetters } = sampleLetters();
  expect(code!.subject).toBe("482913 is your code to sign");
  expect(plainText(code!)).toMatch(/482913[\s\S]*Valid for 10 minutes\. It works only once\./);
  expect(plainText(codeInLetters!)).not.toContain("only once");
});

test("a signer's own text takes the place of the lead of the code's letter", () => {
  const own = { code: "1234", lifeSeconds: 60, reusable: false, ownText: "Use {OTP} for {title}." };
  expect(plainText(codeLetter(occasion({ title: "Lease" }), own))).toContain("Use 1234 for Lease.");
});

test("the tenant's words take the place of ours, in the reader's language only, with their placeholders", () => {
  const texts = {
    fr: {
      invitation: {
        subject: "{title} vous attend",
        lead: "Bonjour {signer}.\n\nAvant le {expires}.",
        closing: "À bientôt",
      },
    },
  };
  const french = invitation(occasion({ language: "fr-BE", texts }), request());
  expect(french.subject).toBe("Lease agreement, 12 rue des Lilas vous attend");
  expect(plainText(french)).toMatch(
    /Bonjour Ada Lovelace\.\n\nAvant le mardi 1 décembre 2026[\s\S]*À bientôt/,
  );
  expect(invitation(occasion({ texts }), request()).subject).toMatch(/^Please sign/);
});

test("French has a space before its colons, which no line ends at", () => {
  const labels = plainText(invitation(occasion({ language: "fr" }), request())).match(/^.*:(?= |$)/gm);
  expect(labels).toContain("Jusqu’au\u00a0:");
  for (const label of labels!) expect(label).toMatch(/[\u00a0 ]:$/);
});

test("nothing that a stranger wrote becomes a header, markup, a placeholder or a change of direction", () => {
  const hostile = 'A"\r\nBcc: eve@example.org\u2028<img src=x onerror=alert(1)>{link}\u202e';
  const letter = invitation(
    occasion({ title: hostile, sender: hostile, reader: hostile }),
    request({ message: hostile }),
  );
  const email = emailOf(letter, { ...envelope, senderName: hostile });
  for (const header of [email.subject, email.from]) expect(header).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
  expect(email.from).toMatch(/^"[^"<>@]*" <no-reply@example\.org>$/);
  expect(email.html).not.toContain("<img");
  expect(email.html.replace(/\u202a|\u2068|\u2069/gu, "")).not.toContain("\u202e");
  expect(email.subject).toContain("{link}");
});

test("a letter names the tenant's logo and nothing else that would be fetched or that tells of its being read", () => {
  const { html: shown } = emailOf(sampleLetters()["invitation"]!, {
    ...envelope,
    logo: { url: "https://acme.example/logo.png", width: 120 },
  });
  expect(shown.match(/(src|url\(|@import|<link)/g)).toEqual(["src"]);
  expect(shown).toContain('<img src="https://acme.example/logo.png" alt="Immobilière du Lac" width="120"');
});

test("an order's logo comes before the profile's, on the ground that it was made for, and null is none", () => {
  const profile = {
    logo: { url: "https://acme.example/logo.png", alt: "Acme", dark_url: "https://acme.example/dark.png" },
  };
  const page = { logo_url: "https://acme.example/side.png", colors: { sidebar_background: "#10254a" } };
  expect(letterLogo(profile, page, null)).toBe(profile.logo);
  expect(letterLogo(profile, {}, { logo_url: null })).toBeNull();
  expect(letterLogo({}, page, null)).toEqual({ url: page.logo_url, ground: "#10254a" });
  const own = letterLogo(profile, page, { logo_url: "https://acme.example/own.png" });
  expect(own).toEqual({ url: "https://acme.example/own.png", ground: "#10254a", alt: "Acme" });
  const { html: shown } = emailOf(sampleLetters()["code"]!, { ...envelope, logo: own });
  expect(shown).toMatch(/background-color:#10254a"><img src="https:\/\/acme.example\/own.png" alt="Acme"/);
  expect(shown).not.toContain("logo.png");
});

test("a letter is sent in the sender's name from the service's own address, and answers go where the profile says", () => {
  const letter = sampleLetters({ answers: true })["invitation"]!;
  const email = emailOf(letter, { ...envelope, sender: { reply_to: "office@acme.example" } });
  expect(email).toMatchObject({ from: '"Acme" <no-reply@example.org>', replyTo: "office@acme.example" });
  expect(plainText(letter)).not.toContain("nobody reads answers");
  expect(inTheNameOf("", "no-reply@example.org")).toBe("no-reply@example.org");
});

test("a name in another script keeps its own direction within a sentence, and test orders say what they are", () => {
  const letter = invitation(occasion({ sender: "شركة البحيرة", mode: "test" }), request());
  expect(plainText(letter)).toContain("\u2068شركة البحيرة\u2069 asks you to sign");
  expect(plainText(letter)).toContain("[Test: without legal effect]");
});

test("times are given in the time zone of the profile", () => {
  const utc = invitation(occasion({ timeZone: "UTC", language: "de" }), request({ expiresAt }));
  expect(plainText(utc)).toMatch(/Dienstag, 1\. Dezember 2026 um 16:30 UTC/);
});
