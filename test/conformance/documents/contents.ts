import { archivalFlavours, archivalPdf } from "./archival.js";
import type { Kind } from "./kind.js";
import { classicPdf, formPdf, largePdf, taggedPdf, turnedPdf } from "./laidOut.js";
import { encryptedPdf, encryptionNames } from "./qpdfWritten.js";

/** Files that differ in what is in them, and in what guards it. */
export const contents: Readonly<Record<string, Kind>> = {
  "form with signature fields": { make: formPdf, fields: ["Buyer", "Seller"] },
  "turned and cut pages": { make: turnedPdf },
  tagged: { make: taggedPdf },
  "20 MB": { make: largePdf },
  ...Object.fromEntries(
    archivalFlavours.map((flavour) => [`PDF/A-${flavour}`, { make: () => archivalPdf(flavour), flavour }]),
  ),
  ...Object.fromEntries(
    encryptionNames.map((name) => {
      const kind: Kind = { make: async () => encryptedPdf(await classicPdf(), name) };
      return [`encrypted, ${name}`, name === "R5" ? { ...kind, unreadableTo: ["pyhanko"] } : kind];
    }),
  ),
};
