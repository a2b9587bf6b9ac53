import type { PhraseKey } from "./en.js";
import type { Phrase } from "./phrase.js";

/** The words of the page in French. A no-break space stands before the high punctuation, as French asks. */
export const fr: Record<PhraseKey, Phrase> = {
  "page.asks": "{sender} vous demande de signer",
  "page.asksNobody": "On vous demande de signer",
  "page.opening": "Ouverture de votre document…",
  "page.language": "Langue",
  "page.steps": "Étape {step} sur {total}",
  "page.skip": "Aller à l’étape suivante",
  "page.madeWith": "Signature électronique par Paraph",
  "page.back": "Retour",
  "page.tryAgain": "Réessayer",
  "page.reference": "Si vous demandez de l’aide, donnez cette référence : {reference}",

  "read.heading": "Lisez avant de signer",
  "read.hello": "Bonjour {name}.",
  "read.what": {
    one: "Lisez le document, puis continuez pour signer.",
    other: "Lisez les {count} documents, puis continuez pour signer.",
  },
  "read.until": "Vous pouvez signer jusqu’au {date}.",
  "read.others": {
    one: "{count} personne sur {total} a signé.",
    other: "{count} personnes sur {total} ont signé.",
  },
  "read.continue": "Continuer pour signer",
  "read.showPlace": "Voir où je signe",

  "documents.heading": "Documents",
  "documents.toSign": "À signer",
  "documents.toKnow": "Pour information",
  "documents.pages": { one: "{count} page", other: "{count} pages" },
  "documents.page": "Page {page} sur {pages}",
  "documents.pageOf": "Page {page} sur {pages} de {name}",
  "documents.open": "Ouvrir le PDF",
  "documents.openNamed": "Ouvrir le PDF {name} dans un nouvel onglet",
  "documents.larger": "Agrandir les pages",
  "documents.smaller": "Réduire les pages",
  "documents.loading": "Chargement de {name}…",
  "documents.notLoaded": "Ce document ne s’est pas chargé.",
  "documents.notLoadedHint":
    "Vérifiez votre connexion, puis réessayez. Vous pouvez aussi ouvrir le PDF dans un nouvel onglet.",
  "documents.noText":
    "Cette page ne contient pas de texte qu’un lecteur d’écran puisse lire. C’est peut-être une image numérisée.",
  "documents.pageNotDrawn": "Cette page n’a pas pu être affichée. Ouvrez le PDF pour la lire.",

  "place.sign": "Signez ici",
  "place.signed": "Votre signature",
  "place.date": "Date",
  "place.text": "Rempli à la signature",
  "place.named": "{what}, page {page}",

  "consent.heading": "Accepter de signer électroniquement",
  "consent.continue": "Continuer",
  "consent.missing": "Cochez la case pour accepter avant de continuer",

  "signature.heading": "Votre signature",
  "signature.how": "Comment voulez-vous signer ?",
  "signature.type": "Écrire mon nom",
  "signature.draw": "La dessiner",
  "signature.name": "Votre nom complet",
  "signature.nameMissing": "Indiquez votre nom complet",
  "signature.preview": "Aperçu",
  "signature.padHint": "Dessinez votre signature dans le cadre, au doigt, au stylet ou à la souris.",
  "signature.pad": "Cadre pour votre signature",
  "signature.padEmpty": "Le cadre est vide",
  "signature.padFilled": "Le cadre contient un dessin",
  "signature.undo": "Annuler le trait",
  "signature.clear": "Effacer",
  "signature.drawingMissing": "Dessinez votre signature, ou écrivez plutôt votre nom",
  "signature.nextEmail":
    "Ensuite, nous envoyons un code à 6 chiffres à {to} pour vérifier que c’est bien vous.",
  "signature.nextSms":
    "Ensuite, nous envoyons par SMS un code à 6 chiffres au {to} pour vérifier que c’est bien vous.",
  "signature.getCode": "M’envoyer le code",
  "signature.gettingCode": "Envoi du code…",
  "signature.continue": "Continuer",

  "code.heading": "Saisissez le code",
  "code.sentEmail": "Nous avons envoyé un code à 6 chiffres à {to}. Il est valable jusqu’à {time}.",
  "code.sentSms": "Nous avons envoyé par SMS un code à 6 chiffres au {to}. Il est valable jusqu’à {time}.",
  "code.sentEarlier": "Nous avons envoyé un code à 6 chiffres à {to}.",
  "code.label": "Code à 6 chiffres",
  "code.confirm": "Valider le code",
  "code.confirming": "Vérification du code…",
  "code.missing": "Saisissez les 6 chiffres du code",
  "code.wrong": {
    one: "Ce code n’est pas le bon. Il vous reste {count} essai.",
    other: "Ce code n’est pas le bon. Il vous reste {count} essais.",
  },
  "code.wrongLast": "Ce code n’est pas le bon.",
  "code.expired": "Ce code n’est plus valable. Demandez-en un nouveau.",
  "code.locked": "Il y a eu trop de codes erronés : ce code n’est plus valable.",
  "code.lockedUntil": "Vous pourrez demander un nouveau code dans {time}.",
  "code.lockedHint": "Demandez-en un nouveau. Si cela ne marche pas, contactez {sender}.",
  "code.noneEmail": "Pas d’e-mail ? Regardez dans vos indésirables. ",
  "code.noneSms": "Pas de SMS ? Il peut mettre une minute à arriver. ",
  "code.resendIn": "Vous pourrez demander un nouveau code dans {time}.",
  "code.resend": "Envoyer un nouveau code",
  "code.resending": "Envoi…",
  "code.resent": "Nous avons envoyé un nouveau code. Les codes précédents ne sont plus valables.",
  "code.tooSoon": "Un code vient d’être envoyé. Utilisez celui-là.",
  "code.sessionEnded":
    "Pour vous protéger, nous devons vérifier à nouveau que c’est bien vous. Ce que vous avez saisi est conservé.",

  "sign.heading": "Vérifiez et signez",
  "sign.documents": { one: "Document", other: "Documents" },
  "sign.as": "Vous signez en tant que",
  "sign.signature": "Signature",
  "sign.drawn": "Votre signature dessinée",
  "sign.warning":
    "Quand vous choisissez « Signer », votre signature est apposée sur les documents. C’est définitif.",
  "sign.change": "Modifier",
  "sign.changeSignature": "Modifier votre signature",
  "sign.sign": "Signer",
  "sign.signing": "Signature en cours…",
  "sign.placing": "Votre signature est en train d’être apposée. Cela prend quelques secondes.",
  "sign.slow":
    "C’est plus long que d’habitude. Vous pouvez fermer cette page : nous vous écrirons quand ce sera fait.",
  "sign.unknown": "Nous ne savons pas encore si votre signature est arrivée",
  "sign.unknownHint":
    "La connexion a été coupée pendant la signature. Rien n’est perdu : quand vous réessayez, nous regardons d’abord si vous avez déjà signé.",
  "sign.notArrived": "Vous n’avez pas encore signé",
  "sign.notArrivedHint":
    "La connexion a été coupée avant que votre signature n’arrive. Ce que vous avez saisi est conservé.",

  "refuse.link": "Refuser",
  "refuse.heading": "Refuser de signer",
  "refuse.what": "Si vous refusez, plus personne ne pourra signer. Votre motif sera montré à {sender}.",
  "refuse.label": "Pourquoi refusez-vous ?",
  "refuse.hint": {
    one: "Il vous reste {count} caractère.",
    other: "Il vous reste {count} caractères.",
  },
  "refuse.missing": "Écrivez pourquoi vous refusez",
  "refuse.confirm": "Refuser de signer",
  "refuse.refusing": "Refus en cours…",

  "done.heading": "Vous avez signé",
  "done.on": "Signé le {date}",
  "done.all": "Tout le monde a signé.",
  "done.others": {
    one: "{count} personne sur {total} a signé. Nous vous enverrons les documents complets quand tout le monde aura signé.",
    other:
      "{count} personnes sur {total} ont signé. Nous vous enverrons les documents complets quand tout le monde aura signé.",
  },
  "done.downloads": "Vos documents",
  "done.download": "Télécharger {name}",
  "done.audit": "Télécharger le dossier de preuve",
  "done.preparing": "Vos documents signés sont en préparation…",
  "done.notReady": "Vos documents signés ne sont pas encore prêts. Revenez les chercher avec le même lien.",
  "done.close": "Vous pouvez fermer cette page.",

  "state.refusedByYou": "Vous avez refusé de signer",
  "state.refusedByYouHint": "Votre refus a été transmis à {sender}. Vous pouvez fermer cette page.",
  "state.refused": "Cette demande a été refusée",
  "state.refusedHint":
    "Une personne a refusé : plus personne ne peut signer. Pour toute question, contactez {sender}.",
  "state.cancelled": "Cette demande a été annulée",
  "state.cancelledHint": "Vous n’avez rien à signer. Pour toute question, contactez {sender}.",
  "state.failed": "Cette demande est interrompue",
  "state.failedHint":
    "Un problème est survenu de notre côté : plus personne ne peut signer. Contactez {sender}.",
  "state.expired": "Cette demande a expiré",
  "state.expiredOn":
    "Elle pouvait être signée jusqu’au {date}. Si vous voulez encore signer, demandez un nouveau lien à {sender}.",
  "state.expiredHint": "Si vous voulez encore signer, demandez un nouveau lien à {sender}.",
  "state.unknown": "Ce lien ne fonctionne pas",
  "state.unknownHint":
    "Ouvrez à nouveau le lien de votre message et vérifiez qu’il est complet. S’il ne fonctionne toujours pas, demandez-en un nouveau à la personne qui l’a envoyé.",
  "state.waiting": "Ce n’est pas encore votre tour",
  "state.waitingHint":
    "Une autre personne doit signer d’abord. Nous vous écrirons quand vous pourrez signer.",
  "state.sender": "l’expéditeur",

  "failure.offline": "Vous n’êtes pas connecté",
  "failure.offlineHint": "Vérifiez votre connexion, puis réessayez. Ce que vous avez saisi est conservé.",
  "failure.noAnswer": "Nous n’avons pas pu joindre le service",
  "failure.noAnswerHint": "Vérifiez votre connexion, puis réessayez. Ce que vous avez saisi est conservé.",
  "failure.server": "Désolé, un problème est survenu de notre côté",
  "failure.serverHint": "Ce que vous avez saisi est conservé. Réessayez dans quelques minutes.",
  "failure.tooMany": "Il y a eu trop d’essais en peu de temps",
  "failure.tooManyHint": "Attendez {time}, puis réessayez.",
  "failure.notDelivered": "Nous n’avons pas pu remettre le code",
  "failure.notDeliveredHint": "Demandez à l’expéditeur de vérifier l’adresse ou le numéro qu’il a pour vous.",
  "failure.refused": "Cela n’a pas fonctionné",
};
