import { nothing, type OrderReader } from "./reader.js";

const types = [
  "evidence.stored",
  "evidence.renewed",
  "hold.placed",
  "hold.released",
  "documents.removed",
  "documents.purged",
  "evidence.purged",
  "signer.erased",
];

/** Events of what was done to what is kept: their details stand as the events have them. */
export const custodyReaders: Readonly<Record<string, OrderReader>> = Object.fromEntries(
  types.map((type) => [
    type,
    (draft, event) => {
      const { at, actor: by, signer } = event;
      draft.custody.push({ ...at, what: type, by, signer, details: event.allDetails() });
      return nothing;
    },
  ]),
);
