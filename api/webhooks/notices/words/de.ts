import type { NoticeWords } from "./noticeWords.js";

export const de: NoticeWords = {
  language: "de",
  about:
    "Eines Ihrer Systeme wird automatisch benachrichtigt, wenn mit Ihren Dokumenten etwas geschieht, zum Beispiel wenn jemand unterzeichnet hat.",
  failing: {
    subject: "Benachrichtigungen kommen nicht an: {endpoint}",
    heading: "Benachrichtigungen kommen nicht an",
    lead: "Seit einem Tag ist nichts mehr angekommen, was ihm gesendet wurde.",
    forward:
      "Bitte geben Sie diese E-Mail an die Person weiter, die dieses System betreut. Das Unterzeichnen selbst ist nicht betroffen.",
    next: "Jede Benachrichtigung wird etwa drei Tage lang erneut gesendet. Ist bis zum oben genannten Zeitpunkt nichts angekommen, wird der Webhook-Endpunkt deaktiviert: Ihm wird dann nichts mehr gesendet, bis ihn jemand wieder aktiviert.",
    attempts: "Alle Versuche und die Antworten darauf",
  },
  disabled: {
    subject: "Benachrichtigungen eingestellt: {endpoint}",
    heading: "Benachrichtigungen wurden eingestellt",
    gone: "Es hat geantwortet, dass es keine Benachrichtigungen mehr wünscht (HTTP 410). Deshalb wird ihm nichts mehr gesendet.",
    failing:
      "Seit fünf Tagen ist nichts mehr angekommen, was ihm gesendet wurde. Deshalb wird ihm nichts mehr gesendet.",
    forward:
      "Ist das beabsichtigt, brauchen Sie nichts zu tun. Andernfalls geben Sie diese E-Mail bitte an die Person weiter, die dieses System betreut. Das Unterzeichnen selbst ist nicht betroffen.",
    next: "Was inzwischen geschieht, wird 30 Tage lang aufbewahrt und kann noch gesendet werden. Sobald das System wieder funktioniert, genügen zwei Anfragen an die API:",
    enable: "1. Den Webhook-Endpunkt aktivieren",
    replay: "2. Verpasstes senden",
  },
  failures: {
    answered: "Die Antwort war ein Fehler (HTTP {status}).",
    redirected: "Die Antwort war eine Weiterleitung, der nicht gefolgt wird (HTTP {status}).",
    notFound: "Der Name des Servers wurde nicht gefunden.",
    refused: "Der Server hat die Verbindung abgelehnt.",
    broken: "Die Verbindung zum Server ist fehlgeschlagen.",
    insecure: "Es war keine sichere Verbindung möglich. Oft ist ein Zertifikat abgelaufen.",
    timeout: "Der Server hat nicht rechtzeitig geantwortet.",
    garbled: "Die Antwort des Servers war nicht zu verstehen.",
    forbidden: "Die Adresse führt in ein internes Netz, in das nichts gesendet werden darf.",
    unsent: "Die Anfrage konnte nicht gesendet werden.",
  },
  labels: {
    endpoint: "Webhook-Endpunkt",
    since: "Nichts angekommen seit",
    last: "Letzter Versuch",
    waiting: "Wartende Benachrichtigungen",
    until: "Wird deaktiviert am",
    disabled: "Deaktiviert am",
    test: "Testmodus: Es geht um keine echten Dokumente",
  },
  footer: "Sie erhalten diese E-Mail, weil Ihre Adresse für solche Hinweise angegeben wurde.",
};
