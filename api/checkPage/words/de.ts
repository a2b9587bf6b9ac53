import type { CheckWords } from "./words.js";

export const de: CheckWords = {
  language: "de",
  name: "Deutsch",
  title: "Ein signiertes Dokument prüfen",
  lead: "Das hat der Dienst über einen Vorgang festgehalten. Hier wird niemand genannt und kein Dokument gezeigt.",
  compare: {
    heading: "Ist Ihre Datei eines dieser Dokumente?",
    lead: "Ihr Browser vergleicht sie selbst. Die Datei bleibt auf Ihrem Gerät; nichts wird hochgeladen.",
    choose: "PDF auswählen",
    drop: "oder hier ablegen",
    busy: "{file} wird verglichen …",
    unreadable: "{file} konnte nicht gelesen werden.",
    insecure:
      "Dieser Browser vergleicht Dateien nur, wenn die Seite über eine sichere Verbindung (https) kam.",
    byHand: "Ohne diese Seite vergleichen",
    byHandHow:
      "Berechnen Sie den SHA-256-Hashwert Ihrer Datei mit einem dieser Befehle, und suchen Sie ihn auf dieser Seite:",
  },
  verdict: {
    complete: "Ja. Das ist {document}, vollständig und unverändert.",
    signed: "Ja. Das ist {document} mit Signaturen, aber nicht in der abgeschlossenen Fassung.",
    source: "Ja. Das ist {document}, wie es war, bevor jemand signiert hat.",
    none: "Nein. Das ist keines dieser Dokumente, oder es wurde verändert.",
    noneMore:
      "Prüfprotokolle, Bescheinigungen und Nachweisdateien stehen nicht in dieser Liste: Ob sie unverändert sind, zeigt ihr eigenes elektronisches Siegel.",
  },
  record: {
    heading: "Der Vorgang",
    order: "Nummer",
    state: "Stand",
    created: "Angelegt",
    ended: "Beendet",
    signatures: "Signaturen",
    approvals: "Freigaben",
    share: "{given} von {asked}",
    kept: "Nachweise aufbewahrt bis",
    states: {
      draft: "Entwurf",
      ready: "Bereit zum Signieren",
      in_progress: "Wird signiert",
      completed: "Abgeschlossen",
      refused: "Abgelehnt",
      cancelled: "Abgebrochen",
      expired: "Abgelaufen",
      failed: "Fehlgeschlagen",
    },
  },
  documents: {
    heading: "Seine Dokumente",
    document: "Dokument {number}",
    information: "zur Information",
    source: "Original",
    signed: "Nach Signatur {number}",
    sealed: "Versiegelt",
  },
  trail: {
    heading: "Sein Prüfprotokoll",
    events: "Ereignisse",
    head: "Hashwert des letzten Ereignisses",
    checkpoint: "Öffentliches Log",
    covered: "Die ersten {events} Ereignisse stehen im Prüfpunkt vom {time}.",
    uncovered: "Noch in keinem Prüfpunkt. Jede Stunde entsteht einer.",
    note: "Prüfpunkt",
    signature: "seine Signatur",
  },
  over: {
    heading: "Die Aufbewahrung ist beendet",
    until: "Die Nachweise dieses Vorgangs wurden bis zum {date} aufbewahrt.",
    text: "Sie werden nicht mehr aufbewahrt, sodass hier nichts verglichen werden kann. Signierte Dokumente und Nachweisdateien, die Sie haben, lassen sich weiterhin für sich prüfen.",
  },
  missing: {
    heading: "Unter dieser Adresse gibt es nichts",
    text: "Scannen Sie den Code auf Ihrem Papier noch einmal, oder tippen Sie die Adresse genau wie gedruckt: Groß- und Kleinbuchstaben zählen.",
  },
  languages: "Sprache",
};
