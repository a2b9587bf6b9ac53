import type { ValidationDataSources } from "../cades/collectForSignature.js";
import { collectValidationData } from "../pades/validationDataCollect.js";
import { needsWith } from "../pades/validationDataContext.js";
import { RememberingSource } from "../pades/validationDataFetch.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";
import { wholeSecond } from "../pades/validationDataSubjects.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import type { ContainerObject } from "./containerObjects.js";

/**
 * What the signatures and time-stamps of a container need for their validation that none of them has (EN 319 162-1 Annex
 * A.7). The newest archive time-stamp wants revocation data from after itself, which alone can say that its unit was in
 * order then. What stands under it was complete when it was made, or was to be had no better: of that comes what there is.
 * @param newest name of the newest archive time-stamp; null without one, so that all else has to be complete
 * @throws EngineError `validation_data_missing`, `asn1_malformed` for a trust anchor
 */
export async function archiveNeeds(
  objects: readonly ContainerObject[],
  newest: string | null,
  { known = {}, revocation, allowMissing }: ValidationDataSources,
): Promise<ValidationData> {
  const pool = new ValidationDataPool();
  // Wherever in the container it stands, it is there for all of them.
  for (const { object } of objects) pool.add(object.carried, "store");
  const needs = needsWith(pool, known);
  const source = revocation && new RememberingSource(revocation);
  const covered = objects
    .filter(({ name }) => name !== newest)
    .map(({ object }) => ({ fieldName: null, object, since: null }));
  const last = objects
    .filter(({ name }) => name === newest)
    .map(({ object }) => ({ fieldName: null, object, since: object.genTime && wholeSecond(object.genTime) }));
  const ofCovered = await collectValidationData(needs, covered, source, newest !== null || allowMissing);
  const ofLast = await collectValidationData(needs, last, source, allowMissing);
  return {
    certificates: [...ofCovered.certificates, ...ofLast.certificates],
    crls: [...ofCovered.crls, ...ofLast.crls],
    ocspResponses: [...ofCovered.ocspResponses, ...ofLast.ocspResponses],
  };
}
