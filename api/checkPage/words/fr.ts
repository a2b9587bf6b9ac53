import type { CheckWords } from "./words.js";

export const fr: CheckWords = {
  language: "fr",
  name: "Français",
  title: "Vérifier un document signé",
  lead: "Voici ce que le service a consigné sur une procédure de signature. Personne n’y est nommé et aucun document n’y est montré.",
  compare: {
    heading: "Votre fichier est-il l’un de ces documents ?",
    lead: "Votre navigateur le compare lui-même. Le fichier reste sur votre appareil ; rien n’est envoyé.",
    choose: "Choisir un PDF",
    drop: "ou déposez-le ici",
    busy: "Comparaison de {file}…",
    unreadable: "Impossible de lire {file}.",
    insecure:
      "Ce navigateur ne compare des fichiers que si la page est arrivée par une connexion sécurisée (https).",
    byHand: "Comparer sans cette page",
    byHandHow:
      "Calculez l’empreinte SHA-256 de votre fichier avec l’une de ces commandes, puis cherchez-la sur cette page :",
  },
  verdict: {
    complete: "Oui. C’est le {document}, complet et inchangé.",
    signed: "Oui. C’est le {document} avec des signatures, mais pas dans sa forme achevée.",
    source: "Oui. C’est le {document} tel qu’il était avant toute signature.",
    none: "Non. Ce n’est aucun de ces documents, ou il a été modifié.",
    noneMore:
      "Les pistes d’audit, attestations et dossiers de preuve ne figurent pas dans cette liste : leur propre cachet électronique montre s’ils sont inchangés.",
  },
  record: {
    heading: "La procédure",
    order: "Numéro",
    state: "État",
    created: "Créée le",
    ended: "Terminée le",
    signatures: "Signatures",
    approvals: "Approbations",
    share: "{given} sur {asked}",
    kept: "Preuves conservées jusqu’au",
    states: {
      draft: "Brouillon",
      ready: "Prête à signer",
      in_progress: "En cours de signature",
      completed: "Achevée",
      refused: "Refusée",
      cancelled: "Annulée",
      expired: "Expirée",
      failed: "Échouée",
    },
  },
  documents: {
    heading: "Ses documents",
    document: "Document {number}",
    information: "pour information",
    source: "Original",
    signed: "Après la signature {number}",
    sealed: "Scellé",
  },
  trail: {
    heading: "Sa piste d’audit",
    events: "Événements",
    head: "Empreinte du dernier événement",
    checkpoint: "Journal public",
    covered: "Les {events} premiers événements figurent dans le point de contrôle du {time}.",
    uncovered: "Pas encore dans un point de contrôle. Il en est fait un chaque heure.",
    note: "Point de contrôle",
    signature: "sa signature",
  },
  over: {
    heading: "La durée de conservation est terminée",
    until: "Les preuves de cette procédure ont été conservées jusqu’au {date}.",
    text: "Elles ne le sont plus, et rien ne peut être comparé ici. Les documents signés et dossiers de preuve en votre possession restent vérifiables par eux-mêmes.",
  },
  missing: {
    heading: "Il n’y a rien à cette adresse",
    text: "Scannez à nouveau le code de votre document, ou saisissez l’adresse exactement comme elle est imprimée : majuscules et minuscules comptent.",
  },
  languages: "Langue",
};
