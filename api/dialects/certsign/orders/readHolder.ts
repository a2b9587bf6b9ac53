import type { NewSigner } from "../../../orders/newOrder.js";
import { isCountry } from "../../../signers/countries.js";
import type { IdentityDocument } from "../../../signers/identityDocument.js";
import type { Fields } from "../../reading/fields.js";
import { holderLanguage } from "./holderLanguage.js";
import { phoneNumber } from "./phoneNumber.js";

/** The holder of the certificate to be: who signs. */
export type Holder = Pick<NewSigner, "givenName" | "surname" | "country" | "email" | "phone" | "language"> & {
  readonly identityDocument: IdentityDocument | null;
};

const documentTypes = {
  IDCARD: "identity_card",
  PASSPORT: "passport",
  DRIVING: "driving_licence",
  RESIDENCE: "residence_permit",
} as const;

/** What a holder says of themselves. Names are needed; the country is France where none is given. @throws CertSignFailure */
export function readHolder(holder: Fields): Holder {
  const country = (holder.text("country", 100) ?? "FR").toUpperCase();
  if (!isCountry(country)) {
    throw holder.refusal(
      "country",
      "invalid",
      "must be a country's code of two letters in ISO 3166-1, as FR",
    );
  }
  const read = {
    givenName: holder.needed("firstname", 64),
    surname: holder.needed("lastname", 64),
    country,
    email: readEmail(holder, "email"),
    phone: readPhone(holder, "mobile", country),
    language: holderLanguage(country),
    identityDocument: readIdentityDocument(holder),
  };
  holder.refuseOthers();
  return read;
}

/** An e-mail address, or null. */
export function readEmail(fields: Fields, name: string): string | null {
  const text = fields.text(name, 254)?.trim() ?? null;
  if (text === null || text === "") return null;
  if (!isEmail(text)) throw fields.refusal(name, "invalid", "must be an e-mail address");
  return text;
}

export function isEmail(text: string): boolean {
  return /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/.test(text);
}

function readPhone(fields: Fields, name: string, country: string): string | null {
  const text = fields.text(name, 50)?.trim() ?? "";
  if (text === "") return null;
  const number = phoneNumber(text, country);
  if (number === null)
    throw fields.refusal(name, "invalid", `must be a phone number, of ${country} or with its +`);
  return number;
}

function readIdentityDocument(holder: Fields): IdentityDocument | null {
  const number = holder.text("idNumber", 100);
  const type = holder.choice("idType", Object.keys(documentTypes) as (keyof typeof documentTypes)[]);
  if (number === null && type === null) return null;
  return { type: type && documentTypes[type], number };
}
