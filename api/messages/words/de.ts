import type { Words } from "./words.js";

export const de: Words = {
  language: "de",
  greeting: "Guten Tag {signer},",
  action: {
    signer: "Lesen und unterzeichnen",
    approver: "Lesen und freigeben",
    witness: "Lesen und bezeugen",
  },
  invitation: {
    signer: {
      subject: "Bitte unterzeichnen: {title}",
      heading: "Ihre Unterschrift wird erbeten",
      lead: "{sender} bittet Sie, „{title}“ zu unterzeichnen.",
    },
    approver: {
      subject: "Bitte freigeben: {title}",
      heading: "Ihre Freigabe wird erbeten",
      lead: "{sender} bittet Sie, „{title}“ freizugeben.",
    },
    witness: {
      subject: "Bitte bezeugen: {title}",
      heading: "Ihre Unterschrift als Zeuge wird erbeten",
      lead: "{sender} bittet Sie, eine Unterschrift unter „{title}“ zu bezeugen und Ihrerseits zu unterzeichnen.",
    },
  },
  inPlaceOf: {
    signer: "{by} bittet Sie, die Unterzeichnung zu übernehmen",
    approver: "{by} bittet Sie, die Freigabe zu übernehmen",
    witness: "{by} bittet Sie, das Bezeugen zu übernehmen",
  },
  reminder: {
    signer: {
      subject: "Erinnerung, bitte unterzeichnen: {title}",
      heading: "Ihre Unterschrift fehlt noch",
      lead: "„{title}“ von {sender} wartet noch auf Ihre Unterschrift.",
    },
    approver: {
      subject: "Erinnerung, bitte freigeben: {title}",
      heading: "Ihre Freigabe fehlt noch",
      lead: "„{title}“ von {sender} wartet noch auf Ihre Freigabe.",
    },
    witness: {
      subject: "Erinnerung, bitte bezeugen: {title}",
      heading: "Ihre bezeugende Unterschrift fehlt noch",
      lead: "„{title}“ von {sender} wartet noch auf Ihre bezeugende Unterschrift.",
    },
  },
  linkChanged: {
    subject: "Ihr neuer Link: {title}",
    heading: "Ihr Link hat sich geändert",
    lead: "Hier ist Ihr neuer Link zu „{title}“ von {sender}. Früher zugesandte Links gelten nicht mehr.",
  },
  completed: {
    subject: "Von allen unterzeichnet: {title}",
    heading: "Alle haben unterzeichnet",
    lead: "Die Unterzeichnung von „{title}“ ({sender}) ist abgeschlossen.",
    attached: "Die unterzeichneten Dokumente hängen an dieser E-Mail. Bitte bewahren Sie sie auf.",
    linked:
      "Über die Schaltfläche können Sie die unterzeichneten Dokumente jederzeit lesen und herunterladen.",
    button: "Dokumente abrufen",
  },
  refused: {
    subject: "Abgelehnt: {title}",
    heading: "Unterzeichnung abgelehnt",
    lead: "„{title}“ von {sender} wurde von einer beteiligten Person abgelehnt. Sie brauchen nichts mehr zu tun.",
    toSender: "{by} hat „{title}“ abgelehnt. Der Vorgang ist beendet; es kann niemand mehr unterzeichnen.",
  },
  expired: {
    subject: "Abgelaufen: {title}",
    heading: "Die Frist ist abgelaufen",
    lead: "„{title}“ von {sender} wurde nicht rechtzeitig abgeschlossen. Sie brauchen nichts mehr zu tun.",
    toSender:
      "„{title}“ wurde nicht rechtzeitig abgeschlossen. Der Vorgang ist beendet; es kann niemand mehr unterzeichnen.",
  },
  failed: {
    subject: "Gescheitert: {title}",
    heading: "Die Unterzeichnung ist gescheitert",
    lead: "„{title}“ von {sender} kann nicht abgeschlossen werden; das liegt nicht an Ihnen. Sie brauchen nichts mehr zu tun.",
    toSender:
      "„{title}“ kann nicht abgeschlossen werden. Der Vorgang ist beendet; es kann niemand mehr unterzeichnen. Bitte legen Sie ihn neu an.",
    causes: {
      document_lost: "Ein gespeichertes Dokument ist verloren.",
      document_altered: "Ein gespeichertes Dokument ist nicht mehr das, das uns übergeben wurde.",
      document_refused: "Ein Dokument lässt sich nicht signieren.",
      document_not_had:
        "Ein Dokument konnte nicht abgerufen werden, oder was darin stehen soll, passt nicht dazu.",
    },
  },
  cancelled: {
    subject: "Zurückgezogen: {title}",
    heading: "Unterzeichnung zurückgezogen",
    lead: "{sender} hat „{title}“ zurückgezogen. Sie brauchen nichts mehr zu tun.",
  },
  removed: {
    subject: "Nichts mehr zu tun: {title}",
    heading: "Sie brauchen nichts mehr zu tun",
    lead: "{sender} benötigt Sie für „{title}“ nicht mehr. Der Link, den Sie erhalten haben, gilt nicht mehr.",
  },
  code: {
    subject: "{code} ist Ihr Code zum Unterzeichnen",
    heading: "Ihr Code",
    lead: "Dies ist Ihr Code für „{title}“ von {sender}:",
    life: "Gültigkeitsdauer: {life}.",
    once: "Er gilt nur einmal.",
    warning:
      "Haben Sie ihn nicht angefordert, tun Sie nichts und geben Sie ihn niemandem: Ohne ihn wird nichts unterzeichnet.",
  },
  sms: {
    invitation: {
      signer: '{sender} bittet Sie, "{title}" zu unterzeichnen: {link}',
      approver: '{sender} bittet Sie, "{title}" freizugeben: {link}',
      witness: '{sender} bittet Sie, eine Unterschrift unter "{title}" zu bezeugen: {link}',
    },
    reminder: 'Erinnerung: "{title}" von {sender} wartet auf Sie: {link}',
    linkChanged: 'Ihr neuer Link zu "{title}" von {sender}: {link}',
    completed: '"{title}" von {sender} ist unterzeichnet. Ihre Dokumente: {link}',
    over: '{sender}: "{title}" ist beendet. Sie brauchen nichts mehr zu tun.',
    plain: "Dokumente warten auf Sie: {link}",
    code: "{code} ist Ihr Code zum Unterzeichnen ({sender}). Gültig: {life}. Nie weitergeben.",
  },
  labels: {
    documents: "Dokumente",
    until: "Frist",
    message: "Nachricht von {sender}",
    reason: "Begründung",
    missing: "Es fehlen noch",
    witnessed: "Zu bezeugende Unterschrift",
    test: "Test: ohne rechtliche Wirkung",
  },
  footer: {
    paste: "Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
    personal: "Dieser Link ist nur für Sie bestimmt. Bitte leiten Sie diese E-Mail nicht weiter.",
    behalf: "Gesendet im Auftrag von {sender}.",
    noAnswers: "Diese E-Mail wurde automatisch gesendet; Antworten darauf liest niemand.",
  },
};
