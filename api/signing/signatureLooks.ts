import {
  type BoxSize,
  drawLinedImage,
  type LinedImage,
  linedImageAppearance,
} from "../../engine/pdf/appearance/linedImage.js";
import { type PreparedImage, prepareImage } from "../../engine/pdf/appearance/preparedImage.js";
import {
  drawSignature,
  type SignatureAppearanceOptions,
  signatureAppearance,
} from "../../engine/pdf/appearance/signatureAppearance.js";
import type { Appearance } from "../../engine/pdf/appearanceSource.js";
import type { DrawForm, DrawingValue } from "../../engine/pdf/form/fieldValue.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Placement, Signer } from "../orders/order.js";
import { asImageFile } from "../placements/appearanceImage.js";
import { placedLines } from "../placements/placedLines.js";
import type { Platform } from "../platform.js";
import { signatureCaption, signatureDate, testMark } from "./appearanceText.js";

/** What a signer's signatures are drawn from. */
export interface LookSource {
  readonly mode: Mode;
  readonly signer: Signer;
  readonly typedName: string | null;
  readonly drawing: PreparedImage | null;
  /** Images of own appearances, by the keys of their objects. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly at: Date;
  /** IANA: the zone that the time of signing is written in; null: UTC. */
  readonly timeZone: string | null;
}

/** Characters of what a picture of a signature says to somebody who cannot see it. */
const mostSaid = 120;

/**
 * What the signatures of one signer look like: as signatures do, with name and time, or as the caller says of a placement. What
 * looks the same in several places is read and prepared once.
 */
export class SignatureLooks {
  readonly #images = new Map<string, PreparedImage>();
  readonly #own = new Map<string, { readonly drawn: LinedImage; readonly draw: DrawForm }>();
  readonly #usual: Omit<SignatureAppearanceOptions, "width" | "height">;
  readonly #drawUsual: DrawForm = (drawing, { width, height }) =>
    drawSignature(drawing, { ...this.#usual, width, height });

  constructor(
    private readonly platform: Pick<Platform, "typefaces">,
    private readonly source: LookSource,
  ) {
    const { mode, signer, typedName, drawing, at, timeZone } = source;
    const { fonts, handwriting, shaper } = platform.typefaces;
    this.#usual = {
      name: typedName ?? `${signer.givenName} ${signer.surname}`,
      caption: signatureCaption(signer.language, signer.role),
      lines: [
        signatureDate(signer.language, at, timeZone),
        ...(mode === "test" ? [testMark(signer.language)] : []),
      ],
      font: fonts,
      shaper,
      ...(drawing ? { image: drawing } : typedName !== null && { nameFont: handwriting }),
    };
  }

  /** The appearance of a signature, for a box of a size. @param placement where it stands; null: at a free place */
  appearanceAt(placement: Placement | null): (size: BoxSize) => Appearance {
    const own = this.#ownOf(placement);
    if (own === null) return ({ width, height }) => signatureAppearance({ ...this.#usual, width, height });
    return ({ width, height }) => linedImageAppearance(own.drawn, { width, height });
  }

  /** The same, where it is drawn into a further place. */
  drawingAt(placement: Placement): DrawingValue {
    const text = this.#usual.name.slice(0, mostSaid).toWellFormed();
    return { kind: "drawing", text, draw: this.#ownOf(placement)?.draw ?? this.#drawUsual };
  }

  #ownOf(placement: Placement | null): { readonly drawn: LinedImage; readonly draw: DrawForm } | null {
    if (placement === null || placement.appearance === null) return null;
    const { appearance, appearanceKey } = placement;
    const key = JSON.stringify([appearanceKey, appearance.lines]);
    const known = this.#own.get(key);
    if (known !== undefined) return known;
    const { typefaces } = this.platform;
    const { mode, signer } = this.source;
    const drawn: LinedImage = {
      ...(appearanceKey !== null && { image: this.#image(appearanceKey) }),
      lines: placedLines(appearance.lines, typefaces),
      ...(mode === "test" && { mark: { text: testMark(signer.language), font: typefaces.fonts } }),
      shaper: typefaces.shaper,
    };
    const draw: DrawForm = (drawing, size, archival) => drawLinedImage(drawing, drawn, size, archival);
    const own = { drawn, draw };
    this.#own.set(key, own);
    return own;
  }

  #image(key: string): PreparedImage {
    const bytes = this.source.images.get(key);
    if (bytes === undefined) throw new Error("The image of a signature's appearance was not read.");
    const image = this.#images.get(key) ?? prepareImage(asImageFile(bytes), { margins: true });
    this.#images.set(key, image);
    return image;
  }
}
