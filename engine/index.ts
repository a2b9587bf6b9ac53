/**
 * @paraph/engine: PAdES signatures (EN 319 142-1) for PDF and ASiC-E containers (EN 319 162-1), from B-B to B-LTA, and the
 * certificates, time-stamps and revocation data that they need. Bytes in, bytes out: no file, network, clock or
 * randomness of its own.
 */

// Signing, all steps at once.

export { DocumentError } from "./pades/documentError.js";
export { sign } from "./pades/sign.js";
export { type DocumentToSign, signAll } from "./pades/signAll.js";
export type { SignOptions } from "./pades/signDocument.js";

// Signing step by step: the state in between can be stored, and the key can be anywhere.

export {
  completeSignature as complete,
  type SignatureParts,
  timestampDigest,
} from "./pades/completeSignature.js";
export {
  type PreparedSignature,
  prepareSignature as prepare,
  type SignatureOptions,
} from "./pades/prepareSignature.js";
export { decodeSignatureState, encodeSignatureState, type SignatureState } from "./pades/signatureState.js";

// Levels: what a signature has, and bringing it to a higher one.

export { type ExtendOptions, extend } from "./pades/extend.js";
export { includesLevel, type PadesLevel, padesLevels } from "./pades/level.js";
export { levelsOf, type SignatureLevel } from "./pades/levelsOf.js";

// Validation data and document time-stamps, step by step.

export { addValidationData, type OpenOptions } from "./pades/addValidationData.js";
export { completeDocumentTimestamp } from "./pades/completeDocumentTimestamp.js";
export {
  type DocumentTimestampState,
  decodeDocumentTimestampState,
  encodeDocumentTimestampState,
} from "./pades/documentTimestampState.js";
export {
  type DocumentTimestampOptions,
  type PreparedDocumentTimestamp,
  prepareDocumentTimestamp,
} from "./pades/prepareDocumentTimestamp.js";
export { type RequiredValidationData, requiredValidationData } from "./pades/requiredValidationData.js";
export type { KnownValidationData } from "./pades/validationDataContext.js";
export type { MissingValidationData } from "./pades/validationDataMissing.js";
export type {
  RevocationAnswer,
  RevocationFetcher,
  RevocationSource,
  TimestampSource,
} from "./pades/validationDataSource.js";

// Detached CAdES signatures (EN 319 122-1), and ASiC-E containers with them (EN 319 162-1): made, and renewed in time.

export {
  ALGORITHM_DATES,
  type AlgorithmDate,
  reliedOnUntil,
} from "./asic/algorithmDates.js";
export { buildContainer, type ContainerOptions } from "./asic/buildContainer.js";
export type { ContainerFile } from "./asic/containerFile.js";
export {
  type ContainerHorizon,
  containerHorizon,
  type ReliedOnAlgorithm,
} from "./asic/containerHorizon.js";
export { renewalDue } from "./asic/renewalDue.js";
export { type RenewalOptions, renewContainer } from "./asic/renewContainer.js";
export type { DetachedContent } from "./cades/detachedContent.js";
export type { CadesLevel } from "./cades/level.js";
export { type DetachedSignatureOptions, signDetached } from "./cades/signDetached.js";

// What is seen of a signature. Fonts and images come from the caller, as bytes.

export type { Colour } from "./pdf/appearance/colour.js";
export { type ComposedAppearanceOptions, composeAppearance } from "./pdf/appearance/composeAppearance.js";
export type { AppearanceElement } from "./pdf/appearance/elements.js";
export { type ImageFile, type PreparedImage, prepareImage } from "./pdf/appearance/preparedImage.js";
export {
  type SignatureAppearanceOptions,
  signatureAppearance,
} from "./pdf/appearance/signatureAppearance.js";
export type { DrawnStrokes } from "./pdf/appearance/strokes/drawnStrokes.js";
export type { Appearance } from "./pdf/appearanceSource.js";
export { type FontProgram, parseFont } from "./pdf/font/fontProgram.js";
export { loadShaper } from "./pdf/shaping/loadShaper.js";
export { needsShaper } from "./pdf/shaping/needsShaper.js";
export type { Shaper } from "./pdf/shaping/shaper.js";

