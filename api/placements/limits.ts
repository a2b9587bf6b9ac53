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

/** What a search for marker texts in one document may cost; all searches of one request share it. */
export const markerSearchLimits = {
  maxInflatedBytes: 256 * 1024 * 1024,
  maxOperators: 6_000_000,
  maxCharacters: 3_000_000,
  maxMatches: 2000,
} as const;
