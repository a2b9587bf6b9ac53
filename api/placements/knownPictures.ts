import { createHash } from "node:crypto";
import { Failure } from "../failure/failure.js";
import { asImageFile, checkAppearanceImage, type PictureSize } from "./appearanceImage.js";
import { appearanceLimits } from "./limits.js";

/** The images of the own appearances of one request: each is looked at once, in however many placements and copies. */
export class KnownPictures {
  readonly #sizes = new Map<Uint8Array, PictureSize>();
  readonly #byContent = new Map<string, PictureSize>();
  #decodedPixels = 0;

  /**
   * @param param path of the image in the request, for refusals
   * @returns its size in pixels, upright
   * @throws Failure `placement_invalid` for an image that could not be drawn, and for more images than a request takes
   */
  sizeOf(image: Uint8Array, param: string): PictureSize {
    const known = this.#sizes.get(image);
    if (known !== undefined) return known;
    const content = createHash("sha256").update(image).digest("hex");
    const size = this.#byContent.get(content) ?? this.#look(image, param);
    this.#byContent.set(content, size);
    this.#sizes.set(image, size);
    return size;
  }

  #look(image: Uint8Array, param: string): PictureSize {
    const { images, decodedPixels } = appearanceLimits;
    if (this.#byContent.size === images) {
      throw tooMany(param, `at most ${images} different images are taken`, images);
    }
    const size = checkAppearanceImage(image, param);
    // A JPEG file goes into the document as it is; of a PNG file every pixel is read at each signing.
    if (asImageFile(image).kind === "png") this.#decodedPixels += size.width * size.height;
    if (this.#decodedPixels > decodedPixels) {
      throw tooMany(param, `PNG images have at most ${decodedPixels} pixels together`, decodedPixels);
    }
    return size;
  }
}

function tooMany(param: string, why: string, limit: number): Failure {
  return new Failure("placement_invalid", `${param}: ${why}.`, { param, extensions: { limit } });
}
