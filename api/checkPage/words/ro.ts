import type { CheckWords } from "./words.js";

export const ro: CheckWords = {
  language: "ro",
  name: "Română",
  title: "Verificați un document semnat",
  lead: "Iată ce are serviciul înregistrat despre o procedură. Nu numește pe nimeni și nu arată niciun document.",
  compare: {
    heading: "Fișierul dumneavoastră este unul dintre aceste documente?",
    lead: "Browserul îl compară singur. Fișierul rămâne pe dispozitivul dumneavoastră; nu se trimite nimic.",
    choose: "Alegeți un PDF",
    drop: "sau plasați-l aici",
    busy: "Se compară {file}…",
    unreadable: "{file} nu a putut fi citit.",
    insecure:
      "Acest browser compară fișiere numai dacă pagina a venit printr-o conexiune securizată (https).",
    byHand: "Comparați fără această pagină",
    byHandHow:
      "Calculați amprenta SHA-256 a fișierului cu una dintre aceste comenzi și căutați-o pe această pagină:",
  },
  verdict: {
    complete: "Da. Acesta este {document}, complet și neschimbat.",
    signed: "Da. Acesta este {document} cu semnături, dar nu în forma finalizată.",
    source: "Da. Acesta este {document} așa cum era înainte ca cineva să îl semneze.",
    none: "Nu. Nu este niciunul dintre aceste documente sau a fost modificat.",
    noneMore:
      "Pistele de audit, atestările și fișierele de probe nu sunt în această listă: propriul lor sigiliu electronic arată dacă sunt neschimbate.",
  },
  record: {
    heading: "Procedura",
    order: "Număr",
    state: "Stare",
    created: "Creată",
    ended: "Încheiată",
    signatures: "Semnături",
    approvals: "Aprobări",
    share: "{given} din {asked}",
    kept: "Probe păstrate până la",
    states: {
      draft: "Ciornă",
      ready: "Gata de semnat",
      in_progress: "În curs de semnare",
      completed: "Finalizată",
      refused: "Refuzată",
      cancelled: "Anulată",
      expired: "Expirată",
      failed: "Eșuată",
    },
  },
  documents: {
    heading: "Documentele ei",
    document: "Documentul {number}",
    information: "pentru informare",
    source: "Original",
    signed: "După semnătura {number}",
    sealed: "Sigilat",
  },
  trail: {
    heading: "Pista ei de audit",
    events: "Evenimente",
    head: "Amprenta ultimului eveniment",
    checkpoint: "Jurnal public",
    covered: "Primele {events} evenimente se află în punctul de control din {time}.",
    uncovered: "Încă în niciun punct de control. Se face câte unul pe oră.",
    note: "Punct de control",
    signature: "semnătura lui",
  },
  over: {
    heading: "Perioada de păstrare s-a încheiat",
    until: "Probele acestei proceduri au fost păstrate până la {date}.",
    text: "Nu mai sunt păstrate, așa că aici nu se poate compara nimic. Documentele semnate și fișierele de probe pe care le aveți pot fi verificate în continuare de sine stătător.",
  },
  missing: {
    heading: "La această adresă nu este nimic",
    text: "Scanați din nou codul de pe document sau scrieți adresa exact cum este tipărită: literele mari și mici diferă.",
  },
  languages: "Limba",
};
