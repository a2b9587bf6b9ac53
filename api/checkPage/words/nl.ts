import type { CheckWords } from "./words.js";

export const nl: CheckWords = {
  language: "nl",
  name: "Nederlands",
  title: "Een ondertekend document controleren",
  lead: "Dit heeft de dienst over één procedure vastgelegd. Er wordt niemand genoemd en geen document getoond.",
  compare: {
    heading: "Is uw bestand een van deze documenten?",
    lead: "Uw browser vergelijkt het zelf. Het bestand blijft op uw apparaat; er wordt niets geüpload.",
    choose: "Een pdf kiezen",
    drop: "of sleep het hierheen",
    busy: "{file} wordt vergeleken…",
    unreadable: "{file} kon niet worden gelezen.",
    insecure:
      "Deze browser vergelijkt bestanden alleen als de pagina via een beveiligde verbinding (https) kwam.",
    byHand: "Vergelijken zonder deze pagina",
    byHandHow:
      "Bereken de SHA-256-hash van uw bestand met een van deze opdrachten en zoek die op deze pagina:",
  },
  verdict: {
    complete: "Ja. Dit is {document}, volledig en ongewijzigd.",
    signed: "Ja. Dit is {document} met handtekeningen, maar niet in de voltooide vorm.",
    source: "Ja. Dit is {document} zoals het was voordat iemand tekende.",
    none: "Nee. Dit is geen van deze documenten, of het is gewijzigd.",
    noneMore:
      "Controleverslagen, verklaringen en bewijsbestanden staan niet in deze lijst: hun eigen elektronische zegel laat zien of ze ongewijzigd zijn.",
  },
  record: {
    heading: "De procedure",
    order: "Nummer",
    state: "Stand",
    created: "Aangemaakt",
    ended: "Beëindigd",
    signatures: "Handtekeningen",
    approvals: "Goedkeuringen",
    share: "{given} van {asked}",
    kept: "Bewijs bewaard tot",
    states: {
      draft: "Concept",
      ready: "Klaar om te tekenen",
      in_progress: "Wordt getekend",
      completed: "Voltooid",
      refused: "Geweigerd",
      cancelled: "Geannuleerd",
      expired: "Verlopen",
      failed: "Mislukt",
    },
  },
  documents: {
    heading: "De documenten",
    document: "Document {number}",
    information: "ter informatie",
    source: "Origineel",
    signed: "Na handtekening {number}",
    sealed: "Verzegeld",
  },
  trail: {
    heading: "Het controleverslag",
    events: "Gebeurtenissen",
    head: "Hash van de laatste gebeurtenis",
    checkpoint: "Openbaar logboek",
    covered: "De eerste {events} gebeurtenissen staan in het controlepunt van {time}.",
    uncovered: "Nog in geen controlepunt. Er wordt er elk uur een gemaakt.",
    note: "Controlepunt",
    signature: "de handtekening ervan",
  },
  over: {
    heading: "De bewaartermijn is voorbij",
    until: "Het bewijs van deze procedure is bewaard tot {date}.",
    text: "Het wordt niet meer bewaard, zodat hier niets kan worden vergeleken. Ondertekende documenten en bewijsbestanden die u hebt, blijven op zichzelf controleerbaar.",
  },
  missing: {
    heading: "Op dit adres is niets",
    text: "Scan de code op uw papier opnieuw, of typ het adres precies zoals het is gedrukt: hoofdletters en kleine letters verschillen.",
  },
  languages: "Taal",
};
