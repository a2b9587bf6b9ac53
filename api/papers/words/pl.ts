import type { PaperWords } from "./words.js";

export const pl: PaperWords = {
  language: "pl",
  frame: {
    page: "Strona {page} z {pages}",
    check: "Sprawdź w internecie",
    checkHow:
      "Zeskanuj kod lub otwórz ten adres. Strona pokazuje skróty dokumentów i mówi, czy posiadany plik jest jednym z nich.",
    code: "Kod QR prowadzący do adresu wydrukowanego obok",
    trailAttached:
      "Pełny łańcuch zdarzeń jest dołączony do tego pliku PDF (audit.json). To, czy coś w nim zmieniono, pokazują pieczęć elektroniczna tego pliku i sam łańcuch.",
    attestationAttached:
      "Certyfikat (DER) i to oświadczenie (JSON) są dołączone do tego pliku PDF. To, czy coś zmieniono, pokazuje jego pieczęć elektroniczna.",
    head: "Koniec łańcucha",
  },
  attestation: {
    title: "Zaświadczenie o wydaniu i podpisie",
    lead: "Usługa zaświadcza, że po opisanym tu uwierzytelnieniu wydała jednorazowy certyfikat na nazwisko {name}; że złożono nim wymienione tu podpisy i nie zachowano żadnych innych; oraz że jego klucz prywatny zniszczono.",
    certificate: {
      heading: "Certyfikat",
      subject: "Podmiot",
      issuer: "Wystawca",
      issued: "Wydany",
    },
    authentication: {
      email: "Jednorazowy kod e-mailem na {to}",
      sms: "Jednorazowy kod SMS-em na {to}",
      none: "Procedura nie wymagała kodu, a nadawca nie oświadcza o żadnym uwierzytelnieniu.",
    },
    key: {
      heading: "Klucz prywatny",
      destroyed: "Zniszczony",
    },
    signatures: {
      made: "Złożono",
      levelNow: "obecnie {level}",
    },
    written: "Zaświadczenie sporządzono",
  },
};
