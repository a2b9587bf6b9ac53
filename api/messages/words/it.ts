import type { Words } from "./words.js";

export const it: Words = {
  language: "it",
  greeting: "Buongiorno {signer},",
  action: {
    signer: "Leggi e firma",
    approver: "Leggi e approva",
    witness: "Leggi e firma come testimone",
  },
  invitation: {
    signer: {
      subject: "Da firmare: {title}",
      heading: "È richiesta la sua firma",
      lead: "{sender} le chiede di firmare «{title}».",
    },
    approver: {
      subject: "Da approvare: {title}",
      heading: "È richiesta la sua approvazione",
      lead: "{sender} le chiede di approvare «{title}».",
    },
    witness: {
      subject: "Da firmare come testimone: {title}",
      heading: "È richiesta la sua firma come testimone",
      lead: "{sender} le chiede di attestare una firma su «{title}» e di firmare a sua volta.",
    },
  },
  inPlaceOf: {
    signer: "{by} le ha chiesto di firmare al suo posto",
    approver: "{by} le ha chiesto di approvare al suo posto",
    witness: "{by} le ha chiesto di fare da testimone al suo posto",
  },
  reminder: {
    signer: {
      subject: "Promemoria, da firmare: {title}",
      heading: "Manca ancora la sua firma",
      lead: "«{title}», da parte di {sender}, è ancora in attesa della sua firma.",
    },
    approver: {
      subject: "Promemoria, da approvare: {title}",
      heading: "Manca ancora la sua approvazione",
      lead: "«{title}», da parte di {sender}, è ancora in attesa della sua approvazione.",
    },
    witness: {
      subject: "Promemoria, da firmare come testimone: {title}",
      heading: "Manca ancora la sua firma come testimone",
      lead: "«{title}», da parte di {sender}, è ancora in attesa della sua firma come testimone.",
    },
  },
  linkChanged: {
    subject: "Il suo nuovo link: {title}",
    heading: "Il suo link è cambiato",
    lead: "Ecco il suo nuovo link per «{title}», da parte di {sender}. I link ricevuti in precedenza non funzionano più.",
  },
  completed: {
    subject: "Firmato da tutti: {title}",
    heading: "Tutti hanno firmato",
    lead: "La firma di «{title}», da parte di {sender}, è conclusa.",
    attached: "I documenti firmati sono allegati a questa e-mail. Li conservi.",
    linked: "Con il pulsante può leggere e scaricare i documenti firmati in qualsiasi momento.",
    button: "Ottieni i documenti",
  },
  refused: {
    subject: "Rifiutato: {title}",
    heading: "Firma rifiutata",
    lead: "Una delle persone coinvolte ha rifiutato «{title}», da parte di {sender}. Lei non deve fare altro.",
    toSender: "{by} ha rifiutato «{title}». La procedura è chiusa: nessuno può più firmare.",
  },
  expired: {
    subject: "Scaduto: {title}",
    heading: "Il termine per firmare è scaduto",
    lead: "«{title}», da parte di {sender}, non è stato completato in tempo. Lei non deve fare altro.",
    toSender: "«{title}» non è stato completato in tempo. La procedura è chiusa: nessuno può più firmare.",
  },
  failed: {
    subject: "Non completabile: {title}",
    heading: "La firma non può essere completata",
    lead: "«{title}», da parte di {sender}, non può essere completato, per cause che non dipendono da Lei. Lei non deve fare altro.",
    toSender:
      "«{title}» non può essere completato. La procedura è chiusa: nessuno può più firmare. La invitiamo a crearne una nuova.",
    causes: {
      document_lost: "Un documento archiviato è andato perduto.",
      document_altered: "Un documento archiviato non è più quello che ci è stato consegnato.",
      document_refused: "Un documento non può essere firmato.",
      document_not_had:
        "Non è stato possibile recuperare un documento, oppure ciò che vi andava inserito non è adatto.",
    },
  },
  cancelled: {
    subject: "Annullato: {title}",
    heading: "Firma annullata",
    lead: "{sender} ha annullato «{title}». Lei non deve fare altro.",
  },
  removed: {
    subject: "Nulla da fare: {title}",
    heading: "Il suo intervento non è più richiesto",
    lead: "{sender} non richiede più il suo intervento per «{title}». Il link che ha ricevuto non funziona più.",
  },
  code: {
    subject: "{code} è il suo codice di firma",
    heading: "Il suo codice",
    lead: "Ecco il suo codice per «{title}», da parte di {sender}:",
    life: "Validità: {life}.",
    once: "Si può usare una sola volta.",
    warning:
      "Se non l’ha richiesto, non faccia nulla e non lo dia a nessuno: senza di esso nulla viene firmato.",
  },
  sms: {
    invitation: {
      signer: '{sender} le chiede di firmare "{title}": {link}',
      approver: '{sender} le chiede di approvare "{title}": {link}',
      witness: '{sender} le chiede di firmare "{title}" come testimone: {link}',
    },
    reminder: 'Promemoria: "{title}", da {sender}, la aspetta: {link}',
    linkChanged: 'Il suo nuovo link per "{title}", da {sender}: {link}',
    completed: '"{title}", da {sender}, è firmato. I suoi documenti: {link}',
    over: '{sender}: "{title}" è chiuso. Lei non deve fare altro.',
    plain: "Ci sono documenti che la aspettano: {link}",
    code: "{code} è il suo codice di firma per {sender}. Validità: {life}. Non lo comunichi a nessuno.",
  },
  labels: {
    documents: "Documenti",
    until: "Entro",
    message: "Messaggio di {sender}",
    reason: "Motivo",
    missing: "Mancano ancora",
    witnessed: "Firma da attestare",
    test: "Prova: senza valore legale",
  },
  footer: {
    paste: "Se il pulsante non funziona, copi questo indirizzo nel suo browser:",
    personal: "Questo link è riservato a lei. Non inoltri questa e-mail.",
    behalf: "Inviato per conto di {sender}.",
    noAnswers: "Questa e-mail è automatica; nessuno legge le risposte.",
  },
};
