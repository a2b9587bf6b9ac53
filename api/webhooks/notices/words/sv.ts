import type { NoticeWords } from "./noticeWords.js";

export const sv: NoticeWords = {
  language: "sv",
  about:
    "Ett av era system får automatiskt veta vad som händer med era dokument, till exempel att någon har skrivit under.",
  failing: {
    subject: "Aviseringar kommer inte fram: {endpoint}",
    heading: "Aviseringar kommer inte fram",
    lead: "Sedan ett dygn har inget av det som skickats dit kommit fram.",
    forward:
      "Skicka gärna det här mejlet vidare till den som sköter systemet. Själva signeringen påverkas inte.",
    next: "Varje avisering skickas på nytt under ungefär tre dygn. Om inget har kommit fram vid tidpunkten ovan inaktiveras webhook-slutpunkten: inget mer skickas dit förrän någon aktiverar den igen.",
    attempts: "Alla försök och svaren på dem",
  },
  disabled: {
    subject: "Aviseringar har stoppats: {endpoint}",
    heading: "Aviseringar har stoppats",
    gone: "Det svarade att det inte vill ha fler aviseringar (HTTP 410). Därför skickas inget mer dit.",
    failing: "Sedan fem dygn har inget av det som skickats dit kommit fram. Därför skickas inget mer dit.",
    forward:
      "Om det är meningen behöver du inte göra något. Skicka annars det här mejlet vidare till den som sköter systemet. Själva signeringen påverkas inte.",
    next: "Det som händer under tiden sparas i 30 dagar och kan fortfarande skickas. När systemet fungerar igen räcker det med två anrop till API:et:",
    enable: "1. Aktivera webhook-slutpunkten",
    replay: "2. Skicka det som har missats",
  },
  failures: {
    answered: "Svaret var ett fel (HTTP {status}).",
    redirected: "Svaret var en omdirigering, som inte följs (HTTP {status}).",
    notFound: "Serverns namn kunde inte hittas.",
    refused: "Servern nekade anslutningen.",
    broken: "Anslutningen till servern misslyckades.",
    insecure: "Ingen säker anslutning var möjlig. Ofta har ett certifikat gått ut.",
    timeout: "Servern svarade inte i tid.",
    garbled: "Serverns svar gick inte att förstå.",
    forbidden: "Adressen leder till ett internt nät, dit inget får skickas.",
    unsent: "Anropet kunde inte skickas.",
  },
  labels: {
    endpoint: "Webhook-slutpunkt",
    since: "Inget har kommit fram sedan",
    last: "Senaste försöket",
    waiting: "Väntande aviseringar",
    until: "Inaktiveras",
    disabled: "Inaktiverades",
    test: "Testläge: det gäller inga riktiga dokument",
  },
  footer: "Du får det här mejlet eftersom din adress har angetts för sådana meddelanden.",
};
