import type { PaperWords } from "./words.js";

export const en: PaperWords = {
  language: "en",
  frame: {
    page: "Page {page} of {pages}",
    check: "Check it online",
    checkHow:
      "Scan the code or open this address. The page shows the hashes of the documents, and tells whether a file that you have is one of them.",
    code: "QR code that leads to the address printed beside it",
    trailAttached:
      "The complete chain of events is attached to this PDF as audit.json. Whether any of it was changed is shown by the electronic seal on this PDF, and by the chain itself.",
    attestationAttached:
      "The certificate (DER) and this statement (JSON) are attached to this PDF. Whether any of it was changed is shown by its electronic seal.",
    head: "Chain head",
  },
  attestation: {
    title: "Attestation of issue and signature",
    lead: "The service attests that it issued a one-time certificate in the name of {name}, after the authentication described here; that the signatures listed here were made with it, and no others were kept; and that its private key was destroyed.",
    certificate: {
      heading: "Certificate",
      subject: "Subject",
      issuer: "Issuer",
      issued: "Issued",
    },
    authentication: {
      email: "One-time code by e-mail to {to}",
      sms: "One-time code by text message to {to}",
      none: "The order asked for no code, and the sender states no authentication.",
    },
    key: {
      heading: "Private key",
      destroyed: "Destroyed",
    },
    signatures: {
      made: "Made",
      levelNow: "now {level}",
    },
    written: "Attestation made",
  },
};
