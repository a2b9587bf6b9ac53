import { extend } from "../../../engine/pades/extend.js";
import type { PadesLevel } from "../../../engine/pades/level.js";
import { sign } from "../../../engine/pades/sign.js";
import type { Authorities } from "../../support/authorities.js";
import { sealFor } from "./seal.js";

export const levels = ["B-B", "B-T", "B-LT", "B-LTA"] as const satisfies readonly PadesLevel[];

/** How DSS calls each level (EN 319 142-1). */
export const dssLevel = (level: PadesLevel): string => `PAdES-BASELINE-${level.slice(2)}`;

/**
 * Has a document signed at a level, by so many persons in turn: one or two sign at the level themselves, the second
 * with a certificate that can be revoked; more sign at most at B-T, and the document is extended when the last has.
 * The first signature is seen on the last page, or in the first field where there are fields.
 * @param fields signature fields that wait in the document, in the order in which they are signed
 */
export async function signedBy(
  count: number,
  pdf: Uint8Array,
  level: PadesLevel,
  authorities: Authorities,
  fields: readonly string[] = [],
): Promise<Uint8Array> {
  const { timestamp, revocation, roots } = authorities;
  const sources = { timestamp, revocation, trustAnchors: roots };
  const own: PadesLevel = count <= 2 || level === "B-B" ? level : "B-T";
  const { placement, appearance } = sealFor(pdf);
  let signed = pdf;
  for (let index = 0; index < count; index++) {
    const name = `Signer ${index + 1}`;
    const signer =
      index === 1 ? await authorities.longLivedSigner(name) : await authorities.oneTimeSigner(name);
    const fieldName = fields[index];
    const place = fieldName ? { fieldName } : index === 0 ? { placement, appearance } : {};
    signed = await sign(signed, { level: own, ...signer, ...sources, ...place, signingDate: new Date() });
  }
  return level === "B-B" || own === level ? signed : extend(signed, { level, ...sources });
}
