import { createHash } from "node:crypto";
import { requireSame } from "../documents/fetchDocument.js";
import { takeIn } from "../documents/intake.js";
import type { NewDocument } from "../documents/newDocument.js";
import { failureCodes } from "../failure/codes.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { RemoteDocumentError } from "../ports/remoteDocuments.js";
import type { AwaitedRow } from "./claimAwaited.js";
import { openSource } from "./sealedPlan.js";

/** Why a document is not to be had. */
export interface Refusal {
  readonly document: AwaitedRow;
  /** A sentence that repeats no URL. */
  readonly why: string;
  /** Whether another try may have another outcome. */
  readonly mayPass: boolean;
}

/** Tries that a document has that something kept from coming that may pass. */
const most = 3;

/**
 * Fetches a document, and takes it in.
 * @param objectKey where it is going to lie
 * @returns why it is not to be had, where it is not
 */
export async function fetchOne(
  platform: Pick<Platform, "remoteDocuments" | "limits" | "secretBox">,
  document: AwaitedRow,
  objectKey: string,
): Promise<NewDocument | Refusal> {
  const { url } = openSource(platform, document.documentId, document.source);
  try {
    const { bytes } = await platform.remoteDocuments.fetch(url, platform.limits.documentBytes);
    return takenIn(platform, document, bytes, objectKey);
  } catch (error) {
    const refusal = refusalOf(error, document);
    if (refusal === null) throw error;
    return refusal;
  }
}

/** Reads a document back that an earlier try has fetched. */
export async function readFetched(
  platform: Pick<Platform, "objectStore" | "limits" | "secretBox">,
  document: AwaitedRow & { readonly objectKey: string; readonly sha256: Uint8Array },
): Promise<NewDocument> {
  const { objectKey, sha256 } = document;
  const bytes = await platform.objectStore.get(objectKey);
  requireSame(bytes, sha256, objectKey);
  return takenIn(platform, document, bytes, objectKey);
}

function takenIn(
  platform: Pick<Platform, "limits" | "secretBox">,
  document: AwaitedRow,
  bytes: Uint8Array,
  objectKey: string,
): NewDocument {
  const { documentId: id, name, kind, source } = document;
  const { digestAlgorithm = "SHA-256" } = openSource(platform, id, source);
  const { pages, pdf } = takeIn(platform.limits, bytes, name);
  const sha256 = createHash("sha256").update(bytes).digest();
  return { id, name, kind, digestAlgorithm, pages, pdf, bytes, sha256, objectKey };
}

/** @returns null for what is nothing of the document's */
function refusalOf(error: unknown, document: AwaitedRow): Refusal | null {
  if (error instanceof RemoteDocumentError) {
    const mayPass = error.mayPass && document.tries + 1 < most;
    const why = error.mayPass && !mayPass ? `${error.message} It was tried ${most} times.` : error.message;
    return { document, why, mayPass };
  }
  return isLasting(error) ? { document, why: error.message, mayPass: false } : null;
}

/** Whether a refusal is of what was given to us: it stands however often it is asked again. */
export function isLasting(error: unknown): error is Failure {
  if (!(error instanceof Failure)) return false;
  const status = failureCodes[error.code];
  return status === 413 || status === 422;
}