// Where a signature stands: a box on a page, a field, or a text that marks the place.

export { type SignatureField, signatureFields } from "./pdf/signatureFields.js";
export type { DocumentText } from "./pdf/text/documentText.js";
export { openText } from "./pdf/text/documentText.js";
export { findText, type TextMatch, type TextQuery } from "./pdf/text/findText.js";
export { pageText } from "./pdf/text/pageText.js";
export { type MarkerPlacement, placementsAtText } from "./pdf/text/placementsAtText.js";
export { DEFAULT_TEXT_LIMITS, type TextLimits } from "./pdf/text/textLimits.js";
export type { Placement } from "./pdf/viewPlacement.js";

// Forms: fields added and filled so that earlier signatures stay valid, and pages marked as a test's.

export type { FormOptions } from "./pdf/form/changeForm.js";
export { addFormFields, addTestMark, changeForm, fillFormFields } from "./pdf/form/changeForm.js";
export type { FormStyle } from "./pdf/form/fieldDrawings.js";
export type { FieldKind } from "./pdf/form/fieldTraits.js";
export type {
  AnyValue,
  CheckboxValue,
  ChoiceValue,
  DrawingValue,
  FieldValue,
  TextValue,
} from "./pdf/form/fieldValue.js";
export type { FormChanges } from "./pdf/form/formChanges.js";
export { type FormFieldView, formFieldsOf } from "./pdf/form/formFieldsOf.js";
export type { NewFormField } from "./pdf/form/newFormField.js";
export type { FieldOption } from "./pdf/form/options.js";
export type { TestMark } from "./pdf/form/testMark.js";

// New documents: PDF/A-3a and PDF/UA-1, of text, tables, figures and attachments.

export type {
  Align,
  Block,
  Drawing,
  Figure,
  Path,
  PathStep,
  Run,
  Text,
} from "./pdf/compose/blocks.js";
export { composeDocument } from "./pdf/compose/composeDocument.js";
export type { Attachment, ComposedPdf, DocumentOptions, Running } from "./pdf/compose/documentOptions.js";

// Reading documents.

export { openPdf, type PdfDocument } from "./pdf/document.js";
export { readDocumentSecurityStore, type ValidationData } from "./pdf/documentSecurityStore.js";
export type { PdfAccess } from "./pdf/encryption/access.js";
export { DEFAULT_PDF_LIMITS, type PdfLimits } from "./pdf/limits.js";
export { type DocumentPermissions, permissionsOf } from "./pdf/permissions/documentPermissions.js";
export { type ExistingSignature, listSignatures } from "./pdf/signatures.js";

// CMS (RFC 5652), as it stands in /Contents.

export { parseSignedData, type SignedData } from "./cms/parseSignedData.js";
export { signerVerifies } from "./cms/verifySigner.js";

// Time-stamps (RFC 3161): asking for them, checking them, and issuing them.

export { answerTimestampRequest } from "./tsp/answer.js";
export { issueTimestampToken, type TimestampUnit } from "./tsp/issueToken.js";
export { encodeTimestampRequest } from "./tsp/request.js";
export { encodeRejection } from "./tsp/response.js";
export { type TimestampClientOptions, timestampClient } from "./tsp/timestampClient.js";
export { timestampTokenSize } from "./tsp/tokenSize.js";
export { type VerifiedTimestamp, verifyTimestampResponse } from "./tsp/verifyResponse.js";
export { type VerifiedToken, verifyTimestampToken } from "./tsp/verifyToken.js";

// Certificates (RFC 5280): reading them, and issuing them as an authority does: prepared, judged, and only then signed.

