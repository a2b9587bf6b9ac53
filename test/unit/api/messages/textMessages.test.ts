import { inGsmAlphabet, septets } from "../../../../api/messages/sms/gsmAlphabet.js";
import { codeSms, completedSms, overSms, requestSms } from "../../../../api/messages/sms/orderSms.js";
import { expiresAt, link, occasion } from "../../../support/sampleLetters.js";

const request = { role: "signer", link, expiresAt } as const;

test("an invitation by text message is one message with sender, title and link", () => {
  const text = requestSms(occasion({ title: "Lease" }), "invitation", request);
  expect(text).toBe(`Immobilière du Lac asks you to sign "Lease": ${link}`);
  expect(septets(text)).toBeLessThanOrEqual(160);
});

test("a long title is cut, then a long sender's name; the link never is", () => {
  const text = requestSms(
    occasion({ title: "t".repeat(200), sender: "s".repeat(200) }),
    "invitation",
    request,
  );
  expect(septets(text)).toBeLessThanOrEqual(160);
  expect(text).toMatch(/^s+\.\.\. asks you to sign "ttttt\.\.\.": https/);
  expect(text.endsWith(link)).toBe(true);
});

test("letters lose the marks that the alphabet has not, so that 160 characters fit and not 70", () => {
  expect(inGsmAlphabet("Żółć „Łódź” – œuvre ç á")).toBe('Zolc "Lodz" - oeuvre c a');
  expect(inGsmAlphabet("é à ü ñ Ø €")).toBe("é à ü ñ Ø €");
  expect(septets("a€{}")).toBe(7);
});

test("a name that cannot be spelled in the alphabet makes the message plain, not two messages", () => {
  const text = requestSms(
    occasion({ sender: "Общество", title: "Договор аренды квартиры" }),
    "invitation",
    request,
  );
  expect(text).toBe(`Documents are waiting for you: ${link}`);
});

test("approvers, witnesses, reminders, new links, ends and codes have text messages of their own", () => {
  const about = occasion({ title: "Lease", sender: "Acme" });
  expect(requestSms(about, "invitation", { ...request, role: "approver" })).toMatch(/to approve/);
  expect(requestSms(about, "invitation", { ...request, role: "witness" })).toMatch(/as a witness/);
  expect(requestSms(about, "reminder", request)).toMatch(/^Reminder/);
  expect(requestSms(about, "link_changed", request)).toMatch(/^Your new link/);
  expect(completedSms(about, link)).toBe(`"Lease" from Acme is signed. Your documents: ${link}`);
  expect(overSms(about, "cancelled")).toBe('Acme: "Lease" has ended. There is nothing more for you to do.');
  const code = { code: "482913", lifeSeconds: 600, reusable: false, ownText: null };
  expect(codeSms(about, code)).toBe(
    "482913 is your code to sign for Acme. Valid for 10 minutes. Never share it.",
  );
  expect(codeSms(about, { ...code, ownText: "{OTP} opens it" })).toBe("482913 opens it");
});

test("the tenant's text message takes the place of ours", () => {
  const texts = { en: { approval: { sms: "{title}! {link}" } } };
  const about = occasion({ title: "Lease", texts });
  expect(requestSms(about, "invitation", { ...request, role: "approver" })).toBe(`Lease! ${link}`);
  expect(requestSms(about, "invitation", request)).toMatch(/asks you to sign/);
});
