import type { PaperWords } from "./words.js";

export const da: PaperWords = {
  language: "da",
  frame: {
    page: "Side {page} af {pages}",
    check: "Kontrollér på nettet",
    checkHow:
      "Scan koden, eller åbn denne adresse. Siden viser dokumenternes hashværdier og siger, om en fil, som du har, er et af dem.",
    code: "QR-kode, der fører til adressen ved siden af",
    trailAttached:
      "Hele kæden af hændelser er vedhæftet denne PDF som audit.json. Om noget er ændret, viser PDF’ens elektroniske segl og kæden selv.",
    attestationAttached:
      "Certifikatet (DER) og denne erklæring (JSON) er vedhæftet denne PDF. Om noget er ændret, viser dens elektroniske segl.",
    head: "Kædens ende",
  },
  attestation: {
    title: "Attest for udstedelse og underskrift",
    lead: "Tjenesten attesterer, at den efter den godkendelse, der beskrives her, udstedte et engangscertifikat i navnet {name}; at de nævnte underskrifter blev lavet med det, og at ingen andre blev bevaret; og at dets private nøgle blev tilintetgjort.",
    certificate: {
      heading: "Certifikat",
      subject: "Indehaver",
      issuer: "Udsteder",
      issued: "Udstedt",
    },
    authentication: {
      email: "Engangskode via e-mail til {to}",
      sms: "Engangskode via sms til {to}",
      none: "Sagen krævede ingen kode, og afsenderen oplyser ingen godkendelse.",
    },
    key: {
      heading: "Privat nøgle",
      destroyed: "Tilintetgjort",
    },
    signatures: {
      made: "Lavet",
      levelNow: "nu {level}",
    },
    written: "Attest udfærdiget",
  },
};
