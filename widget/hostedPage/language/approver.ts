import type { PhraseKey } from "./en.js";
import type { Phrase } from "./phrase.js";

/** What somebody who approves is told in other words: they sign nothing. */
const en = {
  "page.asksNobody": "You are asked to approve",
  "read.heading": "Read before you approve",
  "read.until": "You can approve until {date}.",
  "read.others": {
    one: "{count} of {total} people has done their part.",
    other: "{count} of {total} people have done their part.",
  },
  "documents.toSign": "To approve",
  "sign.unknown": "We do not know yet whether your approval arrived",
  "sign.unknownHint":
    "The connection was lost while you approved. Nothing is lost: when you try again, we first look whether you have already approved.",
  "sign.notArrived": "You have not approved yet",
  "sign.notArrivedHint":
    "The connection was lost before your approval arrived. What you entered is still here.",
  "delegate.link": "Ask somebody else to approve",
  "delegate.heading": "Ask somebody else to approve",
  "refuse.link": "Refuse",
  "refuse.heading": "Refuse to approve",
  "refuse.confirm": "Refuse to approve",
  "done.all": "Everybody has done their part.",
  "done.others": {
    one: "{count} of {total} people has done their part. We will e-mail you the completed documents when everybody has.",
    other:
      "{count} of {total} people have done their part. We will e-mail you the completed documents when everybody has.",
  },
  "state.refusedByYou": "You refused to approve",
  "state.cancelledHint": "There is nothing for you to approve. If you have a question, contact {sender}.",
  "state.expiredOn":
    "It could be approved until {date}. If you still want to approve, ask {sender} for a new link.",
  "state.expiredHint": "If you still want to approve, ask {sender} for a new link.",
  "state.removed": "You are no longer asked to approve",
  "state.waitingHint": "It is somebody else’s turn first. We will write to you when you can approve.",
} satisfies Partial<Record<PhraseKey, Phrase>>;

type ApproverPhrases = Readonly<Record<keyof typeof en, Phrase>>;

const fr: ApproverPhrases = {
  "page.asksNobody": "On vous demande votre approbation",
  "read.heading": "Lisez avant d’approuver",
  "read.until": "Vous pouvez approuver jusqu’au {date}.",
  "read.others": {
    one: "{count} personne sur {total} a terminé.",
    other: "{count} personnes sur {total} ont terminé.",
  },
  "documents.toSign": "À approuver",
  "sign.unknown": "Nous ne savons pas encore si votre approbation est arrivée",
  "sign.unknownHint":
    "La connexion a été coupée pendant l’approbation. Rien n’est perdu : si vous réessayez, nous vérifions d’abord si vous avez déjà approuvé.",
  "sign.notArrived": "Vous n’avez pas encore approuvé",
  "sign.notArrivedHint":
    "La connexion a été coupée avant l’arrivée de votre approbation. Ce que vous avez saisi est conservé.",
  "delegate.link": "Confier à une autre personne",
  "delegate.heading": "Confier à une autre personne",
  "refuse.link": "Refuser",
  "refuse.heading": "Refuser d’approuver",
  "refuse.confirm": "Refuser d’approuver",
  "done.all": "Tout le monde a terminé.",
  "done.others": {
    one: "{count} personne sur {total} a terminé. Nous vous enverrons les documents complets quand tout le monde aura terminé.",
    other:
      "{count} personnes sur {total} ont terminé. Nous vous enverrons les documents complets quand tout le monde aura terminé.",
  },
  "state.refusedByYou": "Vous avez refusé d’approuver",
  "state.cancelledHint": "Vous n’avez rien à approuver. Pour toute question, contactez {sender}.",
  "state.expiredOn":
    "Elle pouvait être approuvée jusqu’au {date}. Si vous voulez encore approuver, demandez un nouveau lien à {sender}.",
  "state.expiredHint": "Si vous voulez encore approuver, demandez un nouveau lien à {sender}.",
  "state.removed": "Votre approbation n’est plus demandée",
  "state.waitingHint":
    "C’est d’abord le tour d’une autre personne. Nous vous écrirons quand vous pourrez approuver.",
};

const de: ApproverPhrases = {
  "page.asksNobody": "Sie werden um Ihre Freigabe gebeten",
  "read.heading": "Lesen Sie, bevor Sie freigeben",
  "read.until": "Sie können bis zum {date} freigeben.",
  "read.others": {
    one: "{count} von {total} Personen ist fertig.",
    other: "{count} von {total} Personen sind fertig.",
  },
  "documents.toSign": "Freizugeben",
  "sign.unknown": "Wir wissen noch nicht, ob Ihre Freigabe angekommen ist",
  "sign.unknownHint":
    "Die Verbindung brach während der Freigabe ab. Nichts ist verloren: Wenn Sie es noch einmal versuchen, sehen wir zuerst nach, ob Sie schon freigegeben haben.",
  "sign.notArrived": "Sie haben noch nicht freigegeben",
  "sign.notArrivedHint":
    "Die Verbindung brach ab, bevor Ihre Freigabe ankam. Was Sie eingegeben haben, ist noch da.",
  "delegate.link": "Jemand anderen bitten",
  "delegate.heading": "Jemand anderen bitten",
  "refuse.link": "Ablehnen",
  "refuse.heading": "Freigabe ablehnen",
  "refuse.confirm": "Freigabe ablehnen",
  "done.all": "Alle sind fertig.",
  "done.others": {
    one: "{count} von {total} Personen ist fertig. Wir senden Ihnen die fertigen Dokumente, wenn alle so weit sind.",
    other:
      "{count} von {total} Personen sind fertig. Wir senden Ihnen die fertigen Dokumente, wenn alle so weit sind.",
  },
  "state.refusedByYou": "Sie haben die Freigabe abgelehnt",
  "state.cancelledHint": "Sie müssen nichts freigeben. Bei Fragen wenden Sie sich an {sender}.",
  "state.expiredOn":
    "Sie konnte bis zum {date} freigegeben werden. Wenn Sie noch freigeben möchten, bitten Sie {sender} um einen neuen Link.",
  "state.expiredHint": "Wenn Sie noch freigeben möchten, bitten Sie {sender} um einen neuen Link.",
  "state.removed": "Ihre Freigabe wird nicht mehr gebraucht",
  "state.waitingHint":
    "Zuerst ist jemand anderes an der Reihe. Wir schreiben Ihnen, sobald Sie freigeben können.",
};

/** By the language that they are in. */
export const approverPhrases: Readonly<Record<string, ApproverPhrases>> = { en, fr, de };
