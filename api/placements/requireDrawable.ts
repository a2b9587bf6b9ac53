import { EngineError } from "../../engine/error.js";
import { changeForm } from "../../engine/pdf/form/changeForm.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Placement, Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { firstForm } from "./documentForm.js";
import { placementLimits } from "./limits.js";
import type { PlaceableDocument } from "./placesInDocument.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";
import { shownValue } from "./shownValue.js";
import { requireLinesDrawable } from "./trialLines.js";
import { trialWriter } from "./trialWriter.js";

/**
 * Refuses placements that could not be drawn when the first signer signs: a document that takes no fields, a name or
 * a given value that does not fit its box, an appearance of the caller's own that our fonts cannot draw. It is tried,
 * once, in memory; nothing is done where signatures as usual are all that is placed.
 * @param bySigner one list for each of `signers`
 * @throws Failure `placement_invalid`
 */
export function requireDrawable(
  platform: Pick<Platform, "typefaces" | "clock">,
  signers: readonly Pick<Signer, "givenName" | "surname" | "language">[],
  bySigner: readonly (readonly ResolvedPlacement[])[],
  documents: readonly PlaceableDocument[],
): void {
  const trial = bySigner.flatMap((placements, signer) =>
    placements.map((placement, position) => ({ ...placement, signer, position })),
  );
  const rows = trial.map((placement, index) => asRow(placement, index));
  requireTextsDrawable(platform, trial);
  for (const [index, { pdf }] of documents.entries()) {
    const form = firstForm(
      rows.filter(({ documentId }) => documentId === String(index)),
      null,
      (row) => (row.kind === "signature" ? null : shownValue(row, writerOf(platform, signers, row))),
    );
    if (form.fields.length + form.reserve.length + form.values.length === 0) continue;
    try {
      const { fonts, handwriting, shaper } = platform.typefaces;
      changeForm(pdf, { ...form, font: fonts, handwriting, shaper });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      throw refusal(error, rows, trial);
    }
  }
}

function asRow(
  placement: ResolvedPlacement & { signer: number; position: number },
  index: number,
): Placement {
  const { document, signer, box, ...rest } = placement;
  const id = `00000000-0000-0000-0000-${index.toString(16).padStart(12, "0")}`;
  const keys = { id, signerId: String(signer), documentId: String(document), appearanceKey: null };
  return { ...rest, ...box, ...keys };
}

function writerOf(
  { clock }: Pick<Platform, "clock">,
  signers: readonly Pick<Signer, "givenName" | "surname" | "language">[],
  { signerId }: Placement,
) {
  return trialWriter(signers[Number(signerId)]!, clock.now());
}

/**
 * Of what `requireDrawable` tries what needs no document: how much text there is, and the lines of appearances.
 * @throws Failure `placement_invalid`
 */
export function requireTextsDrawable(
  platform: Pick<Platform, "typefaces">,
  placements: readonly Texts[],
): void {
  requireBounded(placements);
  requireLinesDrawable(platform, placements);
}

type Texts = Pick<ResolvedPlacement, "value" | "appearance" | "param">;

/** Text costs time to set: what comes with an order is bounded as a whole. */
function requireBounded(rows: readonly Texts[]): void {
  const limit = placementLimits.givenCharacters;
  const given = rows.flatMap(({ value, appearance }) => [
    value ?? "",
    ...(appearance?.lines ?? []).map(({ text }) => text),
  ]);
  if (given.reduce((sum, text) => sum + text.length, 0) <= limit) return;
  throw new Failure(
    "placement_invalid",
    `The values of an order, and the lines of its appearances, have at most ${limit} characters together.`,
    {
      param: "signers",
      extensions: { limit },
    },
  );
}

/** Says where in the request the fault is, where the engine says which field it is. */
function refusal(
  error: EngineError,
  rows: readonly Placement[],
  trial: readonly ResolvedPlacement[],
): Failure {
  const name = /"([^"]+)"/.exec(error.message)?.[1] ?? "";
  const at = rows.findIndex(({ id, fieldName }) => (fieldName ?? publicId("plc", id)) === name);
  const param = trial[at]?.param ?? "signers";
  const message = at < 0 ? error.message : error.message.replace(`the field "${name}"`, "the placement");
  return new Failure("placement_invalid", `${param}: ${message}`, { param, cause: error });
}
