import { type NewPlacement, newSignature } from "../../../placements/newPlacement.js";
import type { Fields } from "../../reading/fields.js";
import type { AskedSignature } from "../asked.js";

const mostSignatures = 200;
const mostPages = 10_000;
/** The largest page that there is (ISO 32000-1 Annex C). */
const mostPoints = 14_400;

/** The dialect says no size: it is that of the signature's picture in its maker's other calls, where it is published. */
const size = { width: 164, height: 45 };

/** Of signatures for which nothing is said. */
const margin = 20;
const rowsOfDefaults = 6;
const columnsOfDefaults = 3;

/** A signature of a request. */
export interface ReadSignature {
  readonly asked: AskedSignature;
  readonly placement: NewPlacement;
}

/** Reads `signatures`. @returns none, where nothing is said @throws EuSesFailure */
export function readSignatures(signer: Fields): ReadSignature[] {
  return (signer.objects("signatures", mostSignatures) ?? []).map((fields) => {
    const name = fields.text("name", 500);
    const [page, x, y] = [
      fields.whole("page", 1, mostPages),
      fields.number("x", 0, mostPoints),
      fields.number("y", 0, mostPoints),
    ];
    fields.refuseOthers();
    if (name !== null) {
      return {
        asked: { page: page ?? 1, x: x ?? 0, y: y ?? 0, name },
        placement: newSignature({ document: 0, place: { by: "field", field: name } }),
      };
    }
    const missing = page === null ? "page" : x === null ? "x" : y === null ? "y" : null;
    if (missing !== null) throw fields.refusal(missing, "missing", "is required");
    return at(page!, x!, y!);
  });
}

/**
 * Where a signer signs for whom nothing is said: at the top left of page 1, and who follows beneath, so that each can be
 * read.
 * @param index of the signer, among those for whom nothing is said
 */
export function defaultSignature(index: number): ReadSignature {
  const row = index % rowsOfDefaults;
  const column = Math.floor(index / rowsOfDefaults) % columnsOfDefaults;
  return at(1, margin + column * (size.width + margin), margin + row * (size.height + margin));
}

function at(page: number, x: number, y: number): ReadSignature {
  const placement = newSignature({ document: 0, place: { by: "top_left", page, x, y, size } });
  return { asked: { page, x, y }, placement };
}
