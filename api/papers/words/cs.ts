import type { PaperWords } from "./words.js";

export const cs: PaperWords = {
  language: "cs",
  frame: {
    page: "Strana {page} z {pages}",
    check: "Ověřit online",
    checkHow:
      "Naskenujte kód nebo otevřete tuto adresu. Stránka ukazuje otisky dokumentů a řekne, zda je váš soubor jedním z nich.",
    code: "QR kód vedoucí na adresu vytištěnou vedle",
    trailAttached:
      "Úplný řetězec událostí je k tomuto PDF přiložen jako audit.json. Zda v něm bylo něco změněno, ukazuje elektronická pečeť tohoto PDF a sám řetězec.",
    attestationAttached:
      "Certifikát (DER) a toto prohlášení (JSON) jsou k tomuto PDF přiloženy. Zda bylo něco změněno, ukazuje jeho elektronická pečeť.",
    head: "Konec řetězce",
  },
  attestation: {
    title: "Osvědčení o vydání a podpisu",
    lead: "Služba osvědčuje, že po ověření zde popsaném vydala jednorázový certifikát na jméno {name}; že jím byly vytvořeny zde uvedené podpisy a žádné jiné nebyly uchovány; a že jeho soukromý klíč byl zničen.",
    certificate: {
      heading: "Certifikát",
      subject: "Držitel",
      issuer: "Vydavatel",
      issued: "Vydán",
    },
    authentication: {
      email: "Jednorázový kód e-mailem na {to}",
      sms: "Jednorázový kód SMS na {to}",
      none: "Řízení nevyžadovalo kód a odesílatel žádné ověření neuvádí.",
    },
    key: {
      heading: "Soukromý klíč",
      destroyed: "Zničen",
    },
    signatures: {
      made: "Vytvořen",
      levelNow: "nyní {level}",
    },
    written: "Osvědčení vyhotoveno",
  },
};