export { type AlgorithmChoices, signatureAlgorithmFor } from "./x509/algorithmForKey.js";
export type { CertificateRequest } from "./x509/certificate.js";
export type { DigestName } from "./x509/digestAlgorithm.js";
export { ecdsaSignatureToDer } from "./x509/ecdsaSignature.js";
export { issueCertificate } from "./x509/issue.js";
export { authorityName, distinguishedName, naturalPersonName } from "./x509/name.js";
export { type Certificate, parseCertificate } from "./x509/parseCertificate.js";
export { type BuiltPath, buildPath, type PathLimits } from "./x509/path.js";
export type { CertificateProfile } from "./x509/profile.js";
export {
  electronicSeal,
  ocspResponder,
  oneTimeSigner,
  rootAuthority,
  signerAuthority,
  timestampUnit,
} from "./x509/profiles.js";
export type { MessageSigner, SignatureAlgorithm } from "./x509/signatureAlgorithm.js";

// Revocation lists and OCSP (RFC 6960), from both sides.

export { answerOcspRequest, type OcspResponder } from "./ocsp/answer.js";
export { type OcspProfile, statusResponder } from "./ocsp/ocspProfile.js";
export { type OcspResponse, parseOcspResponse } from "./ocsp/parseOcspResponse.js";
export { encodeOcspRequest } from "./ocsp/request.js";
export { ocspResponseSize } from "./ocsp/responseSize.js";
export { encodeOcspFailure } from "./ocsp/responseStatus.js";
export {
  type AskedStatus,
  type VerifiedOcspResponse,
  verifyOcspResponse,
} from "./ocsp/verifyOcspResponse.js";
export {
  authorityRevocationList,
  type CertificateListProfile,
  endEntityRevocationList,
  NO_FURTHER_UPDATE,
} from "./x509/crlProfile.js";
export { findRevoked, type Revocation } from "./x509/findRevoked.js";
export { issueCertificateList } from "./x509/issueCertificateList.js";
export { type CertificateList, parseCertificateList } from "./x509/parseCertificateList.js";
export { type RevocationNeed, revocationNeedOf } from "./x509/revocationNeed.js";
export { type ListToConsult, type StatusOnLists, statusOnLists } from "./x509/statusOnLists.js";
export { verifyCertificateList } from "./x509/verifyCertificateList.js";

// Evidence files, verified with nothing but themselves and the roots that are trusted.

export { ContainerFault, type ContainerFaultCode } from "./asic/containerFault.js";
export type { ContainerLimits } from "./asic/containerLimits.js";
export { type EvidenceFaultCode, evidenceFaults } from "./evidence/faultCodes.js";
export type {
  EvidenceCheck,
  EvidenceFault,
  EvidenceReport,
  EvidenceRoot,
  EvidenceVerdict,
  UncheckedMatter,
} from "./evidence/report.js";
export { type EvidenceVerificationOptions, verifyEvidence } from "./evidence/verifyEvidence.js";
export { verifyLoggedChain } from "./evidence/verifyLoggedChain.js";
export { verifyAuditExport } from "./hashchain/verify.js";

// Signatures in PDFs, validated with what is in them and the roots that are trusted (EN 319 102-1).

export type { Change, ChangeKind } from "./pades/changes/change.js";
export type { Modification } from "./pades/changes/judgeChanges.js";
export type { CertificateReport, CertificateStatus } from "./validation/certificateReport.js";
export type { Conclusion, Indication, SubIndication } from "./validation/indication.js";
export type {
  DocumentTimestampReport,
  PdfReport,
  RootReport,
  SignatureReport,
  TimestampReport,
} from "./validation/pdfReport.js";
export {
  type SignatureFinding,
  type SignatureFindingCode,
  signatureFindings,
} from "./validation/signatureFinding.js";
export { type PdfValidationOptions, validatePdf } from "./validation/validatePdf.js";

// Refusals: a code of a closed list, and a sentence.

export { EngineError, type EngineErrorCode } from "./error.js";
