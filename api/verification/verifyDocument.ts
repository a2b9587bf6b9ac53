import { EngineError } from "../../engine/error.js";
import type { ValidationData } from "../../engine/pdf/documentSecurityStore.js";
import type { Caller } from "../apiKeys/caller.js";
import type { FailureCode } from "../failure/codes.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { type AnchorKind, anchorKinds } from "./trustAnchors.js";
import type { VerifiedBytes } from "./verifyBytes.js";

/** What of the platform a verification needs. */
export type VerificationPlatform = Pick<
  Platform,
  "clock" | "limits" | "trustAnchors" | "validationData" | "verifier"
>;

export interface VerificationOptions {
  /** At which is judged what no time-stamp proves to be older; now when null. */
  readonly at: Date | null;
  /** Of an encrypted document. */
  readonly password: string | null;
  /** Whether PDFs that it carries are verified, too. */
  readonly recursive: boolean;
  /** Whether the document as it was before its first signature is wanted. */
  readonly original: boolean;
  /** The field of the request that the document came in, for refusals. */
  readonly param: string;
}

/** What a verification comes to. */
export interface VerifiedDocument extends VerifiedBytes {
  /** When it was made. */
  readonly madeAt: Date;
  /** Which kind of trust anchor a root is, by its SHA-256. */
  readonly anchorKind: (sha256: string) => AnchorKind | null;
}

/**
 * Verifies a signed document with what is in it, our own authorities' certificates and lists, and the trust anchors that
 * are configured. Nothing is fetched, and nothing is kept.
 *
 * A live key's call holds a signature of the test mode for one that binds nobody. A test key's call takes both, and its
 * answer says to which a signature leads.
 * @param bytes the file
 * @throws Failure `document_empty`, `document_too_large`, `document_not_a_pdf`, `document_damaged`,
 *   `document_encrypted`, `document_unsupported`, `document_too_costly`, `document_not_signed`, `unavailable`
 */
export async function verifyDocument(
  platform: VerificationPlatform,
  { mode, tenantId }: Pick<Caller, "mode" | "tenantId">,
  bytes: Uint8Array,
  { at, password, recursive, original, param }: VerificationOptions,
): Promise<VerifiedDocument> {
  const { limits, trustAnchors, clock } = platform;
  if (bytes.length === 0) throw new Failure("document_empty", "The document has no bytes.", { param });
  if (bytes.length > limits.documentBytes) {
    const message = `The document is larger than ${limits.documentBytes} bytes, the most that is taken (MAX_DOCUMENT_BYTES).`;
    throw new Failure("document_too_large", message, { param, extensions: { limit: limits.documentBytes } });
  }
  const madeAt = clock.now();
  const { own, configured } = trustAnchors;
  const options = {
    trustAnchors: [own.live, ...configured, ...(mode === "test" ? [own.test] : [])],
    testAnchors: mode === "test" ? [] : [own.test],
    known: await knownData(platform),
    time: at ?? madeAt,
    ...(password !== null && { password }),
  };
  try {
    const verified = await platform.verifier.verify({ bytes, options, recursive, original }, tenantId);
    const { signatures, timestamps } = verified.report;
    if (signatures.length + timestamps.length === 0 && verified.attached.length === 0) {
      throw new Failure("document_not_signed", "The document has no signature and no time-stamp.", { param });
    }
    return { ...verified, madeAt, anchorKind: anchorKinds(trustAnchors) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure(codeOf(error), error.message, { param, cause: error });
  }
}

/** What our own authorities publish: a document that is not sealed yet does not bring it. */
async function knownData({ validationData }: VerificationPlatform): Promise<Partial<ValidationData>> {
  const known = await Promise.all([validationData.live.known(), validationData.test.known()]);
  return {
    certificates: known.flatMap(({ certificates = [] }) => certificates),
    crls: known.flatMap(({ crls = [] }) => crls),
  };
}

function codeOf({ code }: EngineError): FailureCode {
  switch (code) {
    case "pdf_not_a_pdf":
      return "document_not_a_pdf";
    case "pdf_empty":
      return "document_empty";
    case "pdf_encrypted":
    case "pdf_password_wrong":
      return "document_encrypted";
    case "pdf_limit_exceeded":
      return "document_too_costly";
    case "pdf_unsupported":
      return "document_unsupported";
    default:
      return "document_damaged";
  }
}
