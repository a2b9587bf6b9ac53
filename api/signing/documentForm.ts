import type { PreparedImage } from "../../engine/pdf/appearance/preparedImage.js";
import { prepareImage } from "../../engine/pdf/appearance/preparedImage.js";
import type { DrawingValue } from "../../engine/pdf/form/fieldValue.js";
import type { FormChanges } from "../../engine/pdf/form/formChanges.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Placement, Signer } from "../orders/order.js";
import { firstForm, laterForm } from "../placements/documentForm.js";
import { shownValue } from "../placements/shownValue.js";
import type { Platform } from "../platform.js";
import { testMark } from "./appearanceText.js";
import type { SignatureLooks } from "./signatureLooks.js";

/** What a signing draws with, besides what the order says. */
export interface Pen {
  readonly mode: Mode;
  readonly signer: Signer;
  /** All signers of the order. */
  readonly signers: readonly Signer[];
  /** Drawn initials, PNG, by the value of their placement. */
  readonly initials: ReadonlyMap<string, Uint8Array>;
  readonly at: Date;
  /** IANA: the zone whose day it is; null: UTC. */
  readonly timeZone: string | null;
}

/** Makes what each document of one signing is given besides the signature; a drawing is read once for all of them. */
export class DocumentForms {
  readonly #initials = new Map<string, PreparedImage>();

  constructor(
    private readonly platform: Pick<Platform, "typefaces">,
    private readonly pen: Pen,
    private readonly looks: SignatureLooks,
  ) {}

  /**
   * @param placements of all signers who act, in this document
   * @param isFirst whether no signer has signed this document yet
   * @returns undefined where there is nothing to fill in and nothing to mark
   */
  of(placements: readonly Placement[], isFirst: boolean): FormChanges | undefined {
    const { mode, signer } = this.pen;
    const make = isFirst ? firstForm : laterForm;
    const { fields, reserve, values } = make(placements, signer.id, (placement) => {
      const owner = this.pen.signers.find(({ id }) => id === placement.signerId) ?? signer;
      const { at, timeZone } = this.pen;
      const initials = (value: string) => this.#initialsOf(value);
      const signature = (further: Placement) => this.looks.drawingAt(further);
      return shownValue(placement, { signer: owner, at, timeZone, signature, initials });
    });
    const mark = isFirst && mode === "test" ? { mark: { text: testMark(signer.language) } } : {};
    const isEmpty = fields.length + reserve.length + values.length === 0;
    if (isEmpty && !("mark" in mark)) return undefined;
    const { fonts, handwriting, shaper } = this.platform.typefaces;
    return { fields, reserve, values, ...mark, font: fonts, handwriting, shaper };
  }

  #initialsOf(value: string): DrawingValue {
    const bytes = this.pen.initials.get(value);
    if (bytes === undefined) return { kind: "drawing", typed: value };
    const image = this.#initials.get(value) ?? prepareImage({ kind: "png", bytes });
    this.#initials.set(value, image);
    const { givenName, surname } = this.pen.signer;
    return { kind: "drawing", image, text: `${givenName} ${surname}`.slice(0, 120) };
  }
}
