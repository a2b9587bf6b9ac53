import type { PhraseKey } from "./en.js";
import type { Phrase } from "./phrase.js";

/** The words of the page in German. */
export const de: Record<PhraseKey, Phrase> = {
  "page.asks": "{sender} bittet Sie um Ihre Unterschrift",
  "page.asksNobody": "Sie werden um Ihre Unterschrift gebeten",
  "page.opening": "Ihr Dokument wird geöffnet …",
  "page.language": "Sprache",
  "page.steps": "Schritt {step} von {total}",
  "page.skip": "Zum nächsten Schritt springen",
  "page.madeWith": "Elektronische Unterschrift mit Paraph",
  "page.back": "Zurück",
  "page.tryAgain": "Erneut versuchen",
  "page.reference": "Wenn Sie um Hilfe bitten, nennen Sie diese Kennung: {reference}",

  "read.heading": "Lesen Sie, bevor Sie unterschreiben",
  "read.hello": "Guten Tag, {name}.",
  "read.what": {
    one: "Lesen Sie das Dokument und gehen Sie dann weiter zur Unterschrift.",
    other: "Lesen Sie die {count} Dokumente und gehen Sie dann weiter zur Unterschrift.",
  },
  "read.until": "Sie können bis zum {date} unterschreiben.",
  "read.others": {
    one: "{count} von {total} Personen hat unterschrieben.",
    other: "{count} von {total} Personen haben unterschrieben.",
  },
  "read.continue": "Weiter zur Unterschrift",
  "read.showPlace": "Wo unterschreibe ich?",

  "documents.heading": "Dokumente",
  "documents.toSign": "Zu unterschreiben",
  "documents.toKnow": "Zur Information",
  "documents.pages": { one: "{count} Seite", other: "{count} Seiten" },
  "documents.page": "Seite {page} von {pages}",
  "documents.pageOf": "Seite {page} von {pages} in {name}",
  "documents.open": "PDF öffnen",
  "documents.openNamed": "PDF {name} in einem neuen Tab öffnen",
  "documents.larger": "Seiten vergrößern",
  "documents.smaller": "Seiten verkleinern",
  "documents.loading": "{name} wird geladen …",
  "documents.notLoaded": "Dieses Dokument wurde nicht geladen.",
  "documents.notLoadedHint":
    "Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Sie können das PDF auch in einem neuen Tab öffnen.",
  "documents.noText":
    "Diese Seite enthält keinen Text, den ein Screenreader lesen kann. Vielleicht ist sie ein Scan.",
  "documents.pageNotDrawn": "Diese Seite konnte nicht angezeigt werden. Öffnen Sie das PDF, um sie zu lesen.",

  "place.sign": "Hier unterschreiben",
  "place.signed": "Ihre Unterschrift",
  "place.date": "Datum",
  "place.text": "Wird beim Unterschreiben ausgefüllt",
  "place.named": "{what}, Seite {page}",

  "consent.heading": "Der elektronischen Unterschrift zustimmen",
  "consent.continue": "Weiter",
  "consent.missing": "Setzen Sie das Häkchen, um zuzustimmen, und gehen Sie dann weiter",

  "signature.heading": "Ihre Unterschrift",
  "signature.how": "Wie möchten Sie unterschreiben?",
  "signature.type": "Namen eingeben",
  "signature.draw": "Zeichnen",
  "signature.name": "Ihr vollständiger Name",
  "signature.nameMissing": "Geben Sie Ihren vollständigen Namen ein",
  "signature.preview": "So wird sie aussehen",
  "signature.padHint": "Zeichnen Sie Ihre Unterschrift mit Finger, Stift oder Maus in das Feld.",
  "signature.pad": "Feld für Ihre Unterschrift",
  "signature.padEmpty": "Das Feld ist leer",
  "signature.padFilled": "Das Feld enthält eine Zeichnung",
  "signature.undo": "Rückgängig",
  "signature.clear": "Löschen",
  "signature.drawingMissing": "Zeichnen Sie Ihre Unterschrift oder geben Sie stattdessen Ihren Namen ein",
  "signature.nextEmail":
    "Als Nächstes senden wir einen 6-stelligen Code an {to}, um zu prüfen, dass Sie es sind.",
  "signature.nextSms":
    "Als Nächstes senden wir einen 6-stelligen Code per SMS an {to}, um zu prüfen, dass Sie es sind.",
  "signature.getCode": "Code senden",
  "signature.gettingCode": "Code wird gesendet …",
  "signature.continue": "Weiter",

  "code.heading": "Code eingeben",
  "code.sentEmail": "Wir haben einen 6-stelligen Code an {to} gesendet. Er gilt bis {time}.",
  "code.sentSms": "Wir haben einen 6-stelligen Code per SMS an {to} gesendet. Er gilt bis {time}.",
  "code.sentEarlier": "Wir haben einen 6-stelligen Code an {to} gesendet.",
  "code.label": "6-stelliger Code",
  "code.confirm": "Code bestätigen",
  "code.confirming": "Code wird geprüft …",
  "code.missing": "Geben Sie die 6 Ziffern des Codes ein",
  "code.wrong": {
    one: "Dieser Code stimmt nicht. Sie haben noch {count} Versuch.",
    other: "Dieser Code stimmt nicht. Sie haben noch {count} Versuche.",
  },
  "code.wrongLast": "Dieser Code stimmt nicht.",
  "code.expired": "Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.",
  "code.locked": "Es wurden zu viele falsche Codes eingegeben. Dieser Code gilt nicht mehr.",
  "code.lockedUntil": "In {time} können Sie einen neuen Code anfordern.",
  "code.lockedHint": "Fordern Sie einen neuen an. Wenn das nicht hilft, wenden Sie sich an {sender}.",
  "code.noneEmail": "Keine E-Mail? Sehen Sie im Spam-Ordner nach. ",
  "code.noneSms": "Keine SMS? Das kann eine Minute dauern. ",
  "code.resendIn": "In {time} können Sie einen neuen Code anfordern.",
  "code.resend": "Neuen Code senden",
  "code.resending": "Wird gesendet …",
  "code.resent": "Wir haben einen neuen Code gesendet. Frühere Codes gelten nicht mehr.",
  "code.tooSoon": "Soeben wurde ein Code gesendet. Verwenden Sie diesen.",
  "code.sessionEnded":
    "Zu Ihrem Schutz müssen wir noch einmal prüfen, dass Sie es sind. Ihre Eingaben sind noch da.",

  "sign.heading": "Prüfen und unterschreiben",
  "sign.documents": { one: "Dokument", other: "Dokumente" },
  "sign.as": "Sie unterschreiben als",
  "sign.signature": "Unterschrift",
  "sign.drawn": "Ihre gezeichnete Unterschrift",
  "sign.warning":
    "Wenn Sie „Unterschreiben“ wählen, wird Ihre Unterschrift in die Dokumente gesetzt. Das lässt sich nicht rückgängig machen.",
  "sign.change": "Ändern",
  "sign.changeSignature": "Ihre Unterschrift ändern",
  "sign.sign": "Unterschreiben",
  "sign.signing": "Wird unterschrieben …",
  "sign.placing": "Ihre Unterschrift wird gesetzt. Das dauert einige Sekunden.",
  "sign.slow":
    "Das dauert länger als sonst. Sie können diese Seite schließen: Wir schreiben Ihnen, wenn es fertig ist.",
  "sign.unknown": "Wir wissen noch nicht, ob Ihre Unterschrift angekommen ist",
  "sign.unknownHint":
    "Die Verbindung brach beim Unterschreiben ab. Nichts ist verloren: Wenn Sie es erneut versuchen, sehen wir zuerst nach, ob Sie schon unterschrieben haben.",
  "sign.notArrived": "Sie haben noch nicht unterschrieben",
  "sign.notArrivedHint":
    "Die Verbindung brach ab, bevor Ihre Unterschrift ankam. Ihre Eingaben sind noch da.",

  "refuse.link": "Ablehnen",
  "refuse.heading": "Unterschrift ablehnen",
  "refuse.what": "Wenn Sie ablehnen, kann niemand mehr unterschreiben. Ihr Grund geht an {sender}.",
  "refuse.label": "Warum lehnen Sie ab?",
  "refuse.hint": { one: "Noch {count} Zeichen möglich.", other: "Noch {count} Zeichen möglich." },
  "refuse.missing": "Schreiben Sie, warum Sie ablehnen",
  "refuse.confirm": "Unterschrift ablehnen",
  "refuse.refusing": "Wird abgelehnt …",

  "done.heading": "Sie haben unterschrieben",
  "done.on": "Unterschrieben am {date}",
  "done.all": "Alle haben unterschrieben.",
  "done.others": {
    one: "{count} von {total} Personen hat unterschrieben. Wir senden Ihnen die fertigen Dokumente, wenn alle unterschrieben haben.",
    other:
      "{count} von {total} Personen haben unterschrieben. Wir senden Ihnen die fertigen Dokumente, wenn alle unterschrieben haben.",
  },
  "done.downloads": "Ihre Dokumente",
  "done.download": "{name} herunterladen",
  "done.audit": "Nachweis dieser Unterschrift herunterladen",
  "done.preparing": "Ihre unterschriebenen Dokumente werden vorbereitet …",
  "done.notReady":
    "Ihre unterschriebenen Dokumente sind noch nicht fertig. Unter demselben Link können Sie sie später abholen.",
  "done.close": "Sie können diese Seite schließen.",

  "state.refusedByYou": "Sie haben abgelehnt",
  "state.refusedByYouHint": "Ihre Ablehnung ging an {sender}. Sie können diese Seite schließen.",
  "state.refused": "Diese Anfrage wurde abgelehnt",
  "state.refusedHint":
    "Eine Person hat abgelehnt, daher kann niemand mehr unterschreiben. Bei Fragen wenden Sie sich an {sender}.",
  "state.cancelled": "Diese Anfrage wurde zurückgezogen",
  "state.cancelledHint": "Sie müssen nichts unterschreiben. Bei Fragen wenden Sie sich an {sender}.",
  "state.failed": "Diese Anfrage wurde abgebrochen",
  "state.failedHint":
    "Auf unserer Seite ist etwas schiefgegangen, und niemand kann mehr unterschreiben. Wenden Sie sich an {sender}.",
  "state.expired": "Diese Anfrage ist abgelaufen",
  "state.expiredOn":
    "Sie konnte bis zum {date} unterschrieben werden. Wenn Sie noch unterschreiben möchten, bitten Sie {sender} um einen neuen Link.",
  "state.expiredHint": "Wenn Sie noch unterschreiben möchten, bitten Sie {sender} um einen neuen Link.",
  "state.unknown": "Dieser Link funktioniert nicht",
  "state.unknownHint":
    "Öffnen Sie den Link aus Ihrer Nachricht noch einmal und prüfen Sie, ob er vollständig ist. Wenn er immer noch nicht funktioniert, bitten Sie den Absender um einen neuen.",
  "state.waiting": "Sie sind noch nicht an der Reihe",
  "state.waitingHint":
    "Zuerst muss jemand anderes unterschreiben. Wir schreiben Ihnen, sobald Sie unterschreiben können.",
  "state.sender": "den Absender",

  "failure.offline": "Sie sind nicht verbunden",
  "failure.offlineHint":
    "Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Ihre Eingaben sind noch da.",
  "failure.noAnswer": "Der Dienst war nicht zu erreichen",
  "failure.noAnswerHint":
    "Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Ihre Eingaben sind noch da.",
  "failure.server": "Auf unserer Seite ist leider etwas schiefgegangen",
  "failure.serverHint": "Ihre Eingaben sind noch da. Versuchen Sie es in einigen Minuten erneut.",
  "failure.tooMany": "Das waren zu viele Versuche in kurzer Zeit",
  "failure.tooManyHint": "Warten Sie {time} und versuchen Sie es dann erneut.",
  "failure.notDelivered": "Der Code konnte nicht zugestellt werden",
  "failure.notDeliveredHint": "Bitten Sie den Absender, Ihre Adresse oder Nummer zu prüfen.",
  "failure.refused": "Das hat nicht funktioniert",
};
