import type { PaperWords } from "./words.js";

export const fr: PaperWords = {
  language: "fr",
  frame: {
    page: "Page {page} sur {pages}",
    check: "Vérifier en ligne",
    checkHow:
      "Scannez le code ou ouvrez cette adresse. La page montre les empreintes des documents et dit si un fichier en votre possession est l’un d’eux.",
    code: "Code QR menant à l’adresse imprimée à côté",
    trailAttached:
      "La chaîne complète des événements est jointe à ce PDF (audit.json). Le cachet électronique de ce PDF et la chaîne elle-même montrent si quelque chose y a été changé.",
    attestationAttached:
      "Le certificat (DER) et cette déclaration (JSON) sont joints à ce PDF. Son cachet électronique montre si quelque chose y a été changé.",
    head: "Tête de chaîne",
  },
  attestation: {
    title: "Attestation d’émission et de signature",
    lead: "Le service atteste avoir émis un certificat à usage unique au nom de {name}, après l’authentification décrite ici ; que les signatures énumérées ici ont été réalisées avec ce certificat, et qu’aucune autre n’a été conservée ; et que sa clé privée a été détruite.",
    certificate: {
      heading: "Certificat",
      subject: "Sujet",
      issuer: "Émetteur",
      issued: "Émis le",
    },
    authentication: {
      email: "Code à usage unique par e-mail à {to}",
      sms: "Code à usage unique par SMS au {to}",
      none: "La procédure n’exigeait aucun code, et l’expéditeur ne déclare aucune authentification.",
    },
    key: {
      heading: "Clé privée",
      destroyed: "Détruite le",
    },
    signatures: {
      made: "Réalisée le",
      levelNow: "désormais {level}",
    },
    written: "Attestation établie le",
  },
};
