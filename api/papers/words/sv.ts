import type { PaperWords } from "./words.js";

export const sv: PaperWords = {
  language: "sv",
  frame: {
    page: "Sida {page} av {pages}",
    check: "Kontrollera på nätet",
    checkHow:
      "Skanna koden eller öppna adressen. Sidan visar dokumentens hashvärden och säger om en fil som du har är ett av dem.",
    code: "QR-kod som leder till adressen bredvid",
    trailAttached:
      "Hela händelsekedjan är bifogad till denna PDF som audit.json. Om något ändrats visar PDF-filens elektroniska stämpel och kedjan själv.",
    attestationAttached:
      "Certifikatet (DER) och detta intyg (JSON) är bifogade till denna PDF. Om något ändrats visar dess elektroniska stämpel.",
    head: "Kedjans slut",
  },
  attestation: {
    title: "Intyg om utfärdande och underskrift",
    lead: "Tjänsten intygar att den efter den autentisering som beskrivs här utfärdade ett engångscertifikat i namnet {name}; att underskrifterna i listan gjordes med det och att inga andra behölls; samt att dess privata nyckel förstördes.",
    certificate: {
      heading: "Certifikat",
      subject: "Innehavare",
      issuer: "Utfärdare",
      issued: "Utfärdat",
    },
    authentication: {
      email: "Engångskod via e-post till {to}",
      sms: "Engångskod via sms till {to}",
      none: "Ärendet krävde ingen kod, och avsändaren uppger ingen autentisering.",
    },
    key: {
      heading: "Privat nyckel",
      destroyed: "Förstörd",
    },
    signatures: {
      made: "Gjord",
      levelNow: "nu {level}",
    },
    written: "Intyget upprättat",
  },
};
