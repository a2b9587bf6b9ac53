import type { NoticeWords } from "./noticeWords.js";

export const fr: NoticeWords = {
  language: "fr",
  about:
    "Un de vos systèmes est informé automatiquement de ce qui arrive à vos documents, par exemple d’une signature.",
  failing: {
    subject: "Notifications non reçues : {endpoint}",
    heading: "Les notifications n’arrivent pas",
    lead: "Depuis une journée, rien de ce qui lui a été envoyé n’est arrivé.",
    forward:
      "Merci de transmettre cet e-mail à la personne qui s’occupe de ce système. Les signatures elles-mêmes ne sont pas touchées.",
    next: "Chaque notification est envoyée de nouveau pendant environ trois jours. Si rien n’est arrivé à la date indiquée ci-dessus, le point de terminaison webhook sera désactivé : plus rien n’y sera envoyé jusqu’à ce que quelqu’un le réactive.",
    attempts: "Toutes les tentatives et leurs réponses",
  },
  disabled: {
    subject: "Notifications arrêtées : {endpoint}",
    heading: "Les notifications sont arrêtées",
    gone: "Il a répondu qu’il ne voulait plus de notifications (HTTP 410). C’est pourquoi plus rien ne lui est envoyé.",
    failing:
      "Depuis cinq jours, rien de ce qui lui a été envoyé n’est arrivé. C’est pourquoi plus rien ne lui est envoyé.",
    forward:
      "Si c’est voulu, il n’y a rien à faire. Sinon, merci de transmettre cet e-mail à la personne qui s’occupe de ce système. Les signatures elles-mêmes ne sont pas touchées.",
    next: "Ce qui se passe entre-temps est conservé pendant 30 jours et peut encore être envoyé. Dès que le système fonctionne de nouveau, deux requêtes à l’API suffisent :",
    enable: "1. Réactiver le point de terminaison webhook",
    replay: "2. Envoyer ce qui a été manqué",
  },
  failures: {
    answered: "Il a répondu par une erreur (HTTP {status}).",
    redirected: "Il a répondu par une redirection, qui n’est pas suivie (HTTP {status}).",
    notFound: "Le nom du serveur est introuvable.",
    refused: "Le serveur a refusé la connexion.",
    broken: "La connexion au serveur a échoué.",
    insecure: "Aucune connexion sécurisée n’a été possible. Souvent, un certificat a expiré.",
    timeout: "Le serveur n’a pas répondu à temps.",
    garbled: "La réponse du serveur n’a pas pu être comprise.",
    forbidden: "L’adresse mène à un réseau interne, où rien ne peut être envoyé.",
    unsent: "La requête n’a pas pu être envoyée.",
  },
  labels: {
    endpoint: "Point de terminaison webhook",
    since: "Rien n’est arrivé depuis",
    last: "Dernière tentative",
    waiting: "Notifications en attente",
    until: "Sera désactivé le",
    disabled: "Désactivé le",
    test: "Mode d’essai : aucun document réel n’est concerné",
  },
  footer: "Vous recevez cet e-mail parce que votre adresse a été indiquée pour de tels avis.",
};
