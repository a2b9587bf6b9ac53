/** How many placements an order takes: each is drawn in memory before the first signature. */
export const placementLimits = {
  perSigner: 200,
  perOrder: 2000,
  /** Fields that one document is given in one revision. */
  perDocument: 500,
  /** Characters of a text. */
  textCharacters: 4000,
  /** Characters of all values that come with an order, and of all that one signer fills in. */
  givenCharacters: 40_000,
  filledCharacters: 50_000,
  /** Characters of typed initials. */
  initialsCharacters: 8,
  /** Different texts that are looked for in one document: each costs a look at all its characters. */
  markerTexts: 50,
  /** Bytes of drawn initials, a PNG. */
  initialsImageBytes: 100_000,
  /** Different drawings of initials that one request takes. */
  initialsImages: 20,
} as const;

/** What an own appearance takes: its image is read, and its lines are set, each time that it is drawn. */
export const appearanceLimits = {
  /** Of an image, which may be drawn in many places. */
  imageBytes: 2_000_000,
  imageSide: 4096,
  imagePixels: 4_000_000,
  /** Different images that the placements of one request have. */
  images: 10,
  /** Pixels of its different PNG images together: a signing decodes and compresses each of them. */
  decodedPixels: 8_000_000,
  lines: 20,
  lineCharacters: 200,
  fontSize: { least: 1, most: 144 },
  /** From the box's corner to a line, in points, in either direction. */
  distance: 5000,
} as const;

/** What a search for marker texts in one document may cost; all searches of one request share it. */
export const markerSearchLimits = {
  maxInflatedBytes: 256 * 1024 * 1024,
  maxOperators: 6_000_000,
  maxCharacters: 3_000_000,
  maxMatches: 2000,
} as const;
