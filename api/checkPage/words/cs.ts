import type { CheckWords } from "./words.js";

export const cs: CheckWords = {
  language: "cs",
  name: "Čeština",
  title: "Ověřit podepsaný dokument",
  lead: "Toto má služba zaznamenáno o jednom řízení. Nikoho nejmenuje a žádný dokument neukazuje.",
  compare: {
    heading: "Je váš soubor jedním z těchto dokumentů?",
    lead: "Prohlížeč jej porovná sám. Soubor zůstává ve vašem zařízení; nic se neodesílá.",
    choose: "Vybrat PDF",
    drop: "nebo jej sem přetáhněte",
    busy: "Porovnává se {file}…",
    unreadable: "Soubor {file} nelze přečíst.",
    insecure:
      "Tento prohlížeč porovnává soubory jen tehdy, když stránka přišla zabezpečeným spojením (https).",
    byHand: "Porovnat bez této stránky",
    byHandHow:
      "Vypočtěte otisk SHA-256 svého souboru jedním z těchto příkazů a vyhledejte jej na této stránce:",
  },
  verdict: {
    complete: "Ano. Je to {document}, úplný a beze změny.",
    signed: "Ano. Je to {document} s podpisy, ale ne v dokončené podobě.",
    source: "Ano. Je to {document} v podobě před prvním podpisem.",
    none: "Ne. Není to žádný z těchto dokumentů, nebo byl změněn.",
    noneMore:
      "Auditní záznamy, osvědčení a soubory důkazů v seznamu nejsou: zda jsou beze změny, ukazuje jejich vlastní elektronická pečeť.",
  },
  record: {
    heading: "Řízení",
    order: "Číslo",
    state: "Stav",
    created: "Vytvořeno",
    ended: "Ukončeno",
    signatures: "Podpisy",
    approvals: "Schválení",
    share: "{given} z {asked}",
    kept: "Důkazy uchovány do",
    states: {
      draft: "Koncept",
      ready: "Připraveno k podpisu",
      in_progress: "Podepisuje se",
      completed: "Dokončeno",
      refused: "Odmítnuto",
      cancelled: "Zrušeno",
      expired: "Vypršelo",
      failed: "Nezdařilo se",
    },
  },
  documents: {
    heading: "Jeho dokumenty",
    document: "Dokument {number}",
    information: "pro informaci",
    source: "Originál",
    signed: "Po podpisu {number}",
    sealed: "Zapečetěno",
  },
  trail: {
    heading: "Jeho auditní záznam",
    events: "Události",
    head: "Otisk poslední události",
    checkpoint: "Veřejný protokol",
    covered: "Prvních událostí v kontrolním bodu z {time}: {events}.",
    uncovered: "Zatím v žádném kontrolním bodu. Vzniká každou hodinu.",
    note: "Kontrolní bod",
    signature: "jeho podpis",
  },
  over: {
    heading: "Doba uchování skončila",
    until: "Důkazy tohoto řízení byly uchovány do {date}.",
    text: "Již se neuchovávají, takže zde nelze nic porovnat. Podepsané dokumenty a soubory důkazů, které máte, lze nadále ověřit samostatně.",
  },
  missing: {
    heading: "Na této adrese nic není",
    text: "Naskenujte kód na dokumentu znovu, nebo adresu opište přesně podle tisku: na velikosti písmen záleží.",
  },
  languages: "Jazyk",
};
