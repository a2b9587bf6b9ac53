import { bySigner, bySystemOfSigner, group } from "../entry.js";
import { digest, lease, otp } from "../exampleValues.js";
import { count, hex, id, list, nothing, nullable, record, sha256, time, word } from "../schemas.js";

/** What a signer decides, and what becomes of it. */
export const signatureLines = group("signer", {
  "signature.requested": {
    description: "A signer pressed “sign”: their signatures are being made.",
    line: bySigner,
    details: record({
      documents: list(
        record({
          document: id("doc"),
          sha256: sha256("Of its source."),
          revision: count(0, "That they sign over."),
        }),
        "The documents to be signed.",
        1,
      ),
      authentication: word(["email", "sms", "both", "none"], "How they proved who they are."),
      codes: list(id("otp"), "Codes that were used up."),
      drawn: nullable(sha256("Of the picture of their signature, where they drew one.")),
    }),
    example: {
      documents: [{ document: lease, sha256: digest("source"), revision: 0 }],
      authentication: "email",
      codes: [otp],
      drawn: null,
    },
  },
  "certificate.issued": {
    description: "A one-time certificate was issued in a signer's name.",
    line: bySystemOfSigner,
    details: record({
      serial: hex(),
      sha256: sha256("Of the certificate."),
      not_before: time(),
      not_after: time(),
    }),
    example: {
      serial: "5f3c0a91d27b4486",
      sha256: digest("certificate"),
      not_before: "2026-12-01T09:31:00.000Z",
      not_after: "2026-12-01T09:46:00.000Z",
    },
  },
  "key.destroyed": {
    description: "The one-time signing key of a signer was destroyed after use; it is no API key.",
    line: bySystemOfSigner,
    details: record({
      algorithm: word(["ECDSA P-256"]),
      signatures: count(
        0,
        "Signatures of it that are kept; 0: they were thrown away, and are made anew or not at all.",
      ),
    }),
    example: { algorithm: "ECDSA P-256", signatures: 1 },
  },
  "signer.signed": {
    description: "A signer has signed: their signature is in every document to be signed.",
    line: bySystemOfSigner,
    details: nothing,
    example: {},
  },
  "signer.approved": {
    description: "An approver approved.",
    line: bySigner,
    details: nothing,
    example: {},
  },
  "signer.refused": {
    description: "A signer refused to sign or to approve; their reason is with the order.",
    line: { actors: ["signer"], signer: "always" },
    details: nothing,
    example: {},
  },
});
