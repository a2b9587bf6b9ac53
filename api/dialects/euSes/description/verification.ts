import { answered, ref, refused } from "./answered.js";

const date = (description: string, nullable = false) => ({
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+00:00$",
  ...(nullable && { nullable }),
  description,
  example: "2025-02-14 11:11:01.892+00:00",
});
const text = (description: string, example: string) => ({ type: "string", description, example });
const base64 = (description: string) => ({ type: "string", format: "byte", description });
const status = (description: string) => ({
  type: "string",
  enum: ["VALID", "EXPIRED", "REVOKED", "UNKNOWN", "NOT_YET_VALID"],
  description,
});
const stated = (what: string) => ({
  type: "string",
  enum: ["VALID", "INVALID", "UNKNOWN"],
  description: `${what}: VALID where an issuer that is trusted states it, UNKNOWN where another one does, INVALID where none does.`,
});
const closed = (properties: object) => ({ type: "object", required: Object.keys(properties), properties });

/** What `POST /verify` takes and answers. */
export const verifySchemas = {
  VerifyRequest: {
    type: "object",
    required: ["inputDocument"],
    properties: {
      inputDocument: base64(
        "The signed PDF. Other signed documents are refused with a sentence that says so.",
      ),
      detachedContent: {
        ...base64("Of no account with a PDF, which holds what its signatures cover; a note says so."),
        nullable: true,
      },
      pdfEncryptionPassword: { type: "string", nullable: true, maxLength: 1000 },
      recursive: {
        anyOf: [{ type: "boolean" }, { type: "string", enum: ["true", "false"] }],
        nullable: true,
        description: "True: signatures of PDFs that are attached are reported as well, and count.",
      },
      verifyOnDate: {
        type: "string",
        nullable: true,
        description:
          "The day, to its end in UTC, or the time at which is judged what no time-stamp proves to be older. Now, where there is none.",
        example: "2025-02-14",
      },
    },
  },
  VerifyAnswer: closed({
    checkDate: date("When it was verified."),
    verificationDate: date("The time at which is judged what no time-stamp proves to be older."),
    signatureFormat: { type: "string", enum: ["PAdES"] },
    nrOfSignatures: { type: "integer", description: "Document time-stamps are none.", example: 1 },
    overallVerified: { type: "boolean", description: "Whether all signatures passed, and there is one." },
    signatureReportList: { type: "array", items: ref("VerifySignatureReport") },
    noteReportList: { type: "array", items: ref("VerifyNoteReport") },
    plainDocument: base64(
      "The PDF as it was before its first signature was appended. Where that came with the file's first revision: the file as it signed it, which a note says.",
    ),
  }),
  VerifySignatureReport: closed({
    id: text("Counted from 0.", "0"),
    integrity: {
      type: "boolean",
      description: "The bytes it covers are those that were signed, by this certificate's key.",
    },
    signatureAlgorithmName: text("Empty where it is not known.", "SHA256withRSA"),
    subjectDN: text(
      "In the order of the certificate. Texts about the certificate are empty where it is not in the document.",
      "C=IT,SURNAME=ROSSI,GIVENNAME=MARIO,SERIALNUMBER=TINIT-RSSMRA73R02H501H,CN=ROSSI MARIO",
    ),
    issuerDN: text("As subjectDN.", "C=IT,O=Trust Services,CN=Qualified CA"),
    subjectCN: text("Common name.", "ROSSI MARIO"),
    issuerCN: text("Common name.", "Qualified CA"),
    serialNumber: text("Decimal.", "5557601230250214000"),
    signerCertificateStatus: status(
      "At the time of the signature where that is proven, else at verificationDate. UNKNOWN: nothing that is trusted vouches for it, or nothing tells of its revocation.",
    ),
    signerCertificateNotBefore: date("Null where the certificate is not in the document.", true),
    signerCertificateNotAfter: date("Null where the certificate is not in the document.", true),
    signerCertificateRevocationDate: date("Null where it is not revoked.", true),
    issuerCertificateStatus: status("As signerCertificateStatus, of the certificate that issued it."),
    issuerCertificateRevocationDate: date("Null where it is not revoked.", true),
    trustedSignatureDate: {
      type: "boolean",
      description: "Whether a trusted time-stamp proves signatureDate.",
    },
    signatureDate: date("Proven, or else as the signer's program says; null where nobody says any.", true),
    issuerTrustedList: { type: "boolean", description: "False: no trusted list is asked yet." },
    keySize: { type: "integer", description: "Bits; 0 where the key cannot be read.", example: 2048 },
    qcComplianceStatus: stated("Qualified certificate (EN 319 412-5)"),
    qcSSCDStatus: stated("Key in a qualified device (EN 319 412-5)"),
    derEncodedSignerCert: base64("The signer's certificate."),
  }),
  VerifyNoteReport: closed({
    policy: {
      type: "integer",
      description: "1: document, 2: signature, 3: certificate, 4: time-stamp.",
      example: 3,
    },
    about: { type: "integer", description: "Which note it is, of its policy.", example: 2 },
    type: {
      type: "integer",
      enum: [1, 2, 3],
      description: "1: information, 2: warning, 3: error.",
      example: 1,
    },
    synopsis: text("The same for each such note.", "Certified qualified in conformity"),
    description: text(
      "What it says of this signature.",
      "Signature 0: The issuer states that the certificate of ROSSI MARIO is a qualified one.",
    ),
  }),
};

export const verifyPaths = {
  "/verify": {
    post: {
      summary: "Verify a signature",
      description:
        "Validates the signatures of a PDF (PAdES, EN 319 102-1), made here or anywhere, with what is in it: nothing is fetched, and nothing is kept. Certificates are trusted that lead to this service's authorities, or to those that its operator trusts. With a live key, signatures of the test mode do not verify.",
      operationId: "post_verify",
      tags: ["Signatures"],
      requestBody: { required: true, content: { "application/json": { schema: ref("VerifyRequest") } } },
      responses: {
        200: answered("Verified, whatever came of it", ref("VerifyAnswer")),
        400: { ...refused, description: "inputDocument is no signed PDF" },
        422: { ...refused, description: "A field is not as it should be" },
        default: refused,
      },
    },
  },
};
