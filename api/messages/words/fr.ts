import type { Words } from "./words.js";

export const fr: Words = {
  language: "fr",
  greeting: "Bonjour {signer},",
  action: {
    signer: "Lire et signer",
    approver: "Lire et approuver",
    witness: "Lire et signer comme témoin",
  },
  invitation: {
    signer: {
      subject: "À signer : {title}",
      heading: "Votre signature est demandée",
      lead: "{sender} vous invite à signer « {title} ».",
    },
    approver: {
      subject: "À approuver : {title}",
      heading: "Votre approbation est demandée",
      lead: "{sender} vous invite à approuver « {title} ».",
    },
    witness: {
      subject: "À signer comme témoin : {title}",
      heading: "Votre témoignage est demandé",
      lead: "{sender} vous invite à attester une signature sur « {title} » et à signer à votre tour.",
    },
  },
  inPlaceOf: {
    signer: "{by} vous a demandé de signer à sa place",
    approver: "{by} vous a demandé d’approuver à sa place",
    witness: "{by} vous a demandé de signer à sa place comme témoin",
  },
  reminder: {
    signer: {
      subject: "Rappel, à signer : {title}",
      heading: "Votre signature manque encore",
      lead: "« {title} » ({sender}) attend toujours votre signature.",
    },
    approver: {
      subject: "Rappel, à approuver : {title}",
      heading: "Votre approbation manque encore",
      lead: "« {title} » ({sender}) attend toujours votre approbation.",
    },
    witness: {
      subject: "Rappel, à signer comme témoin : {title}",
      heading: "Votre signature de témoin manque encore",
      lead: "« {title} » ({sender}) attend toujours votre signature de témoin.",
    },
  },
  linkChanged: {
    subject: "Votre nouveau lien : {title}",
    heading: "Votre lien a changé",
    lead: "Voici votre nouveau lien vers « {title} » ({sender}). Tout lien reçu auparavant ne fonctionne plus.",
  },
  completed: {
    subject: "Signé par tous : {title}",
    heading: "Tout le monde a signé",
    lead: "La signature de « {title} » ({sender}) est terminée.",
    attached: "Les documents signés sont joints à cet e-mail. Conservez-les.",
    linked: "Le bouton ci-dessous vous permet à tout moment de lire et de télécharger les documents signés.",
    button: "Obtenir les documents",
  },
  refused: {
    subject: "Refus : {title}",
    heading: "Signature refusée",
    lead: "Une des personnes sollicitées a refusé « {title} » ({sender}). Vous n’avez plus rien à faire.",
    toSender: "{by} a refusé « {title} ». La procédure est close : plus personne ne peut signer.",
  },
  expired: {
    subject: "Délai dépassé : {title}",
    heading: "Le délai de signature est dépassé",
    lead: "« {title} » ({sender}) n’a pas été finalisé à temps. Vous n’avez plus rien à faire.",
    toSender:
      "« {title} » n’a pas été finalisé à temps. La procédure est close : plus personne ne peut signer.",
  },
  failed: {
    subject: "Échec : {title}",
    heading: "La signature ne peut pas aboutir",
    lead: "« {title} » ({sender}) ne peut pas être finalisé, sans que vous y soyez pour rien. Vous n’avez plus rien à faire.",
    toSender:
      "« {title} » ne peut pas être finalisé. La procédure est close : plus personne ne peut signer. Veuillez en créer une nouvelle.",
    causes: {
      document_lost: "Un document enregistré a disparu.",
      document_altered: "Un document enregistré n’est plus celui qui nous avait été remis.",
      document_refused: "Un document ne peut pas être signé.",
      document_not_had:
        "Un document n’a pas pu être récupéré, ou ce qui devait y être placé ne lui convient pas.",
    },
  },
  cancelled: {
    subject: "Annulation : {title}",
    heading: "Signature annulée",
    lead: "{sender} a annulé « {title} ». Vous n’avez plus rien à faire.",
  },
  removed: {
    subject: "Plus rien à faire : {title}",
    heading: "Vous n’avez plus à intervenir",
    lead: "{sender} n’a plus besoin de vous pour « {title} ». Le lien que vous avez reçu ne fonctionne plus.",
  },
  code: {
    subject: "{code} est votre code de signature",
    heading: "Votre code",
    lead: "Voici votre code pour « {title} » ({sender}) :",
    life: "Durée de validité : {life}.",
    once: "Il ne sert qu’une seule fois.",
    warning:
      "Si vous n’avez rien demandé, ne faites rien et ne le donnez à personne : sans lui, rien n’est signé.",
  },
  sms: {
    invitation: {
      signer: '{sender} vous invite à signer "{title}" : {link}',
      approver: '{sender} vous invite à approuver "{title}" : {link}',
      witness: '{sender} vous invite à signer "{title}" comme témoin : {link}',
    },
    reminder: 'Rappel : "{title}" ({sender}) vous attend : {link}',
    linkChanged: 'Votre nouveau lien vers "{title}" ({sender}) : {link}',
    completed: '"{title}" ({sender}) est signé. Vos documents : {link}',
    over: '{sender} : "{title}" est clos. Vous n\'avez plus rien à faire.',
    plain: "Des documents vous attendent : {link}",
    code: "{code} : votre code de signature ({sender}). Valable {life}. Ne le communiquez pas.",
  },
  labels: {
    documents: "Documents",
    until: "Jusqu’au",
    message: "{sender} vous écrit",
    reason: "Motif",
    missing: "Manquent encore",
    witnessed: "Signature à attester",
    test: "Essai : sans valeur juridique",
  },
  footer: {
    paste: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
    personal: "Ce lien vous est strictement personnel. Ne transférez pas cet e-mail.",
    behalf: "Expéditeur : {sender}.",
    noAnswers: "Cet e-mail est automatique ; personne n’en lit les réponses.",
  },
};
