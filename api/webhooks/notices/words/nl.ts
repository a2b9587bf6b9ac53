import type { NoticeWords } from "./noticeWords.js";

export const nl: NoticeWords = {
  language: "nl",
  about:
    "Een van uw systemen krijgt automatisch bericht van wat er met uw documenten gebeurt, bijvoorbeeld dat iemand heeft ondertekend.",
  failing: {
    subject: "Meldingen komen niet aan: {endpoint}",
    heading: "Meldingen komen niet aan",
    lead: "Al een dag is niets aangekomen van wat ernaartoe is gestuurd.",
    forward:
      "Stuur deze e-mail door naar degene die dat systeem beheert. Het ondertekenen zelf gaat gewoon door.",
    next: "Elke melding wordt ongeveer drie dagen lang opnieuw gestuurd. Is er op de bovenstaande datum nog niets aangekomen, dan wordt het webhook-eindpunt uitgeschakeld: er wordt niets meer naartoe gestuurd totdat iemand het weer inschakelt.",
    attempts: "Alle pogingen en de antwoorden",
  },
  disabled: {
    subject: "Meldingen gestopt: {endpoint}",
    heading: "Meldingen zijn gestopt",
    gone: "Het antwoordde dat het geen meldingen meer wil (HTTP 410). Daarom wordt er niets meer naartoe gestuurd.",
    failing:
      "Al vijf dagen is niets aangekomen van wat ernaartoe is gestuurd. Daarom wordt er niets meer naartoe gestuurd.",
    forward:
      "Is dit de bedoeling, dan hoeft u niets te doen. Stuur deze e-mail anders door naar degene die dat systeem beheert. Het ondertekenen zelf gaat gewoon door.",
    next: "Wat er intussen gebeurt, wordt 30 dagen bewaard en kan nog worden gestuurd. Zodra het systeem weer werkt, zijn twee verzoeken aan de API genoeg:",
    enable: "1. Schakel het webhook-eindpunt in",
    replay: "2. Stuur wat is gemist",
  },
  failures: {
    answered: "Het antwoord was een fout (HTTP {status}).",
    redirected: "Het antwoord was een doorverwijzing, die niet wordt gevolgd (HTTP {status}).",
    notFound: "De naam van de server is niet gevonden.",
    refused: "De server heeft de verbinding geweigerd.",
    broken: "De verbinding met de server is mislukt.",
    insecure: "Er was geen beveiligde verbinding mogelijk. Vaak is een certificaat verlopen.",
    timeout: "De server heeft niet op tijd geantwoord.",
    garbled: "Het antwoord van de server was niet te begrijpen.",
    forbidden: "Het adres leidt naar een intern netwerk, waar niets naartoe mag worden gestuurd.",
    unsent: "Het verzoek kon niet worden verzonden.",
  },
  labels: {
    endpoint: "Webhook-eindpunt",
    since: "Niets aangekomen sinds",
    last: "Laatste poging",
    waiting: "Wachtende meldingen",
    until: "Wordt uitgeschakeld op",
    disabled: "Uitgeschakeld op",
    test: "Testmodus: het gaat niet om echte documenten",
  },
  footer: "U ontvangt deze e-mail omdat uw adres voor zulke berichten is opgegeven.",
};
