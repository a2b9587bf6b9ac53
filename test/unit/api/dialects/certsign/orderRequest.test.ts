import { CertSignFailure } from "../../../../../api/dialects/certsign/certSignFailure.js";
import { holderLanguage } from "../../../../../api/dialects/certsign/orders/holderLanguage.js";
import { phoneNumber } from "../../../../../api/dialects/certsign/orders/phoneNumber.js";
import { readOrderRequest } from "../../../../../api/dialects/certsign/orders/readOrderRequest.js";

const holder = {
  firstname: "Ada",
  lastname: "Lovelace",
  email: "ada@example.org",
  mobile: "0611111111",
  country: "FR",
};

test.each([
  ["0611111111", "FR", "+33611111111"],
  ["06 11 11 11 11", "FR", "+33611111111"],
  ["33612345678", "FR", "+33612345678"],
  ["+33612345678", "GB", "+33612345678"],
  ["0033612345678", "FR", "+33612345678"],
  ["32470123456", "FR", "+32470123456"],
  ["0470 12 34 56", "BE", "+32470123456"],
  ["015112345678", "DE", "+4915112345678"],
  ["+15005550006", "FR", "+15005550006"],
  ["12", "FR", null],
  ["call me", "FR", null],
  ["ada@example.org", "FR", null],
])("%j in %s is the number %j", (text, country, number) => {
  expect(phoneNumber(text, country)).toBe(number);
});

test.each([
  ["FR", "fr"],
  ["DE", "de"],
  ["GB", "en"],
  ["BR", "pt"],
  ["JP", "en"],
])("a holder from %s is written to in %s", (country, language) => {
  expect(holderLanguage(country)).toBe(language);
});

function contactOf(body: object) {
  const [signer] = readOrderRequest({ holder, ...body }).order.signers;
  const { authentication, codeContact } = signer!;
  return [authentication, codeContact];
}

test.each<[string, object, unknown[]]>([
  ["a number, of somebody else", { enableOtp: true, otpContact: "0622222222" }, ["sms", "+33622222222"]],
  ["the holder's own number", { enableOtp: true, otpContact: "33611111111" }, ["sms", null]],
  [
    "an e-mail address, of somebody else",
    { enableOtp: true, otpContact: "bob@example.org" },
    ["email", "bob@example.org"],
  ],
  ["the holder's own address", { enableOtp: true, otpContact: "ada@example.org" }, ["email", null]],
  ["nothing, with a mobile", { enableOtp: true, otpContact: "" }, ["sms", null]],
  ["nothing, without a mobile", { enableOtp: true, holder: { ...holder, mobile: "" } }, ["email", null]],
  ["a number that is not needed", { enableOtp: false, otpContact: "0622222222" }, ["none", null]],
  ["a number, and nothing said of codes", { otpContact: "0622222222" }, ["none", null]],
])("codes go to %s", (_, body, contact) => {
  expect(contactOf(body)).toEqual(contact);
});

test.each<[string, unknown, string, string]>([
  ["a body that is a list", [], "BODY_INVALID", ""],
  ["no holder", {}, "FIELD_MISSING", "holder"],
  ["no first name", { holder: { lastname: "L" } }, "FIELD_MISSING", "holder.firstname"],
  ["no last name", { holder: { firstname: "A", lastname: "" } }, "FIELD_MISSING", "holder.lastname"],
  ["no country that there is", { holder: { ...holder, country: "ZZ" } }, "FIELD_INVALID", "holder.country"],
  ["no number", { holder: { ...holder, mobile: "nine" } }, "FIELD_INVALID", "holder.mobile"],
  ["no address", { holder: { ...holder, email: "ada" } }, "FIELD_INVALID", "holder.email"],
  ["no kind of document", { holder: { ...holder, idType: "BADGE" } }, "FIELD_INVALID", "holder.idType"],
  ["a misspelt field", { holder, enableOTP: true }, "FIELD_UNKNOWN", "enableOTP"],
  [
    "a misspelt field of the holder",
    { holder: { ...holder, firstName: "A" } },
    "FIELD_UNKNOWN",
    "holder.firstName",
  ],
  ["no flag", { holder, enableOtp: "yes" }, "FIELD_INVALID", "enableOtp"],
  ["no contact", { holder, enableOtp: true, otpContact: "here" }, "FIELD_INVALID", "otpContact"],
  [
    "nowhere to send a code",
    { holder: { firstname: "A", lastname: "B" }, enableOtp: true },
    "FIELD_MISSING",
    "otpContact",
  ],
  [
    "nowhere to mail to",
    { holder: { firstname: "A", lastname: "B" }, enableEmail: true },
    "FIELD_MISSING",
    "holder.email",
  ],
  ["no base64", { holder, proofFolder: { zipFiles: "%%" } }, "FIELD_INVALID", "proofFolder.zipFiles"],
])("%s is refused", (_, body, code, field) => {
  const read = () => readOrderRequest(body);
  expect(read).toThrow(CertSignFailure);
  try {
    read();
  } catch (error) {
    expect(error).toMatchObject({ errorCode: code });
    if (field !== "") expect(error).toMatchObject({ param: field, message: expect.stringContaining(field) });
  }
});

test("the document that the holder is known by is kept with them, and sharing and client in the metadata", () => {
  const { order } = readOrderRequest({
    holder: { ...holder, idNumber: 1445415566, idType: "PASSPORT" },
    clientIdentifier: "client 1",
    enableSharing: "true",
    enableEmail: true,
  });
  expect(order.signers[0]!.identityDocument).toEqual({ type: "passport", number: "1445415566" });
  expect(order.metadata).toEqual({ client_identifier: "client 1", enable_sharing: "true" });
  expect([order.notify, order.mailDocuments, order.draft]).toEqual([false, true, true]);
  expect(order.consentText).toMatch(/^L’expéditeur déclare/);
});
