import type { Words } from "./words.js";

export const nl: Words = {
  language: "nl",
  greeting: "Beste {signer},",
  action: {
    signer: "Lezen en ondertekenen",
    approver: "Lezen en goedkeuren",
    witness: "Lezen en tekenen als getuige",
  },
  invitation: {
    signer: {
      subject: "Te ondertekenen: {title}",
      heading: "Uw handtekening wordt gevraagd",
      lead: "{sender} vraagt u om ‘{title}’ te ondertekenen.",
    },
    approver: {
      subject: "Goed te keuren: {title}",
      heading: "Uw goedkeuring wordt gevraagd",
      lead: "{sender} vraagt u om ‘{title}’ goed te keuren.",
    },
    witness: {
      subject: "Te ondertekenen als getuige: {title}",
      heading: "U wordt als getuige gevraagd",
      lead: "{sender} vraagt u om getuige te zijn van een handtekening op ‘{title}’ en zelf ook te tekenen.",
    },
  },
  inPlaceOf: {
    signer: "{by} heeft u gevraagd het ondertekenen over te nemen",
    approver: "{by} heeft u gevraagd het goedkeuren over te nemen",
    witness: "{by} heeft u gevraagd de rol van getuige over te nemen",
  },
  reminder: {
    signer: {
      subject: "Herinnering, te ondertekenen: {title}",
      heading: "Uw handtekening ontbreekt nog",
      lead: "‘{title}’ van {sender} wacht nog op uw handtekening.",
    },
    approver: {
      subject: "Herinnering, goed te keuren: {title}",
      heading: "Uw goedkeuring ontbreekt nog",
      lead: "‘{title}’ van {sender} wacht nog op uw goedkeuring.",
    },
    witness: {
      subject: "Herinnering, te ondertekenen als getuige: {title}",
      heading: "Uw handtekening als getuige ontbreekt nog",
      lead: "‘{title}’ van {sender} wacht nog op uw handtekening als getuige.",
    },
  },
  linkChanged: {
    subject: "Uw nieuwe link: {title}",
    heading: "Uw link is gewijzigd",
    lead: "Dit is uw nieuwe link naar ‘{title}’ van {sender}. Eerder ontvangen links werken niet meer.",
  },
  completed: {
    subject: "Door iedereen ondertekend: {title}",
    heading: "Iedereen heeft ondertekend",
    lead: "De ondertekening van ‘{title}’ van {sender} is voltooid.",
    attached: "De ondertekende documenten zijn bij deze e-mail gevoegd. Bewaar ze goed.",
    linked: "Met de knop hieronder kunt u de ondertekende documenten op elk moment lezen en downloaden.",
    button: "Documenten ophalen",
  },
  refused: {
    subject: "Geweigerd: {title}",
    heading: "Ondertekening geweigerd",
    lead: "Een van de betrokkenen heeft ‘{title}’ van {sender} geweigerd. U hoeft niets meer te doen.",
    toSender: "{by} heeft ‘{title}’ geweigerd. De procedure is beëindigd; niemand kan nog tekenen.",
  },
  expired: {
    subject: "Verlopen: {title}",
    heading: "De termijn is verstreken",
    lead: "‘{title}’ van {sender} is niet op tijd voltooid. U hoeft niets meer te doen.",
    toSender: "‘{title}’ is niet op tijd voltooid. De procedure is beëindigd; niemand kan nog tekenen.",
  },
  failed: {
    subject: "Mislukt: {title}",
    heading: "De ondertekening is mislukt",
    lead: "‘{title}’ van {sender} kan niet worden voltooid; dat ligt niet aan u. U hoeft niets meer te doen.",
    toSender:
      "‘{title}’ kan niet worden voltooid. De procedure is beëindigd; niemand kan nog tekenen. Maak een nieuwe aan.",
    causes: {
      document_lost: "Een opgeslagen document is verdwenen.",
      document_altered: "Een opgeslagen document is niet meer wat ons is gegeven.",
      document_refused: "Een document kan niet worden ondertekend.",
      document_not_had: "Een document kon niet worden opgehaald, of wat erin moet komen past er niet in.",
    },
  },
  cancelled: {
    subject: "Geannuleerd: {title}",
    heading: "Ondertekening geannuleerd",
    lead: "{sender} heeft ‘{title}’ geannuleerd. U hoeft niets meer te doen.",
  },
  removed: {
    subject: "Niets meer te doen: {title}",
    heading: "U hoeft niets meer te doen",
    lead: "{sender} heeft u niet meer nodig voor ‘{title}’. De link die u hebt ontvangen, werkt niet meer.",
  },
  code: {
    subject: "{code} is uw code om te ondertekenen",
    heading: "Uw code",
    lead: "Dit is uw code voor ‘{title}’ van {sender}:",
    life: "Geldigheidsduur: {life}.",
    once: "U kunt de code één keer gebruiken.",
    warning:
      "Hebt u niet om deze code gevraagd? Doe dan niets en geef hem aan niemand: zonder code wordt er niets ondertekend.",
  },
  sms: {
    invitation: {
      signer: '{sender} vraagt u om "{title}" te ondertekenen: {link}',
      approver: '{sender} vraagt u om "{title}" goed te keuren: {link}',
      witness: '{sender} vraagt u om "{title}" als getuige te ondertekenen: {link}',
    },
    reminder: 'Herinnering: "{title}" van {sender} wacht op u: {link}',
    linkChanged: 'Uw nieuwe link naar "{title}" van {sender}: {link}',
    completed: '"{title}" van {sender} is ondertekend. Uw documenten: {link}',
    over: '{sender}: "{title}" is beëindigd. U hoeft niets meer te doen.',
    plain: "Er wachten documenten op u: {link}",
    code: "{code} is uw code om te ondertekenen voor {sender}. Geldig: {life}. Deel hem met niemand.",
  },
  labels: {
    documents: "Documenten",
    until: "Uiterlijk",
    message: "Bericht van {sender}",
    reason: "Reden",
    missing: "Ontbreekt nog",
    witnessed: "Te bevestigen handtekening",
    test: "Test: zonder rechtsgevolg",
  },
  footer: {
    paste: "Werkt de knop niet? Kopieer dan dit adres naar uw browser:",
    personal: "Deze link is alleen voor u bestemd. Stuur deze e-mail niet door.",
    behalf: "Verzonden namens {sender}.",
    noAnswers: "Deze e-mail is automatisch verzonden; antwoorden worden niet gelezen.",
  },
};
