import type { PaperWords } from "./words.js";

export const it: PaperWords = {
  language: "it",
  frame: {
    page: "Pagina {page} di {pages}",
    check: "Verificare online",
    checkHow:
      "Scansioni il codice o apra questo indirizzo. La pagina mostra le impronte dei documenti e dice se un file in suo possesso è uno di essi.",
    code: "Codice QR che porta all’indirizzo stampato accanto",
    trailAttached:
      "La catena completa degli eventi è allegata a questo PDF (audit.json). Se qualcosa è stato modificato lo mostrano il sigillo elettronico di questo PDF e la catena stessa.",
    attestationAttached:
      "Il certificato (DER) e questa dichiarazione (JSON) sono allegati a questo PDF. Se qualcosa è stato modificato lo mostra il suo sigillo elettronico.",
    head: "Fine della catena",
  },
  attestation: {
    title: "Attestazione di emissione e firma",
    lead: "Il servizio attesta di aver emesso un certificato monouso a nome di {name}, dopo l’autenticazione qui descritta; che con esso sono state apposte le firme qui elencate e che non ne sono state conservate altre; e che la sua chiave privata è stata distrutta.",
    certificate: {
      heading: "Certificato",
      subject: "Titolare",
      issuer: "Emittente",
      issued: "Emesso",
    },
    authentication: {
      email: "Codice monouso via e-mail a {to}",
      sms: "Codice monouso via SMS a {to}",
      none: "La procedura non richiedeva codici e il mittente non dichiara alcuna autenticazione.",
    },
    key: {
      heading: "Chiave privata",
      destroyed: "Distrutta",
    },
    signatures: {
      made: "Apposta",
      levelNow: "ora {level}",
    },
    written: "Attestazione redatta",
  },
};
