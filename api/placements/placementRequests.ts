import { Failure } from "../failure/failure.js";
import { appearanceImageSize } from "./appearanceImage.js";
import { type AppearanceRequest, readAppearance } from "./appearanceRequests.js";
import { linesSize } from "./linesSize.js";
import type { NewPlace, NewPlacement } from "./newPlacement.js";
import type { OwnAppearance } from "./ownAppearance.js";

/**
 * Where something of a signer's stands: a box on a `page`, the same box on every page (`every_page`), a form `field`
 * of the document by name, or a `marker`: a text in the document. A signature may be `invisible` instead.
 */
export interface PlacementRequest {
  /** `signature` by default. */
  kind?: "signature" | "initials" | "text" | "date" | "checkbox" | "name";
  /**
   * Index of the document in the order, from 0; files of a multipart request come after those of the body.
   * @isInt
   * @minimum 0
   */
  document?: number;
  /**
   * Counted from 1.
   * @isInt
   * @minimum 1
   */
  page?: number;
  /** The box stands on every page. */
  every_page?: boolean;
  /** Of a signature: nothing is seen of it on any page. */
  invisible?: boolean;
  /**
   * In points from the left edge of the page as a reader sees it.
   * @minimum 0
   */
  x?: number;
  /**
   * In points from its top edge.
   * @minimum 0
   */
  y?: number;
  /**
   * In points; of a signature with an appearance of its own that of the image, where neither width nor height is given.
   * @minimum 4
   * @maximum 2000
   */
  width?: number;
  /**
   * In points, as the width.
   * @minimum 4
   * @maximum 2000
   */
  height?: number;
  /**
   * Fully qualified name of a form field of the document.
   * @minLength 1
   * @maxLength 500
   */
  field?: string;
  /** A text in the document that the box is put at. */
  marker?: MarkerRequest;
  /**
   * Your key of the value: for merge values, and to read it back.
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
  /**
   * What the signer is asked for, in a few words.
   * @minLength 1
   * @maxLength 200
   */
  label?: string;
  /** True by default, of a checkbox false: one that is required must be ticked. */
  required?: boolean;
  /** The value is given with the order, and the signer cannot change it. */
  read_only?: boolean;
  /**
   * A value to begin with: of a date `YYYY-MM-DD`, of a checkbox `true` or `false`.
   * @maxLength 4000
   */
  value?: string;
  /**
   * Of a text: characters at most.
   * @isInt
   * @minimum 1
   * @maximum 4000
   */
  max_length?: number;
  /** Of a text: several lines. */
  multiline?: boolean;
  /**
   * Size of the writing in points; what fits by default.
   * @minimum 4
   * @maximum 72
   */
  font_size?: number;
  /** Of a signature: what it looks like. */
  appearance?: AppearanceRequest;
}

/** A text in the document. */
export interface MarkerRequest {
  /**
   * @minLength 2
   * @maxLength 200
   */
  text: string;
  /**
   * Which of its occurrences, from 1; left out, each of them.
   * @isInt
   * @minimum 1
   */
  occurrence?: number;
  /**
   * How far right of the text's left edge the box begins, in points.
   * @minimum -5000
   * @maximum 5000
   */
  dx?: number;
  /**
   * How far below the text's top edge it begins, in points.
   * @minimum -5000
   * @maximum 5000
   */
  dy?: number;
}

/** Reads placements of a request. @param param path of the list, for refusals @throws Failure `placement_invalid` */
export function readPlacements(
  requests: readonly PlacementRequest[] | undefined,
  param: string,
): NewPlacement[] {
  const images = new Map<string, Uint8Array>();
  return (requests ?? []).map((request, index) => readPlacement(request, images, `${param}[${index}]`));
}

function readPlacement(
  request: PlacementRequest,
  images: Map<string, Uint8Array>,
  param: string,
): NewPlacement {
  const kind = request.kind ?? "signature";
  const appearance = request.appearance
    ? readAppearance(request.appearance, images, `${param}.appearance`)
    : null;
  return {
    kind,
    document: request.document ?? 0,
    place: readPlace(sized(request, appearance, param), param),
    name: request.name ?? null,
    label: request.label ?? null,
    required: request.required ?? kind !== "checkbox",
    readOnly: request.read_only ?? false,
    value: request.value ?? null,
    options: {
      ...(request.max_length !== undefined && { maxLength: request.max_length }),
      ...(request.multiline !== undefined && { multiline: request.multiline }),
      ...(request.font_size !== undefined && { fontSize: request.font_size }),
    },
    appearance,
  };
}

/** An appearance of the caller's own gives its placement a size, where nobody else does. */
function sized(request: PlacementRequest, appearance: OwnAppearance | null, param: string): PlacementRequest {
  const { width, height } = request;
  if (appearance === null || width !== undefined || height !== undefined) return request;
  const { image, lines } = appearance;
  const size = image === null ? linesSize(lines) : appearanceImageSize(image, `${param}.appearance.image`);
  return size === null ? request : { ...request, ...size };
}

function readPlace(request: PlacementRequest, param: string): NewPlace {
  const { page, x, y, width, height, field, marker } = request;
  const invisible = request.invisible === true;
  const refuse = (message: string) => new Failure("placement_invalid", message, { param });
  const everyPage = request.every_page === true;
  const ways = [page !== undefined, everyPage, field !== undefined, marker !== undefined, invisible];
  if (ways.filter(Boolean).length !== 1) {
    throw refuse(`${param} needs exactly one of page, every_page, field, marker and invisible.`);
  }
  if (invisible) return { by: "invisible" };
  if (field !== undefined) return { by: "field", field };
  if (marker !== undefined) {
    if ((width === undefined) !== (height === undefined))
      throw refuse(`${param} needs width and height, or neither.`);
    return {
      by: "marker",
      text: marker.text,
      occurrence: marker.occurrence ?? null,
      dx: marker.dx ?? 0,
      dy: marker.dy ?? 0,
      size: width === undefined || height === undefined ? null : { width, height },
    };
  }
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw refuse(`${param} needs x, y, width and height.`);
  }
  const box = { x, y, width, height };
  return everyPage ? { by: "every_page", box } : { by: "box", page: page!, box };
}
