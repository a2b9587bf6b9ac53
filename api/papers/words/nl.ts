import type { PaperWords } from "./words.js";

export const nl: PaperWords = {
  language: "nl",
  frame: {
    page: "Pagina {page} van {pages}",
    check: "Online controleren",
    checkHow:
      "Scan de code of open dit adres. De pagina toont de hashes van de documenten en zegt of een bestand dat u hebt er een van is.",
    code: "QR-code die naar het adres ernaast leidt",
    trailAttached:
      "De volledige keten van gebeurtenissen is bij deze pdf gevoegd als audit.json. Of er iets aan gewijzigd is, tonen het elektronische zegel van deze pdf en de keten zelf.",
    attestationAttached:
      "Het certificaat (DER) en deze verklaring (JSON) zijn bij deze pdf gevoegd. Of er iets aan gewijzigd is, toont het elektronische zegel.",
    head: "Einde van de keten",
  },
  attestation: {
    title: "Verklaring van uitgifte en ondertekening",
    lead: "De dienst verklaart dat hij na de hier beschreven authenticatie een eenmalig certificaat op naam van {name} heeft uitgegeven; dat de hier genoemde handtekeningen daarmee zijn gezet en geen andere zijn bewaard; en dat de privésleutel is vernietigd.",
    certificate: {
      heading: "Certificaat",
      subject: "Houder",
      issuer: "Uitgever",
      issued: "Uitgegeven",
    },
    authentication: {
      email: "Eenmalige code per e-mail aan {to}",
      sms: "Eenmalige code per sms aan {to}",
      none: "De procedure vroeg geen code, en de afzender verklaart geen authenticatie.",
    },
    key: {
      heading: "Privésleutel",
      destroyed: "Vernietigd",
    },
    signatures: {
      made: "Gezet",
      levelNow: "nu {level}",
    },
    written: "Verklaring opgesteld",
  },
};
