import { parseSignedData } from "../cms/parseSignedData.js";
import { revocationInfoOf } from "../cms/revocationInfo.js";
import { EngineError } from "../error.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import { readSignedPdf, type SignedPdf } from "./signedPdf.js";

/** What a container brings for the validation of all that is in it. */
export interface Material {
  readonly pool: ValidationDataPool;
  /** By name; null for one that cannot be read. */
  readonly pdfs: ReadonlyMap<string, SignedPdf | null>;
}

/**
 * Gathers certificates, revocation lists and OCSP responses from wherever in the container they are: as files, in
 * signatures and time-stamps, and in documents. Where one stands says nothing of whether it is good, so that one pool
 * serves all.
 */
export function collectMaterial(files: EvidenceFiles): Material {
  const pool = new ValidationDataPool();
  const all = (start: string, end: string) => files.matching(start, end).map((name) => files.bytes(name)!);
  pool.add({ certificates: all("certificates/", ".cer") }, "store");
  pool.add({ crls: all("revocation/", ".crl"), ocspResponses: all("revocation/", ".ocsp") }, "store");
  for (const cms of [...all("", ".p7s"), ...all("", ".tst")]) addCarried(pool, cms);
  const pdfs = new Map<string, SignedPdf | null>();
  for (const name of files.matching("", ".pdf")) pdfs.set(name, readSignedPdf(files.bytes(name)!, pool));
  return { pool, pdfs };
}

/** Puts what a CMS object and its time-stamps bring for their validation into a pool. */
export function addCarried(pool: ValidationDataPool, cms: Uint8Array): void {
  try {
    const signed = parseSignedData(cms);
    pool.add({ certificates: signed.certificates, ...revocationInfoOf(signed) }, "signature");
    for (const token of signed.timestampTokens) addCarried(pool, token);
  } catch (error) {
    // What cannot be read is found by the check of the signature itself.
    if (!(error instanceof EngineError)) throw error;
  }
}
