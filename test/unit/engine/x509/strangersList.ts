import { utcTime } from "../../../../engine/asn1/derTime.js";
import { bitString, explicit, integer, sequence } from "../../../../engine/asn1/derWriter.js";
import { ecdsaP256Sha256 } from "../../../../engine/x509/signatureAlgorithm.js";
import { now } from "./hierarchy.js";
import { DAY, newDesk, secondsAfter } from "./revocationDesk.js";

/** The authorities of the lists. */
export const desk = await newDesk();

/** A list as a stranger may have made it, signed by the root. */
export function strangersList(
  entries: Uint8Array[],
  extensions: Uint8Array[],
  issuer = desk.root,
): Uint8Array {
  const tbs = sequence(
    integer(1),
    ecdsaP256Sha256.identifier,
    issuer.certificate.subject,
    utcTime(now),
    utcTime(secondsAfter(now, DAY)),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
    ...(extensions.length === 0 ? [] : [explicit(0, sequence(...extensions))]),
  );
  return sequence(tbs, ecdsaP256Sha256.identifier, bitString(issuer.sign(tbs)));
}

/** An entry of it. @param serialNumber INTEGER DER */
export const entry = (serialNumber: Uint8Array, ...extensions: Uint8Array[]) =>
  sequence(
    serialNumber,
    utcTime(secondsAfter(now, -60)),
    ...(extensions.length === 0 ? [] : [sequence(...extensions)]),
  );
