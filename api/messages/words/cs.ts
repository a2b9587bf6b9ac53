import type { Words } from "./words.js";

export const cs: Words = {
  language: "cs",
  greeting: "Dobrý den, {signer},",
  action: {
    signer: "Přečíst a podepsat",
    approver: "Přečíst a schválit",
    witness: "Přečíst a podepsat jako svědek",
  },
  invitation: {
    signer: {
      subject: "K podpisu: {title}",
      heading: "Žádost o Váš podpis",
      lead: "{sender} Vás žádá o podpis: „{title}“.",
    },
    approver: {
      subject: "Ke schválení: {title}",
      heading: "Žádost o Vaše schválení",
      lead: "{sender} Vás žádá o schválení: „{title}“.",
    },
    witness: {
      subject: "K podpisu jako svědek: {title}",
      heading: "Žádost o Váš podpis jako svědka",
      lead: "{sender} Vás žádá, abyste dosvědčili podpis a sami připojili svůj: „{title}“.",
    },
  },
  inPlaceOf: {
    signer: "{by} Vás žádá o podpis v zastoupení",
    approver: "{by} Vás žádá o schválení v zastoupení",
    witness: "{by} Vás žádá o podpis svědka v zastoupení",
  },
  reminder: {
    signer: {
      subject: "Připomenutí, k podpisu: {title}",
      heading: "Váš podpis stále chybí",
      lead: "„{title}“ (odesílatel: {sender}) stále čeká na Váš podpis.",
    },
    approver: {
      subject: "Připomenutí, ke schválení: {title}",
      heading: "Vaše schválení stále chybí",
      lead: "„{title}“ (odesílatel: {sender}) stále čeká na Vaše schválení.",
    },
    witness: {
      subject: "Připomenutí, k podpisu jako svědek: {title}",
      heading: "Váš podpis jako svědka stále chybí",
      lead: "„{title}“ (odesílatel: {sender}) stále čeká na Váš podpis jako svědka.",
    },
  },
  linkChanged: {
    subject: "Nový odkaz: {title}",
    heading: "Váš odkaz se změnil",
    lead: "Zde je Váš nový odkaz: „{title}“ (odesílatel: {sender}). Dříve zaslané odkazy již nefungují.",
  },
  completed: {
    subject: "Podepsáno všemi: {title}",
    heading: "Všichni podepsali",
    lead: "Podepisování je dokončeno: „{title}“ (odesílatel: {sender}).",
    attached: "Podepsané dokumenty jsou přiloženy k tomuto e-mailu. Uschovejte je.",
    linked: "Pomocí tlačítka si můžete podepsané dokumenty kdykoli přečíst a stáhnout.",
    button: "Získat dokumenty",
  },
  refused: {
    subject: "Odmítnuto: {title}",
    heading: "Podpis odmítnut",
    lead: "Jedna z oslovených osob odmítla: „{title}“ (odesílatel: {sender}). Nemusíte už nic dělat.",
    toSender: "{by} – podpis odmítnut: „{title}“. Řízení je ukončeno a nikdo už nemůže podepsat.",
  },
  expired: {
    subject: "Lhůta vypršela: {title}",
    heading: "Lhůta k podpisu vypršela",
    lead: "Nebylo dokončeno včas: „{title}“ (odesílatel: {sender}). Nemusíte už nic dělat.",
    toSender: "Nebylo dokončeno včas: „{title}“. Řízení je ukončeno a nikdo už nemůže podepsat.",
  },
  failed: {
    subject: "Nelze dokončit: {title}",
    heading: "Podepisování nelze dokončit",
    lead: "Nelze dokončit: „{title}“ (odesílatel: {sender}); není to Vaše chyba. Nemusíte už nic dělat.",
    toSender:
      "Nelze dokončit: „{title}“. Řízení je ukončeno a nikdo už nemůže podepsat. Vytvořte prosím nové.",
    causes: {
      document_lost: "Uložený dokument se ztratil.",
      document_altered: "Uložený dokument už není ten, který nám byl předán.",
      document_refused: "Dokument nelze podepsat.",
      document_not_had:
        "Dokument se nepodařilo stáhnout, nebo se k němu nehodí to, co do něj mělo být umístěno.",
    },
  },
  cancelled: {
    subject: "Zrušeno: {title}",
    heading: "Podepisování zrušeno",
    lead: "Podepisování bylo zrušeno: „{title}“ (odesílatel: {sender}). Nemusíte už nic dělat.",
  },
  removed: {
    subject: "Není třeba nic dělat: {title}",
    heading: "Nemusíte už nic dělat",
    lead: "Vaše účast už není potřeba: „{title}“ (odesílatel: {sender}). Odkaz, který jste dostali, již nefunguje.",
  },
  code: {
    subject: "{code} je Váš kód k podpisu",
    heading: "Váš kód",
    lead: "Toto je Váš kód: „{title}“ (odesílatel: {sender}):",
    life: "Platnost: {life}.",
    once: "Lze jej použít jen jednou.",
    warning: "Pokud jste o něj nežádali, nedělejte nic a nikomu jej nedávejte: bez něj se nic nepodepíše.",
  },
  sms: {
    invitation: {
      signer: '{sender} Vás žádá o podpis: "{title}": {link}',
      approver: '{sender} Vás žádá o schválení: "{title}": {link}',
      witness: '{sender} Vás žádá o podpis svědka: "{title}": {link}',
    },
    reminder: 'Připomenutí: "{title}" (od: {sender}) na Vás čeká: {link}',
    linkChanged: 'Nový odkaz: "{title}" (od: {sender}): {link}',
    completed: 'Podepsáno: "{title}" (od: {sender}). Vaše dokumenty: {link}',
    over: '{sender}: "{title}" - ukončeno. Nemusíte už nic dělat.',
    plain: "Čekají na Vás dokumenty: {link}",
    code: "{code} je Váš kód k podpisu pro: {sender}. Platnost: {life}. Nikomu jej nesdělujte.",
  },
  labels: {
    documents: "Dokumenty",
    until: "Lhůta",
    message: "Zpráva od odesílatele ({sender})",
    reason: "Důvod",
    missing: "Stále chybí",
    witnessed: "Podpis k dosvědčení",
    test: "Test: bez právních účinků",
  },
  footer: {
    paste: "Pokud tlačítko nefunguje, zkopírujte tuto adresu do prohlížeče:",
    personal: "Tento odkaz je určen pouze Vám. E-mail prosím nepřeposílejte.",
    behalf: "Odesláno jménem: {sender}.",
    noAnswers: "Tento e-mail byl odeslán automaticky; odpovědi nikdo nečte.",
  },
};
