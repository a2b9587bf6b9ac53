import { codeSms } from "../../../api/otp/message.js";
import type { OutboxMessage } from "../../../api/ports/outbox.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";

const sender = "Ateliers Dupont & Fils";
const title = `Bail <meublé> "14, quai des Tanneurs"`;

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: sender });
});
afterAll(() => desk.close());

async function messageTo(
  language: string,
  more: object = {},
): Promise<{ message: OutboxMessage; code: string }> {
  const order = await desk.order([{ ...ada, language, ...more }], { title });
  const code = await desk.browser(order).receiveCode();
  const [message] = await desk.service.outbox.list({ limit: 1 });
  return { message: message!, code };
}

test.each([
  ["en", "This is your code for", "is your code to sign", "10 minutes"],
  ["fr", "Voici votre code pour", "est votre code de signature", "10 minutes"],
  ["fr-CA", "Voici votre code pour", "est votre code de signature", "10 minutes"],
  ["de", "Dies ist Ihr Code für", "ist Ihr Code zum Unterzeichnen", "10 Minuten"],
  ["pl", "Oto Twój kod do", "to Twój kod do podpisu", "10 minut"],
])(
  "a signer whose language is %s reads who asks, what for, the code and its life",
  async (language, lead, subject, life) => {
    const { message, code } = await messageTo(language);
    expect(message.subject).toBe(`${code} ${subject}`);
    for (const part of [sender, title, code, lead, life]) expect(message.text).toContain(part);
    expect(message.html).toContain(`<html lang="${language}" dir="ltr"`);
    expect(message.html).toContain(code);
  },
);

test("what a tenant writes is text in the HTML of a message, never markup", async () => {
  const { message } = await messageTo("en");
  expect(message.html).not.toContain("<meublé>");
  expect(message.html).toContain("Bail &#60;meublé&#62; &#34;14, quai des Tanneurs&#34;");
  expect(message.html).toContain("Ateliers Dupont &#38; Fils");
});

test("a message to a signer is sent in the sender's name from the service's own address, and has an id of its own", async () => {
  const [first, second] = [await messageTo("en"), await messageTo("en")];
  expect(first.message.from).toBe(`"${sender}" <no-reply@example.org>`);
  expect(first.message.id).not.toBe(second.message.id);
});

describe("a text message", () => {
  /** GSM 7-bit default alphabet (3GPP TS 23.038 6.2.1), without the escape; what is in no table makes it UCS-2. */
  const basic =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  const extended = "^{}\\[~]|€";

  /** Its length in septets, or null when a phone network would send it as UCS-2, in parts of 70 characters. */
  function septets(text: string): number | null {
    let count = 0;
    for (const character of text) {
      if (basic.includes(character)) count += 1;
      else if (extended.includes(character)) count += 2;
      else return null;
    }
    return count;
  }

  test.each(["en", "fr", "de"])("in %s brings code and sender, and fits in one", async (language) => {
    const { message, code } = await messageTo(language, { phone: "+33612345678", authentication: "sms" });
    expect(message.channel).toBe("sms");
    expect(message.text).toContain(code);
    expect(message.text).toContain(sender);
    expect(septets(message.text)).toBeLessThanOrEqual(160);
  });

  /** What a phone gets, whoever asks. */
  const textFor = (name: string, language: string): string =>
    codeSms({
      id: "1",
      to: "+33612345678",
      code: "000042",
      lifeSeconds: 600,
      reusable: false,
      ownText: null,
      occasion: {
        mode: "live",
        language,
        timeZone: "UTC",
        sender: name,
        title,
        reader: "Ada Lovelace",
        answers: false,
        texts: {},
      },
      sender: {},
      smsSender: null,
      branding: {},
      logo: null,
      reference: "reference",
    }).text;

  test.each(["en", "fr", "de"])("in %s stays one message, however long the sender's name", (language) => {
    for (const name of [
      "Société d'exploitation des ateliers mécaniques de Saint-Étienne ".repeat(3),
      "[€]".repeat(60),
    ]) {
      const text = textFor(name, language);
      expect(text).toContain(name.slice(0, 20));
      expect(septets(text)).not.toBeNull();
      expect(septets(text)).toBeLessThanOrEqual(160);
    }
  });

  test("never holds half a character", () => {
    const text = textFor("🖋".repeat(40), "en");
    expect(text.isWellFormed()).toBe(true);
  });
});

describe("a caller's own words for one signer", () => {
  const code_text = "Acme: {OTP} opens your contract";

  test("are the whole text message, with the code in its place, or after them", async () => {
    const bySms = { phone: "+33612345678", authentication: "sms" };
    const placed = await messageTo("en", { ...bySms, code_text });
    expect(placed.message.text).toBe(`Acme: ${placed.code} opens your contract`);
    const appended = await messageTo("en", { ...bySms, code_text: "Acme" });
    expect(appended.message.text).toBe(`Acme ${appended.code}`);
  });

  test("take the place of what an e-mail says first, and the code is still on its own below", async () => {
    const { message, code } = await messageTo("en", { code_text });
    expect(message.text).toContain(`Acme: ${code} opens your contract`);
    expect(message.text).not.toContain("{OTP}");
  });

  test("are refused when the order is made, with their count, where one text message does not take them", async () => {
    const signer = { ...ada, phone: "+33612345678", authentication: "sms", code_text: "a".repeat(160) };
    const documents = [{ name: "a.pdf", content: desk.content }];
    const refused = await desk.client.post("/v1/orders", { title, documents, signers: [signer] });
    expect(refused).toMatchObject({
      status: 422,
      body: { param: "signers[0].code_text", characters: 167, limit: 160, alphabet: "GSM-7" },
    });
  });
});
