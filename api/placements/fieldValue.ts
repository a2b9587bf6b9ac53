import { Failure } from "../failure/failure.js";
import type { PlacementKind, PlacementOptions } from "../orders/order.js";
import { placementLimits } from "./limits.js";

/** What of a placement decides which values it takes. */
export interface ValuedPlacement {
  readonly kind: PlacementKind;
  readonly options: PlacementOptions;
}

/** What nobody sees, and what turns the direction of what stands around it: neither belongs into a signed text. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;

/**
 * Checks the value of a placement by its kind.
 * @param value never empty
 * @param param path of the value, for refusals
 * @returns the value as it is kept: lines end in a line feed, blanks around initials and dates are gone
 * @throws Failure `field_invalid`
 */
export function checkValue(placement: ValuedPlacement, value: string, param: string): string {
  switch (placement.kind) {
    case "signature":
      throw refuse(param, "takes no value: it is drawn by signing");
    case "checkbox":
      if (value !== "true" && value !== "false") throw refuse(param, "must be true or false");
      return value;
    case "date":
      return checkDate(value.trim(), param);
    case "initials":
      return checkInitials(value.trim(), param);
    case "name":
      return checkText(value, 129, false, param);
    case "text": {
      const { maxLength = placementLimits.textCharacters, multiline = false } = placement.options;
      return checkText(value, Math.min(maxLength, placementLimits.textCharacters), multiline, param);
    }
  }
}

function checkText(value: string, most: number, multiline: boolean, param: string): string {
  const text = value.replace(/\r\n?/g, "\n");
  if (!multiline && text.includes("\n")) throw refuse(param, "takes one line");
  if (unseen.test(text.replaceAll("\n", ""))) throw refuse(param, "takes no control characters");
  const length = [...text].length;
  if (length > most) throw refuse(param, `takes at most ${most} characters`, most);
  if (text.trim() === "") throw refuse(param, "must not be blank");
  return text;
}

/** A day that there is, as ISO 8601 writes it: `2026-02-30` is none. */
function checkDate(value: string, param: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year < "1000" || date.toISOString().slice(0, 10) !== value) {
    throw refuse(param, "must be a day as in 2026-12-31");
  }
  return value;
}

function checkInitials(value: string, param: string): string {
  const most = placementLimits.initialsCharacters;
  if (value === "" || unseen.test(value)) throw refuse(param, "must be initials");
  if ([...value].length > most) throw refuse(param, `takes at most ${most} characters, or a PNG`, most);
  return value;
}

function refuse(param: string, why: string, limit?: number): Failure {
  return new Failure("field_invalid", `${param} ${why}.`, {
    param,
    ...(limit !== undefined && { extensions: { limit } }),
  });
}
