import type { PaperWords } from "./words.js";

export const ro: PaperWords = {
  language: "ro",
  frame: {
    page: "Pagina {page} din {pages}",
    check: "Verificați online",
    checkHow:
      "Scanați codul sau deschideți această adresă. Pagina arată amprentele documentelor și spune dacă un fișier pe care îl aveți este unul dintre ele.",
    code: "Cod QR care duce la adresa tipărită alături",
    trailAttached:
      "Lanțul complet al evenimentelor este atașat acestui PDF (audit.json). Dacă s-a schimbat ceva, o arată sigiliul electronic al acestui PDF și lanțul însuși.",
    attestationAttached:
      "Certificatul (DER) și această declarație (JSON) sunt atașate acestui PDF. Dacă s-a schimbat ceva, o arată sigiliul lui electronic.",
    head: "Capătul lanțului",
  },
  attestation: {
    title: "Atestare de emitere și semnare",
    lead: "Serviciul atestă că, după autentificarea descrisă aici, a emis un certificat de unică folosință pe numele {name}; că semnăturile enumerate aici au fost făcute cu el și nu s-a păstrat niciuna alta; și că cheia lui privată a fost distrusă.",
    certificate: {
      heading: "Certificat",
      subject: "Titular",
      issuer: "Emitent",
      issued: "Emis",
    },
    authentication: {
      email: "Cod de unică folosință prin e-mail la {to}",
      sms: "Cod de unică folosință prin SMS la {to}",
      none: "Procedura nu cerea niciun cod, iar expeditorul nu declară nicio autentificare.",
    },
    key: {
      heading: "Cheie privată",
      destroyed: "Distrusă",
    },
    signatures: {
      made: "Făcută",
      levelNow: "acum {level}",
    },
    written: "Atestare întocmită",
  },
};
