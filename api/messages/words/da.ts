import type { Words } from "./words.js";

export const da: Words = {
  language: "da",
  greeting: "Hej {signer}",
  action: {
    signer: "Læs og underskriv",
    approver: "Læs og godkend",
    witness: "Læs og underskriv som vidne",
  },
  invitation: {
    signer: {
      subject: "Til underskrift: {title}",
      heading: "Der er brug for din underskrift",
      lead: "{sender} beder dig underskrive »{title}«.",
    },
    approver: {
      subject: "Til godkendelse: {title}",
      heading: "Der er brug for din godkendelse",
      lead: "{sender} beder dig godkende »{title}«.",
    },
    witness: {
      subject: "Til underskrift som vidne: {title}",
      heading: "Der er brug for din underskrift som vidne",
      lead: "{sender} beder dig bevidne en underskrift på »{title}« og selv skrive under.",
    },
  },
  inPlaceOf: {
    signer: "{by} har bedt dig underskrive i sit sted",
    approver: "{by} har bedt dig godkende i sit sted",
    witness: "{by} har bedt dig være vidne i sit sted",
  },
  reminder: {
    signer: {
      subject: "Påmindelse, til underskrift: {title}",
      heading: "Din underskrift mangler stadig",
      lead: "»{title}« fra {sender} venter stadig på din underskrift.",
    },
    approver: {
      subject: "Påmindelse, til godkendelse: {title}",
      heading: "Din godkendelse mangler stadig",
      lead: "»{title}« fra {sender} venter stadig på din godkendelse.",
    },
    witness: {
      subject: "Påmindelse, til underskrift som vidne: {title}",
      heading: "Din underskrift som vidne mangler stadig",
      lead: "»{title}« fra {sender} venter stadig på din underskrift som vidne.",
    },
  },
  linkChanged: {
    subject: "Dit nye link: {title}",
    heading: "Dit link er ændret",
    lead: "Her er dit nye link til »{title}« fra {sender}. Links, som du har fået tidligere, virker ikke længere.",
  },
  completed: {
    subject: "Underskrevet af alle: {title}",
    heading: "Alle har skrevet under",
    lead: "Underskrivningen af »{title}« fra {sender} er afsluttet.",
    attached: "De underskrevne dokumenter er vedhæftet. Gem dem.",
    linked: "Med knappen herunder kan du når som helst læse og hente de underskrevne dokumenter.",
    button: "Hent dokumenterne",
  },
  refused: {
    subject: "Afvist: {title}",
    heading: "Underskrift afvist",
    lead: "En af de adspurgte har afvist »{title}« fra {sender}. Du skal ikke gøre mere.",
    toSender: "{by} har afvist »{title}«. Sagen er afsluttet, og ingen kan længere skrive under.",
  },
  expired: {
    subject: "Fristen er udløbet: {title}",
    heading: "Fristen for at skrive under er udløbet",
    lead: "»{title}« fra {sender} blev ikke færdigt i tide. Du skal ikke gøre mere.",
    toSender: "»{title}« blev ikke færdigt i tide. Sagen er afsluttet, og ingen kan længere skrive under.",
  },
  failed: {
    subject: "Kan ikke gennemføres: {title}",
    heading: "Underskrivningen kan ikke gennemføres",
    lead: "»{title}« fra {sender} kan ikke gennemføres; det er ikke din skyld. Du skal ikke gøre mere.",
    toSender:
      "»{title}« kan ikke gennemføres. Sagen er afsluttet, og ingen kan længere skrive under. Opret venligst en ny.",
    causes: {
      document_lost: "Et gemt dokument er gået tabt.",
      document_altered: "Et gemt dokument er ikke længere det, vi fik.",
      document_refused: "Et dokument kan ikke underskrives.",
      document_not_had:
        "Et dokument kunne ikke hentes, eller det, der skal placeres i det, passer ikke til det.",
    },
  },
  cancelled: {
    subject: "Annulleret: {title}",
    heading: "Underskrivningen er annulleret",
    lead: "{sender} har annulleret »{title}«. Du skal ikke gøre mere.",
  },
  removed: {
    subject: "Ikke mere at gøre: {title}",
    heading: "Du skal ikke gøre mere",
    lead: "{sender} har ikke længere brug for dig til »{title}«. Det link, du har fået, virker ikke længere.",
  },
  code: {
    subject: "{code} er din kode til underskrift",
    heading: "Din kode",
    lead: "Dette er din kode til »{title}« fra {sender}:",
    life: "Gyldighed: {life}.",
    once: "Den virker kun én gang.",
    warning:
      "Hvis du ikke har bedt om den, skal du ikke gøre noget og ikke give den til nogen: uden den bliver intet underskrevet.",
  },
  sms: {
    invitation: {
      signer: '{sender} beder dig underskrive "{title}": {link}',
      approver: '{sender} beder dig godkende "{title}": {link}',
      witness: '{sender} beder dig underskrive "{title}" som vidne: {link}',
    },
    reminder: 'Påmindelse: "{title}" fra {sender} venter på dig: {link}',
    linkChanged: 'Dit nye link til "{title}" fra {sender}: {link}',
    completed: '"{title}" fra {sender} er underskrevet. Dine dokumenter: {link}',
    over: '{sender}: "{title}" er afsluttet. Du skal ikke gøre mere.',
    plain: "Der er dokumenter, der venter på dig: {link}",
    code: "{code} er din kode til underskrift for {sender}. Gyldig: {life}. Del den ikke.",
  },
  labels: {
    documents: "Dokumenter",
    until: "Senest",
    message: "Besked fra {sender}",
    reason: "Begrundelse",
    missing: "Mangler stadig",
    witnessed: "Underskrift, der skal bevidnes",
    test: "Test: uden retsvirkning",
  },
  footer: {
    paste: "Hvis knappen ikke virker, kan du kopiere denne adresse til din browser:",
    personal: "Linket er kun til dig. Send ikke denne e-mail videre.",
    behalf: "Sendt på vegne af {sender}.",
    noAnswers: "Denne e-mail er sendt automatisk; ingen læser svar på den.",
  },
};
