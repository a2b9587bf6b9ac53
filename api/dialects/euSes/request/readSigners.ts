import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { NewSigner } from "../../../orders/newOrder.js";
import type { Authentication } from "../../../orders/order.js";
import type { Fields } from "../../reading/fields.js";
import type { AskedSignature } from "../asked.js";
import { euSesErrors } from "../euSesErrors.js";
import { EuSesFailure } from "../euSesFailure.js";
import { defaultSignature, readSignatures } from "./readPlacements.js";

/** A signer of a request. */
export interface ReadSigner {
  readonly signer: NewSigner;
  /** As it was given; null: the browser's. */
  readonly language: string | null;
  readonly signatures: readonly AskedSignature[];
}

const nameCharacters = 64;
const addressCharacters = 254;
const messageCharacters = 1000;

const methods = ["email", "sms"] as const;

/**
 * Reads `signers`.
 * @param most signers of an order
 * @throws EuSesFailure 685 where there is no such list, 610 where it is empty
 */
export function readSigners(body: Fields, most: number): ReadSigner[] {
  const list = body.raw("signers");
  if (!Array.isArray(list)) throw new EuSesFailure(euSesErrors.signersRequired, "array 'signers' required");
  if (list.length === 0) throw new EuSesFailure(euSesErrors.signersEmpty, "array 'signers' is empty");
  let withoutPlace = 0;
  return body.objects("signers", most)!.map((fields) => {
    const [givenName, surname] = [
      fields.needed("name", nameCharacters),
      fields.needed("surname", nameCharacters),
    ];
    const [email, phone] = [readEmail(fields), readMobile(fields)];
    const [authentication, language] = [readAuthentication(fields), readLanguage(fields)];
    const codeText = fields.text("message", messageCharacters);
    const given = readSignatures(fields);
    const signatures = given.length > 0 ? given : [defaultSignature(withoutPlace++)];
    const signer: NewSigner = {
      role: "signer",
      // All sign in any order: the dialect knows none.
      signingGroup: 1,
      witnessOf: null,
      externalId: null,
      templateRole: null,
      givenName,
      surname,
      // Not asked for: where their number is from, if it is known.
      country: (phone !== null && parsePhoneNumberFromString(phone)?.country) || "FR",
      email,
      phone,
      language: language ?? "en",
      authentication,
      codeText,
      placements: signatures.map(({ placement }) => placement),
    };
    fields.refuseOthers();
    return { signer, language, signatures: signatures.map(({ asked }) => asked) };
  });
}

function readEmail(fields: Fields): string | null {
  const email = fields.text("email", addressCharacters)?.trim() || null;
  if (email !== null && !/^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/.test(email)) {
    throw fields.refusal("email", "invalid", "must be an e-mail address");
  }
  return email;
}

/** E.164; blanks and the like between digits, and 00 for the plus, are how people write it. */
function readMobile(fields: Fields): string | null {
  const written = fields.text("mobile", 40);
  if (written === null) return null;
  const mobile = written.replaceAll(/[\s()./-]/g, "").replace(/^00/, "+");
  if (!/^\+[1-9][0-9]{5,14}$/.test(mobile)) {
    throw fields.refusal("mobile", "invalid", "must be a number in E.164, as +393334455666");
  }
  return mobile;
}

/** `["email"]`, `["sms"]` or both; a method alone as well. */
function readAuthentication(fields: Fields): Authentication {
  const value = fields.raw("authentication");
  const list = typeof value === "string" ? [value] : (fields.list("authentication", 10) ?? []);
  if (list.length === 0 || value === "") throw fields.refusal("authentication", "missing", "is required");
  const asked = list.map((word) => {
    const method = methods.find((known) => known === word);
    if (method === undefined)
      throw fields.refusal("authentication", "invalid", "must be a list of email and sms");
    return method;
  });
  return new Set(asked).size === 2 ? "both" : asked[0]!;
}

/** BCP 47; `browser` is what answers say where none was given. */
function readLanguage(fields: Fields): string | null {
  const language = fields.text("language", 35);
  return language === null || language.toLowerCase() === "browser" ? null : language;
}
