import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { readName } from "./readName.js";

/** Attribute types by their usual keywords (RFC 4519, X.520); any other is written as its object identifier. */
const keywords = new Map([
  ["2.5.4.3", "CN"],
  ["2.5.4.4", "SURNAME"],
  ["2.5.4.5", "SERIALNUMBER"],
  ["2.5.4.6", "C"],
  ["2.5.4.7", "L"],
  ["2.5.4.8", "ST"],
  ["2.5.4.9", "STREET"],
  ["2.5.4.10", "O"],
  ["2.5.4.11", "OU"],
  ["2.5.4.12", "T"],
  ["2.5.4.13", "DESCRIPTION"],
  ["2.5.4.17", "POSTALCODE"],
  ["2.5.4.42", "GIVENNAME"],
  ["2.5.4.43", "INITIALS"],
  ["2.5.4.44", "GENERATION"],
  ["2.5.4.46", "DNQ"],
  ["2.5.4.65", "PSEUDONYM"],
  ["2.5.4.97", "ORGANIZATIONIDENTIFIER"],
  ["0.9.2342.19200300.100.1.1", "UID"],
  ["0.9.2342.19200300.100.1.25", "DC"],
  ["1.2.840.113549.1.9.1", "E"],
]);

/**
 * A distinguished name as a line of text, in the order of its encoding: `C=IT,SURNAME=ROSSI,GIVENNAME=MARIO,CN=ROSSI
 * MARIO`. Characters that part names are escaped as RFC 4514 2.4 has them.
 * @param der a Name
 * @returns an empty text for a name that cannot be read
 */
export function writtenName(der: Uint8Array): string {
  try {
    return readName(der)
      .map(({ type, value }) => `${keywords.get(type) ?? type}=${escaped(textOf(value))}`)
      .join(",");
  } catch (error) {
    if (error instanceof EngineError) return "";
    throw error;
  }
}

/** The first commonName of a Name DER; null where it has none, or cannot be read. */
export function commonNameOf(der: Uint8Array): string | null {
  try {
    const named = readName(der).find(({ type }) => type === oids.commonName);
    return named === undefined ? null : textOf(named.value);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** A value of no string type is written as its bytes (RFC 4514 2.4). */
function textOf(value: { readonly text: string; readonly encoded: Uint8Array }): string {
  try {
    return value.text;
  } catch (error) {
    if (error instanceof EngineError) return `#${Buffer.from(value.encoded).toString("hex")}`;
    throw error;
  }
}

function escaped(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/[,+"\\<>;]/g, "\\$&");
  return plain.replace(/^[ ]|[ ]$/g, "\\$&");
}
