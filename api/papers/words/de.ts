import type { PaperWords } from "./words.js";

export const de: PaperWords = {
  language: "de",
  frame: {
    page: "Seite {page} von {pages}",
    check: "Online prüfen",
    checkHow:
      "Scannen Sie den Code, oder öffnen Sie diese Adresse. Die Seite zeigt die Hashwerte der Dokumente und sagt, ob eine Datei, die Sie haben, eines davon ist.",
    code: "QR-Code, der zu der daneben gedruckten Adresse führt",
    trailAttached:
      "Die vollständige Kette der Ereignisse liegt dieser PDF-Datei als audit.json bei. Ob etwas daran verändert wurde, zeigen das elektronische Siegel dieser PDF-Datei und die Kette selbst.",
    attestationAttached:
      "Das Zertifikat (DER) und diese Erklärung (JSON) liegen dieser PDF-Datei bei. Ob etwas daran verändert wurde, zeigt ihr elektronisches Siegel.",
    head: "Kettenende",
  },
  attestation: {
    title: "Bescheinigung über Ausstellung und Signatur",
    lead: "Der Dienst bescheinigt, dass er nach der hier beschriebenen Authentifizierung ein Einmalzertifikat auf den Namen {name} ausgestellt hat, dass damit die hier aufgeführten Signaturen erstellt und keine anderen behalten wurden, und dass der private Schlüssel vernichtet wurde.",
    certificate: {
      heading: "Zertifikat",
      subject: "Inhaber",
      issuer: "Aussteller",
      issued: "Ausgestellt",
    },
    authentication: {
      email: "Einmalcode per E-Mail an {to}",
      sms: "Einmalcode per SMS an {to}",
      none: "Der Vorgang verlangte keinen Code, und der Absender erklärt keine Authentifizierung.",
    },
    key: {
      heading: "Privater Schlüssel",
      destroyed: "Vernichtet",
    },
    signatures: {
      made: "Erstellt",
      levelNow: "inzwischen {level}",
    },
    written: "Bescheinigung erstellt",
  },
};
