import type { ValidationDataSources } from "../cades/collectForSignature.js";
import { addToSignedData } from "../cms/addToSignedData.js";
import { type SignedObject, timestampObject } from "../pades/signedObject.js";
import { collectValidationData } from "../pades/validationDataCollect.js";
import { needsWith } from "../pades/validationDataContext.js";
import { RememberingSource } from "../pades/validationDataFetch.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";

/**
 * Puts into a new archive time-stamp what its own validation needs, as far as it is to be had, so that the container can
 * be validated by itself as long as the unit's certificate is valid. Its renewal adds data from after it (EN 319 162-1
 * Annex A.7). Where the unit stamped in the container before, its data are there.
 * @param token TimeStampToken
 * @param present who signed and stamped in the container so far
 */
export async function withOwnValidationData(
  token: Uint8Array,
  present: readonly SignedObject[],
  { known = {}, revocation }: ValidationDataSources,
): Promise<Uint8Array> {
  const object = timestampObject("archiveTimestamp", token);
  if (present.some((other) => other.role !== "signature" && isBySame(other, object))) return token;
  const pool = new ValidationDataPool();
  for (const { carried } of [object, ...present]) pool.add(carried, "store");
  const source = revocation && new RememberingSource(revocation);
  const subjects = [{ fieldName: null, object, since: null }];
  return addToSignedData(token, await collectValidationData(needsWith(pool, known), subjects, source, true));
}

const isBySame = (one: SignedObject, other: SignedObject): boolean =>
  one.signerCertificate !== null &&
  other.signerCertificate !== null &&
  Buffer.compare(one.signerCertificate, other.signerCertificate) === 0;
