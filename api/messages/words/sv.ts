import type { Words } from "./words.js";

export const sv: Words = {
  language: "sv",
  greeting: "Hej {signer}!",
  action: {
    signer: "Läs och signera",
    approver: "Läs och godkänn",
    witness: "Läs och signera som vittne",
  },
  invitation: {
    signer: {
      subject: "Att signera: {title}",
      heading: "Din underskrift behövs",
      lead: "{sender} ber dig att signera ”{title}”.",
    },
    approver: {
      subject: "Att godkänna: {title}",
      heading: "Ditt godkännande behövs",
      lead: "{sender} ber dig att godkänna ”{title}”.",
    },
    witness: {
      subject: "Att signera som vittne: {title}",
      heading: "Din underskrift som vittne behövs",
      lead: "{sender} ber dig att bevittna en underskrift på ”{title}” och själv skriva under.",
    },
  },
  inPlaceOf: {
    signer: "{by} har bett dig att signera i sitt ställe",
    approver: "{by} har bett dig att godkänna i sitt ställe",
    witness: "{by} har bett dig att vara vittne i sitt ställe",
  },
  reminder: {
    signer: {
      subject: "Påminnelse, att signera: {title}",
      heading: "Din underskrift saknas fortfarande",
      lead: "”{title}” från {sender} väntar fortfarande på din underskrift.",
    },
    approver: {
      subject: "Påminnelse, att godkänna: {title}",
      heading: "Ditt godkännande saknas fortfarande",
      lead: "”{title}” från {sender} väntar fortfarande på ditt godkännande.",
    },
    witness: {
      subject: "Påminnelse, att signera som vittne: {title}",
      heading: "Din underskrift som vittne saknas fortfarande",
      lead: "”{title}” från {sender} väntar fortfarande på din underskrift som vittne.",
    },
  },
  linkChanged: {
    subject: "Din nya länk: {title}",
    heading: "Din länk har ändrats",
    lead: "Här är din nya länk till ”{title}” från {sender}. Länkar som du har fått tidigare fungerar inte längre.",
  },
  completed: {
    subject: "Signerat av alla: {title}",
    heading: "Alla har signerat",
    lead: "Signeringen av ”{title}” från {sender} är klar.",
    attached: "De signerade dokumenten är bifogade. Spara dem.",
    linked: "Med knappen nedan kan du när som helst läsa och ladda ner de signerade dokumenten.",
    button: "Hämta dokumenten",
  },
  refused: {
    subject: "Avböjt: {title}",
    heading: "Signeringen avböjdes",
    lead: "En av de tillfrågade har avböjt ”{title}” från {sender}. Du behöver inte göra något mer.",
    toSender: "{by} har avböjt ”{title}”. Ärendet är avslutat och ingen kan längre signera.",
  },
  expired: {
    subject: "Tiden har gått ut: {title}",
    heading: "Tiden för att signera har gått ut",
    lead: "”{title}” från {sender} blev inte klart i tid. Du behöver inte göra något mer.",
    toSender: "”{title}” blev inte klart i tid. Ärendet är avslutat och ingen kan längre signera.",
  },
  failed: {
    subject: "Kan inte slutföras: {title}",
    heading: "Signeringen kan inte slutföras",
    lead: "”{title}” från {sender} kan inte slutföras; det är inte ditt fel. Du behöver inte göra något mer.",
    toSender:
      "”{title}” kan inte slutföras. Ärendet är avslutat och ingen kan längre signera. Skapa gärna ett nytt.",
    causes: {
      document_lost: "Ett sparat dokument har gått förlorat.",
      document_altered: "Ett sparat dokument är inte längre det som vi fick.",
      document_refused: "Ett dokument kan inte signeras.",
      document_not_had: "Ett dokument kunde inte hämtas, eller så passar inte det som ska placeras i det.",
    },
  },
  cancelled: {
    subject: "Återkallat: {title}",
    heading: "Signeringen återkallades",
    lead: "{sender} har återkallat ”{title}”. Du behöver inte göra något mer.",
  },
  removed: {
    subject: "Inget mer att göra: {title}",
    heading: "Du behöver inte göra något mer",
    lead: "{sender} behöver dig inte längre för ”{title}”. Länken som du har fått fungerar inte längre.",
  },
  code: {
    subject: "{code} är din kod för att signera",
    heading: "Din kod",
    lead: "Det här är din kod för ”{title}” från {sender}:",
    life: "Giltighetstid: {life}.",
    once: "Den fungerar bara en gång.",
    warning:
      "Om du inte har bett om den ska du inte göra något och inte ge den till någon: utan den signeras ingenting.",
  },
  sms: {
    invitation: {
      signer: '{sender} ber dig att signera "{title}": {link}',
      approver: '{sender} ber dig att godkänna "{title}": {link}',
      witness: '{sender} ber dig att signera "{title}" som vittne: {link}',
    },
    reminder: 'Påminnelse: "{title}" från {sender} väntar på dig: {link}',
    linkChanged: 'Din nya länk till "{title}" från {sender}: {link}',
    completed: '"{title}" från {sender} är signerat. Dina dokument: {link}',
    over: '{sender}: "{title}" är avslutat. Du behöver inte göra något mer.',
    plain: "Det finns dokument som väntar på dig: {link}",
    code: "{code} är din kod för att signera hos {sender}. Giltig: {life}. Dela den inte.",
  },
  labels: {
    documents: "Dokument",
    until: "Senast",
    message: "Meddelande från {sender}",
    reason: "Orsak",
    missing: "Saknas fortfarande",
    witnessed: "Underskrift att bevittna",
    test: "Test: utan rättslig verkan",
  },
  footer: {
    paste: "Om knappen inte fungerar kan du kopiera den här adressen till webbläsaren:",
    personal: "Länken är bara avsedd för dig. Vidarebefordra inte det här mejlet.",
    behalf: "Skickat på uppdrag av {sender}.",
    noAnswers: "Det här mejlet skickades automatiskt; ingen läser svar på det.",
  },
};
