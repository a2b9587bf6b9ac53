import { themeOf } from "../../../../../api/messages/branding/theme.js";
import { html } from "../../../../../api/messages/layout/html.js";
import { plainText } from "../../../../../api/messages/layout/plainText.js";
import { languages } from "../../../../../api/messages/words/languages.js";
import { failureInWords } from "../../../../../api/webhooks/notices/failureInWords.js";
import { noticeWordsFor } from "../../../../../api/webhooks/notices/words/languages.js";
import { noticeOccasion, sampleNotices } from "../../../../support/sampleNotices.js";

const look = { theme: themeOf({}), logo: null };

test.each(languages.map(({ language }) => language))(
  "every kind of notice is complete in %s, as text and as HTML, and names the endpoint",
  (language) => {
    for (const [kind, letter] of Object.entries(sampleNotices({ language }))) {
      const shown = [plainText(letter), html(letter, look)];
      for (const text of [...shown, letter.subject, letter.preheader]) {
        expect([kind, /\{[a-z]+\}|\b(undefined|null|NaN)\b|\[object/.exec(text)]).toEqual([kind, null]);
      }
      for (const text of shown) {
        expect(text).toContain("rentals.example.com:8443");
        expect(text).toContain("/v1/webhook-endpoints/whe_01kcq7a3x0e5tbe2rr3qj0w8ma");
      }
      expect(letter.subject).toContain("Rental files");
      expect(letter.language).toBe(language);
    }
  },
);

test("whoever reads that an endpoint fails finds since when, why, how much waits and when it is disabled", () => {
  const text = plainText(sampleNotices()["endpointFailing"]!);
  expect(text).toContain("Nothing has arrived since: Tuesday, 1 December 2026 at 17:30 CET");
  expect(text).toContain("Last attempt: It answered with an error (HTTP 503).");
  expect(text).toContain("Notifications waiting: 1,000+");
  expect(text).toContain("Will be disabled on: Sunday, 6 December 2026 at 17:30 CET");
});

test("whoever reads that an endpoint was disabled finds why, and both requests that mend it", () => {
  const { endpointDisabled, endpointGone } = sampleNotices();
  const resource = noticeOccasion().endpoint.resource;
  const text = plainText(endpointDisabled!);
  expect(text).toContain("For five days");
  expect(text).toContain("Often, a certificate has expired.");
  expect(text).toContain(`    PATCH ${resource}\n    {"status":"enabled"}`);
  expect(text).toContain(`    POST ${resource}/replays\n    {"from":"2026-12-01T15:30:00Z","only":"missed"}`);
  expect(plainText(endpointGone!)).toContain("(HTTP 410)");
  expect(plainText(endpointGone!)).not.toContain("Last attempt");
});

test("dates are those of the reader's language and of the profile's time zone", () => {
  const { endpointFailing } = sampleNotices({ language: "de-AT", timeZone: "UTC" });
  expect(plainText(endpointFailing!)).toContain(
    "Wird deaktiviert am: Sonntag, 6. Dezember 2026 um 16:30 UTC",
  );
});

test("of the URL nothing but its host stands in a notice: a path holds secrets as a query does", () => {
  const url = "https://ada:pa55@hooks.example.com/services/T00/s3cr3t?token=s3cr3t#s3cr3t";
  const endpoint = { ...noticeOccasion().endpoint, description: null, url };
  for (const letter of Object.values(sampleNotices({ endpoint }))) {
    for (const text of [plainText(letter), html(letter, look), letter.subject]) {
      expect(text).toContain("hooks.example.com");
      expect(text).not.toMatch(/services|s3cr3t|pa55|ada:/);
    }
  }
});

test("nothing that a caller wrote into a description becomes a header, markup, a placeholder or a change of direction", () => {
  const hostile = 'A"\r\nBcc: eve@example.org\u2028<img src=x onerror=alert(1)>{endpoint}\u202e';
  const endpoint = { ...noticeOccasion().endpoint, description: hostile };
  const letter = sampleNotices({ endpoint, sender: hostile })["endpointFailing"]!;
  expect(letter.subject).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
  expect(letter.subject).toContain("{endpoint}");
  expect(html(letter, look)).not.toContain("<img");
});

test("a notice of test mode says so first", () => {
  expect(plainText(sampleNotices({ mode: "test" })["endpointGone"]!)).toContain("[Test mode: no real");
  expect(plainText(sampleNotices()["endpointGone"]!)).not.toContain("Test mode");
});

test.each([
  [301, null, "It answered with a redirection, which is not followed (HTTP 301)."],
  [404, "http_4xx", "It answered with an error (HTTP 404)."],
  [null, "name_not_found", "The server’s name could not be found."],
  [null, "timeout", "The server did not answer in time."],
  [null, "address_forbidden", "The address leads to an internal network, where nothing may be sent."],
  [null, "toString", "The request could not be sent."],
  [null, null, "The request could not be sent."],
])("status %s and error %s are said in plain words", (status, error, sentence) => {
  expect(failureInWords(noticeWordsFor("en"), { status, error })).toBe(sentence);
});
