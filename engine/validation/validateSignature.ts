import { EngineError } from "../error.js";
import type { PadesLevel } from "../pades/level.js";
import { PdfString } from "../pdf/objects.js";
import { permissionsOf, type SignatureRestriction } from "../pdf/permissions/documentPermissions.js";
import { readPdfDate } from "../pdf/readPdfDate.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { certificateFindings, hasKeyDefect } from "./certificateFindings.js";
import { nameOfCertificate } from "./certificateName.js";
import { reportPath } from "./certificateReport.js";
import { type CryptographicVerdict, verifyCryptographically } from "./cryptographicVerification.js";
import { conclude } from "./indication.js";
import { judgeAfterwards } from "./judgeAfterwards.js";
import type { SignatureReport, TimestampReport } from "./pdfReport.js";
import { type FieldObject, type PdfValidation, type ProofEnd, reportRoot } from "./pdfValidation.js";
import { found, type SignatureFinding } from "./signatureFinding.js";
import type { SignedRange } from "./signedRange.js";
import { digestBy } from "./timestampToken.js";
import { validateTimestamp } from "./validateTimestamp.js";

/**
 * Validates a signature of a PDF (EN 319 102-1 5.3 and 5.5), its checks in the standard's order: format, signer, cryptography,
 * time-stamps, the certificate at the time that these prove, and what is accepted of it.
 * @param until by when a trusted document time-stamp proves it, or the time of the validation
 */
export function validateSignature(
  validation: PdfValidation,
  object: FieldObject,
  until: ProofEnd,
  level: PadesLevel | null,
): SignatureReport {
  const { signature, revision, format } = object;
  const { range } = format;
  const verdict = verifyCryptographically(
    revision.contents,
    signature.subFilter,
    coveredBy(validation, range),
    validation.pool,
  );
  // Without a range there is nothing that it could be over, and only the first finding says something.
  const own = range === null ? [] : verdict.findings;
  const findings: SignatureFinding[] = [...format.findings, ...own.filter((one) => !isOfAcceptance(one))];
  const timestamps = timestampsOf(validation, verdict, until);
  const provenTime = provenBy(timestamps, until);
  const time = { at: provenTime ?? validation.time, isProven: provenTime !== null };
  const { certificate } = verdict;
  const path =
    certificate &&
    validation.judge.judge(certificate, { at: time.at, until: time.at, dataUntil: until.dataUntil });
  if (path !== null) findings.push(...certificateFindings(path, time, validation.testRoots));
  findings.push(
    ...own.filter(isOfAcceptance),
    ...acceptanceOf(verdict, path?.chain[0] ?? null, signature.subFilter),
  );
  findings.push(...notesOn(timestamps, provenTime, object));
  const restriction = restrictionOf(object);
  const afterwards = judgeAfterwards(validation, object, restriction);
  findings.push(...afterwards.findings);
  return {
    ...conclude(findings),
    findings,
    fieldName: signature.fieldName,
    subFilter: signature.subFilter,
    level,
    intact: range !== null && verdict.intact,
    end: revision.end ?? null,
    coversWhole: range !== null && validation.history.isEnd(range.end),
    modification: afterwards.modification,
    changes: afterwards.changes,
    algorithm: verdict.algorithm?.name ?? null,
    claimedTime: claimedTime(object, verdict),
    provenTime,
    permits: restriction?.level ?? null,
    timestamps,
    path: path === null ? [] : reportPath(path, time.at),
    root: path && reportRoot(path),
  };
}

/** What the attributes lack does not hinder the verification, and is judged after the certificate. */
const isOfAcceptance = ({ subIndication }: SignatureFinding): boolean =>
  subIndication === "SIG_CONSTRAINTS_FAILURE";

function coveredBy({ hashes, document: { bytes } }: PdfValidation, range: SignedRange | null) {
  const { length, behind, end } = range ?? { length: 0, behind: 0, end: 0 };
  return {
    digest: (algorithm: string) => hashes.around(length, behind, end, algorithm),
    bytes: () => Buffer.concat([bytes.subarray(0, length), bytes.subarray(behind, end)]),
  };
}

function timestampsOf(
  validation: PdfValidation,
  { signed }: CryptographicVerdict,
  until: ProofEnd,
): TimestampReport[] {
  if (signed === null) return [];
  const digest = digestBy(signed.signatureValue);
  return signed.timestampTokens.map((token) => validateTimestamp(validation, token, digest, until));
}

/** The earliest time that is proven (best-signature-time, EN 319 102-1 5.5.4). */
function provenBy(timestamps: readonly TimestampReport[], until: ProofEnd): Date | null {
  let earliest = until.isProven ? until.time : null;
  for (const { indication, genTime } of timestamps) {
    if (indication !== "TOTAL_PASSED" || genTime === null) continue;
    if (earliest === null || genTime < earliest) earliest = genTime;
  }
  return earliest;
}

/** Signature acceptance (EN 319 102-1 5.2.8): what it was made with is still relied on (TS 119 312). */
function acceptanceOf(
  { signed, algorithm }: CryptographicVerdict,
  certificate: Certificate | null,
  subFilter: string,
): SignatureFinding[] {
  const findings: SignatureFinding[] = [];
  if (signed !== null && algorithm !== null && signed.signatureScheme === null)
    findings.push(
      found("algorithm_weak", `It was made with ${algorithm.name}, which is no longer relied on.`),
    );
  // ISO 32000-1 12.8.3.3.1: whatever the value was made with, what ties it to the document is a SHA-1.
  else if (subFilter === "adbe.pkcs7.sha1")
    findings.push(found("algorithm_weak", "It is over the document's SHA-1, which is no longer relied on."));
  if (certificate !== null && hasKeyDefect(certificate)) {
    const name = nameOfCertificate(certificate);
    findings.push(found("key_weak", `The key of ${name} is of a kind or size that is not relied on.`));
  }
  return findings;
}

function notesOn(
  timestamps: readonly TimestampReport[],
  provenTime: Date | null,
  { sharedBy }: FieldObject,
): SignatureFinding[] {
  const notes: SignatureFinding[] = [];
  for (const { indication, findings } of timestamps) {
    if (indication === "TOTAL_PASSED") continue;
    const why = findings.find(({ subIndication }) => subIndication !== null)?.message ?? "";
    notes.push(found("timestamp_unproven", `A time-stamp of the signature proves nothing: ${why}`));
  }
  if (provenTime === null)
    notes.push(found("time_unproven", "No trusted time-stamp proves when it was made."));
  if (sharedBy.length > 0)
    notes.push(found("field_shared", `${sharedBy.length} further fields show the same signature.`));
  return notes;
}

function claimedTime({ signature }: FieldObject, { signingTime }: CryptographicVerdict): Date | null {
  const written = signature.dict.get("M");
  return (written instanceof PdfString ? readPdfDate(written) : null) ?? signingTime;
}

/** What the signature says may change, as it said it when it was made. */
function restrictionOf({ signature, format }: FieldObject): SignatureRestriction | undefined {
  if (format.covered === null) return undefined;
  try {
    const { restrictions } = permissionsOf(format.covered);
    return restrictions.find(({ fieldName }) => fieldName === signature.fieldName);
  } catch (error) {
    // Then the comparison with later revisions fails as well, and says so.
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
