import type { NoticeWords } from "./noticeWords.js";

export const da: NoticeWords = {
  language: "da",
  about:
    "Et af jeres systemer får automatisk besked om, hvad der sker med jeres dokumenter, for eksempel at nogen har skrevet under.",
  failing: {
    subject: "Notifikationer kommer ikke frem: {endpoint}",
    heading: "Notifikationer kommer ikke frem",
    lead: "I et døgn er intet af det, der er sendt dertil, kommet frem.",
    forward:
      "Send venligst denne e-mail videre til den, der passer systemet. Selve underskrivningen er ikke berørt.",
    next: "Hver notifikation sendes igen i omkring tre døgn. Hvis intet er kommet frem på tidspunktet ovenfor, bliver webhook-slutpunktet deaktiveret: der sendes ikke mere dertil, før nogen aktiverer det igen.",
    attempts: "Alle forsøg og svarene på dem",
  },
  disabled: {
    subject: "Notifikationer er stoppet: {endpoint}",
    heading: "Notifikationer er stoppet",
    gone: "Det svarede, at det ikke ønsker flere notifikationer (HTTP 410). Derfor sendes der ikke mere dertil.",
    failing:
      "I fem døgn er intet af det, der er sendt dertil, kommet frem. Derfor sendes der ikke mere dertil.",
    forward:
      "Hvis det er meningen, skal du ikke gøre noget. Ellers send venligst denne e-mail videre til den, der passer systemet. Selve underskrivningen er ikke berørt.",
    next: "Det, der sker i mellemtiden, gemmes i 30 dage og kan stadig sendes. Når systemet virker igen, er to kald til API’et nok:",
    enable: "1. Aktivér webhook-slutpunktet",
    replay: "2. Send det, der ikke kom frem",
  },
  failures: {
    answered: "Svaret var en fejl (HTTP {status}).",
    redirected: "Svaret var en omdirigering, som ikke følges (HTTP {status}).",
    notFound: "Serverens navn blev ikke fundet.",
    refused: "Serveren afviste forbindelsen.",
    broken: "Forbindelsen til serveren mislykkedes.",
    insecure: "En sikker forbindelse var ikke mulig. Ofte er et certifikat udløbet.",
    timeout: "Serveren svarede ikke i tide.",
    garbled: "Serverens svar kunne ikke forstås.",
    forbidden: "Adressen fører til et internt netværk, som intet må sendes til.",
    unsent: "Kaldet kunne ikke sendes.",
  },
  labels: {
    endpoint: "Webhook-slutpunkt",
    since: "Intet er kommet frem siden",
    last: "Seneste forsøg",
    waiting: "Ventende notifikationer",
    until: "Deaktiveres",
    disabled: "Deaktiveret",
    test: "Testtilstand: det gælder ingen rigtige dokumenter",
  },
  footer: "Du får denne e-mail, fordi din adresse er angivet til den slags beskeder.",
};
