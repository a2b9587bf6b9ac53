import { createHash } from "node:crypto";
import { EngineError } from "../../engine/error.js";
import { completeDocumentTimestamp } from "../../engine/pades/completeDocumentTimestamp.js";
import { type ExtendOptions, extend } from "../../engine/pades/extend.js";
import { type PadesLevel, padesLevels } from "../../engine/pades/level.js";
import { levelsOf } from "../../engine/pades/levelsOf.js";
import { prepareDocumentTimestamp } from "../../engine/pades/prepareDocumentTimestamp.js";
import { openPdf } from "../../engine/pdf/document.js";
import { listSignatures } from "../../engine/pdf/signatures.js";
import type { Mode } from "../apiKeys/caller.js";
import type { OrderDocument } from "../orders/order.js";
import type { Platform } from "../platform.js";

/** A document that all have signed. */
export interface DocumentToSeal {
  readonly document: OrderDocument;
  /** The revision that `bytes` are. */
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** Of `bytes`, 32 bytes. */
  readonly sha256: Uint8Array;
}

export interface SealedDocument {
  readonly document: OrderDocument;
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** SHA-256 before and after, 32 bytes each. */
  readonly sha256Before: Uint8Array;
  readonly sha256After: Uint8Array;
  /** The lowest of its signatures; null where nobody signed it, so that it is time-stamped and no more. */
  readonly level: PadesLevel | null;
}

type Needs = Pick<Platform, "timestampAuthority" | "validationData">;

/**
 * Seals a document at PAdES B-LTA (EN 319 142-1 clause 6): a documentSecurityStore with what the signatures made here
 * need, and a document time-stamp over all. Signatures that the document came with stay as they were. One that nobody
 * signed, because it was only approved, gets a document time-stamp.
 * @param settle true to take a lower level now where another authority's validation data cannot be fetched; where
 *   there is nobody to ask, it is taken in any case
 * @returns null where nobody signed it and it takes no time-stamp
 * @throws EngineError `validation_data_missing` unless `settle`, and those of `extend`; TimestampError
 */
export async function sealDocument(
  platform: Needs,
  mode: Mode,
  { document, revision, bytes, sha256 }: DocumentToSeal,
  settle: boolean,
): Promise<SealedDocument | null> {
  const authority = platform.timestampAuthority[mode];
  const { known, remote } = platform.validationData[mode];
  const options: SealOptions = {
    ...(await known()),
    level: "B-LTA",
    signedBeyond: document.bytes,
    timestamp: (digest) => authority.timestamp(digest),
    timestampVerified: true,
    timestampTokenBytes: authority.maxTokenBytes,
    ...(remote && { revocation: remote }),
  };
  const sealed =
    document.signatures === 0 ? await stamped(bytes, options) : await extended(bytes, options, settle);
  return (
    sealed && {
      document,
      revision: revision + 1,
      ...sealed,
      sha256Before: sha256,
      sha256After: createHash("sha256").update(sealed.bytes).digest(),
    }
  );
}

type Sealed = Pick<SealedDocument, "bytes" | "level">;
type SealOptions = ExtendOptions & Required<Pick<ExtendOptions, "signedBeyond" | "timestampTokenBytes">>;

async function extended(pdf: Uint8Array, options: SealOptions, settle: boolean): Promise<Sealed> {
  try {
    return { bytes: await extend(pdf, options), level: "B-LTA" };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "validation_data_missing") throw error;
    // Its cause are the places that were asked and had no answer; they may have one later.
    if (!settle && error.cause !== undefined) throw error;
  }
  const bytes = await extend(pdf, { ...options, allowMissing: true });
  return { bytes, level: lowestLevel(bytes, options.signedBeyond) };
}

/** The lowest level among the signatures that cover more than the document as it came. */
function lowestLevel(pdf: Uint8Array, signedBeyond: number): PadesLevel {
  const ours = new Set(
    listSignatures(openPdf(pdf))
      .filter(({ byteRange }) => (byteRange?.[2] ?? 0) + (byteRange?.[3] ?? 0) > signedBeyond)
      .map(({ fieldName }) => fieldName),
  );
  const levels = levelsOf(pdf)
    .filter(({ fieldName }) => ours.has(fieldName))
    .map(({ level }) => padesLevels.indexOf(level ?? "B-B"));
  return padesLevels[Math.min(...levels)] ?? "B-B";
}

/** Whatever forbids the time-stamp, such as an encryption without the right, leaves the document as it is. */
async function stamped(pdf: Uint8Array, options: SealOptions): Promise<Sealed | null> {
  const { certificates = [], crls = [], timestampTokenBytes, revocation } = options;
  try {
    const { digest, digestAlgorithm, state } = prepareDocumentTimestamp(pdf, {
      timestampTokenBytes,
      // Ours say nothing of another authority's unit.
      ...(!revocation && { validationData: { certificates, crls } }),
    });
    const token = await options.timestamp(digest, digestAlgorithm);
    return { bytes: completeDocumentTimestamp(pdf, state, token, { pdfUnchanged: true }), level: null };
  } catch (error) {
    if (error instanceof EngineError && error.code.startsWith("pdf_")) return null;
    throw error;
  }
}
