import { type SignedObject, timestampObject } from "../pades/signedObject.js";
import { collectValidationData } from "../pades/validationDataCollect.js";
import { type KnownValidationData, needsWith } from "../pades/validationDataContext.js";
import { RememberingSource } from "../pades/validationDataFetch.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";
import type { RevocationSource } from "../pades/validationDataSource.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";

/** What a caller knows, and whom it may ask. */
export interface ValidationDataSources {
  readonly known?: KnownValidationData;
  readonly revocation?: RevocationSource;
  /** True to be content with what there is. */
  readonly allowMissing?: boolean;
}

/**
 * What validation of a new signature and of its time-stamp needs beside what they bring.
 * @param certificates DER, the signer's first
 * @param token TimeStampToken DER
 * @throws EngineError `validation_data_missing`, `asn1_malformed` for a trust anchor
 */
export function collectForSignature(
  certificates: readonly Uint8Array[],
  token: Uint8Array,
  { known = {}, revocation, allowMissing }: ValidationDataSources,
): Promise<ValidationData> {
  const signature: SignedObject = {
    role: "signature",
    signerCertificate: certificates[0] ?? null,
    signingCertificateHash: null,
    carried: { certificates, crls: [], ocspResponses: [] },
    genTime: null,
  };
  const objects = [signature, timestampObject("signatureTimestamp", token)];
  const pool = new ValidationDataPool();
  for (const { carried } of objects) pool.add(carried, "signature");
  const subjects = objects.map((object) => ({ fieldName: null, object, since: null }));
  const source = revocation && new RememberingSource(revocation);
  return collectValidationData(needsWith(pool, known), subjects, source, allowMissing);
}
