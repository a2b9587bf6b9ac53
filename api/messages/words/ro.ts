import type { Words } from "./words.js";

export const ro: Words = {
  language: "ro",
  greeting: "Bună ziua, {signer},",
  action: {
    signer: "Citiți și semnați",
    approver: "Citiți și aprobați",
    witness: "Citiți și semnați ca martor",
  },
  invitation: {
    signer: {
      subject: "De semnat: {title}",
      heading: "Vi se solicită semnătura",
      lead: "{sender} vă roagă să semnați „{title}”.",
    },
    approver: {
      subject: "De aprobat: {title}",
      heading: "Vi se solicită aprobarea",
      lead: "{sender} vă roagă să aprobați „{title}”.",
    },
    witness: {
      subject: "De semnat ca martor: {title}",
      heading: "Vi se solicită semnătura ca martor",
      lead: "{sender} vă roagă să fiți martor la o semnătură pe „{title}” și să semnați la rândul dumneavoastră.",
    },
  },
  inPlaceOf: {
    signer: "{by} vă roagă să semnați în locul său",
    approver: "{by} vă roagă să aprobați în locul său",
    witness: "{by} vă roagă să fiți martor în locul său",
  },
  reminder: {
    signer: {
      subject: "Memento, de semnat: {title}",
      heading: "Semnătura dumneavoastră încă lipsește",
      lead: "„{title}”, din partea {sender}, așteaptă încă semnătura dumneavoastră.",
    },
    approver: {
      subject: "Memento, de aprobat: {title}",
      heading: "Aprobarea dumneavoastră încă lipsește",
      lead: "„{title}”, din partea {sender}, așteaptă încă aprobarea dumneavoastră.",
    },
    witness: {
      subject: "Memento, de semnat ca martor: {title}",
      heading: "Semnătura dumneavoastră ca martor încă lipsește",
      lead: "„{title}”, din partea {sender}, așteaptă încă semnătura dumneavoastră ca martor.",
    },
  },
  linkChanged: {
    subject: "Noul dumneavoastră link: {title}",
    heading: "Linkul dumneavoastră s-a schimbat",
    lead: "Acesta este noul dumneavoastră link către „{title}”, din partea {sender}. Linkurile primite anterior nu mai funcționează.",
  },
  completed: {
    subject: "Semnat de toți: {title}",
    heading: "Toată lumea a semnat",
    lead: "Semnarea pentru „{title}”, din partea {sender}, s-a încheiat.",
    attached: "Documentele semnate sunt atașate la acest e-mail. Vă rugăm să le păstrați.",
    linked: "Cu butonul de mai jos puteți citi și descărca oricând documentele semnate.",
    button: "Obțineți documentele",
  },
  refused: {
    subject: "Refuz: {title}",
    heading: "Semnare refuzată",
    lead: "Una dintre persoanele solicitate a refuzat „{title}”, din partea {sender}. Nu mai aveți nimic de făcut.",
    toSender: "{by} a refuzat „{title}”. Procedura s-a încheiat și nimeni nu mai poate semna.",
  },
  expired: {
    subject: "Termen depășit: {title}",
    heading: "Termenul de semnare a expirat",
    lead: "„{title}”, din partea {sender}, nu a fost finalizat la timp. Nu mai aveți nimic de făcut.",
    toSender: "„{title}” nu a fost finalizat la timp. Procedura s-a încheiat și nimeni nu mai poate semna.",
  },
  failed: {
    subject: "Nu poate fi finalizat: {title}",
    heading: "Semnarea nu poate fi finalizată",
    lead: "„{title}”, din partea {sender}, nu poate fi finalizat, din motive care nu țin de dumneavoastră. Nu mai aveți nimic de făcut.",
    toSender:
      "„{title}” nu poate fi finalizat. Procedura s-a încheiat și nimeni nu mai poate semna. Vă rugăm să creați una nouă.",
    causes: {
      document_lost: "Un document păstrat s-a pierdut.",
      document_altered: "Un document păstrat nu mai este cel care ne-a fost încredințat.",
      document_refused: "Un document nu poate fi semnat.",
      document_not_had:
        "Un document nu a putut fi preluat sau ceea ce trebuia plasat în el nu i se potrivește.",
    },
  },
  cancelled: {
    subject: "Anulat: {title}",
    heading: "Semnare anulată",
    lead: "{sender} a anulat „{title}”. Nu mai aveți nimic de făcut.",
  },
  removed: {
    subject: "Nimic de făcut: {title}",
    heading: "Nu mai aveți nimic de făcut",
    lead: "{sender} nu mai are nevoie de dumneavoastră pentru „{title}”. Linkul primit nu mai funcționează.",
  },
  code: {
    subject: "{code} este codul dumneavoastră de semnare",
    heading: "Codul dumneavoastră",
    lead: "Acesta este codul dumneavoastră pentru „{title}”, din partea {sender}:",
    life: "Valabilitate: {life}.",
    once: "Poate fi folosit o singură dată.",
    warning: "Dacă nu l-ați cerut, nu faceți nimic și nu îl dați nimănui: fără el nu se semnează nimic.",
  },
  sms: {
    invitation: {
      signer: '{sender} vă roagă să semnați "{title}": {link}',
      approver: '{sender} vă roagă să aprobați "{title}": {link}',
      witness: '{sender} vă roagă să semnați "{title}" ca martor: {link}',
    },
    reminder: 'Memento: "{title}", de la {sender}, vă așteaptă: {link}',
    linkChanged: 'Noul dumneavoastră link către "{title}", de la {sender}: {link}',
    completed: '"{title}", de la {sender}, este semnat. Documentele: {link}',
    over: '{sender}: "{title}" s-a încheiat. Nu mai aveți nimic de făcut.',
    plain: "Aveți documente care vă așteaptă: {link}",
    code: "{code} este codul dumneavoastră de semnare pentru {sender}. Valabil: {life}. Nu îl divulgați.",
  },
  labels: {
    documents: "Documente",
    until: "Termen",
    message: "Mesaj de la {sender}",
    reason: "Motiv",
    missing: "Încă lipsesc",
    witnessed: "Semnătura de atestat",
    test: "Test: fără efect juridic",
  },
  footer: {
    paste: "Dacă butonul nu funcționează, copiați această adresă în browser:",
    personal: "Acest link vă este destinat numai dumneavoastră. Vă rugăm să nu redirecționați acest e-mail.",
    behalf: "Trimis în numele {sender}.",
    noAnswers: "Acest e-mail a fost trimis automat; nimeni nu citește răspunsurile.",
  },
};
