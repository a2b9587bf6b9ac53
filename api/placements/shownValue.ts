import type { AnyValue, DrawingValue } from "../../engine/pdf/form/fieldValue.js";
import type { Placement, Signer } from "../orders/order.js";
import { shownDate } from "./shownDate.js";

/** Whoever a placement belongs to, and what is known of their signing. */
export interface Writer {
  readonly signer: Pick<Signer, "givenName" | "surname" | "language">;
  /** When they sign. */
  readonly at: Date;
  /** IANA: the zone whose day that is; null: UTC. */
  readonly timeZone: string | null;
  /** What a further signature of theirs looks like: as the first one. */
  readonly signature: (placement: Placement) => DrawingValue;
  /** Drawn initials by the value that stands for them. */
  readonly initials: (value: string) => DrawingValue;
}

/**
 * What is written into a placement's field. A name without a value is the signer's own, a date the day of signing.
 * @returns null where nothing is
 */
export function shownValue(placement: Placement, writer: Writer): AnyValue | null {
  const { kind, value } = placement;
  const { signer, at, timeZone } = writer;
  switch (kind) {
    case "signature":
      return writer.signature(placement);
    case "initials":
      return value === null ? null : writer.initials(value);
    case "checkbox":
      return value === null ? null : { kind: "checkbox", checked: value === "true" };
    case "text":
      return value === null ? null : { kind: "text", text: value };
    case "name":
      return { kind: "text", text: value ?? `${signer.givenName} ${signer.surname}` };
    case "date":
      return {
        kind: "text",
        // A day that was given is that day wherever its reader is.
        text:
          value === null
            ? shownDate(signer.language, at, timeZone)
            : shownDate(signer.language, new Date(value)),
      };
  }
}
