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

/** What a signing draws with, besides what the order says. */
export interface Pen {
  readonly mode: Mode;
  readonly signer: Signer;
  /** All signers of the order. */
  readonly signers: readonly Signer[];
  readonly typedName: string | null;
  readonly drawing: PreparedImage | null;
  /** Drawn initials, PNG, by the value of their placement. */
  readonly initials: ReadonlyMap<string, Uint8Array>;
  readonly at: Date;
}

/** Makes what each document of one signing is given besides the signature; a drawing is read once for all of them. */
export class DocumentForms {
  readonly #initials = new Map<string, PreparedImage>();

  constructor(
    private readonly platform: Pick<Platform, "typefaces">,
    private readonly pen: Pen,
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
      const { at } = this.pen;
      const initials = (value: string) => this.#initialsOf(value);
      return shownValue(placement, { signer: owner, at, signature: this.#signature(), initials });
    });
    const mark = isFirst && mode === "test" ? { mark: { text: testMark(signer.language) } } : {};
    const isEmpty = fields.length + reserve.length + values.length === 0;
    if (isEmpty && !("mark" in mark)) return undefined;
    const { fonts, handwriting, shaper } = this.platform.typefaces;
    return { fields, reserve, values, ...mark, font: fonts, handwriting, shaper };
  }

  /** What the signer's further signatures look like. */
  #signature(): DrawingValue {
    const { signer, typedName, drawing } = this.pen;
    const typed = typedName ?? `${signer.givenName} ${signer.surname}`;
    return drawing ? { kind: "drawing", image: drawing, text: typed } : { kind: "drawing", typed };
  }

  #initialsOf(value: string): DrawingValue {
    const bytes = this.pen.initials.get(value);
    if (bytes === undefined) return { kind: "drawing", typed: value };
    const image = this.#initials.get(value) ?? prepareImage({ kind: "png", bytes });
    this.#initials.set(value, image);
    const { givenName, surname } = this.pen.signer;
    return { kind: "drawing", image, text: `${givenName} ${surname}` };
  }
}
