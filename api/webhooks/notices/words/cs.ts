import type { NoticeWords } from "./noticeWords.js";

export const cs: NoticeWords = {
  language: "cs",
  about:
    "Jeden z Vašich systémů dostává automatické zprávy o tom, co se děje s Vašimi dokumenty, například že někdo podepsal.",
  failing: {
    subject: "Oznámení nedocházejí: {endpoint}",
    heading: "Oznámení nedocházejí",
    lead: "Už celý den nedošlo nic z toho, co mu bylo posláno.",
    forward: "Předejte prosím tento e-mail tomu, kdo se o systém stará. Samotného podepisování se to netýká.",
    next: "Každé oznámení se posílá znovu po dobu asi tří dnů. Pokud do výše uvedeného data nic nedojde, bude koncový bod webhooku vypnut: nic dalšího se na něj nebude posílat, dokud ho někdo znovu nezapne.",
    attempts: "Všechny pokusy a odpovědi na ně",
  },
  disabled: {
    subject: "Oznámení byla zastavena: {endpoint}",
    heading: "Oznámení byla zastavena",
    gone: "Systém odpověděl, že už žádná oznámení nechce (HTTP 410). Proto se mu nic dalšího neposílá.",
    failing: "Už pět dní nedošlo nic z toho, co mu bylo posláno. Proto se mu nic dalšího neposílá.",
    forward:
      "Pokud to tak má být, nemusíte nic dělat. V opačném případě předejte prosím tento e-mail tomu, kdo se o systém stará. Samotného podepisování se to netýká.",
    next: "Co se mezitím stane, se uchovává 30 dní a lze to ještě poslat. Jakmile bude systém zase fungovat, stačí dva požadavky na API:",
    enable: "1. Zapněte koncový bod webhooku",
    replay: "2. Pošlete, co nedošlo",
  },
  failures: {
    answered: "Odpovědí byla chyba (HTTP {status}).",
    redirected: "Odpovědí bylo přesměrování, které se nenásleduje (HTTP {status}).",
    notFound: "Název serveru nebyl nalezen.",
    refused: "Server odmítl spojení.",
    broken: "Spojení se serverem selhalo.",
    insecure: "Nebylo možné navázat zabezpečené spojení. Často vypršela platnost certifikátu.",
    timeout: "Server neodpověděl včas.",
    garbled: "Odpovědi serveru nebylo možné rozumět.",
    forbidden: "Adresa vede do vnitřní sítě, kam se nesmí nic posílat.",
    unsent: "Požadavek se nepodařilo odeslat.",
  },
  labels: {
    endpoint: "Koncový bod webhooku",
    since: "Odkdy nic nedošlo",
    last: "Poslední pokus",
    waiting: "Čekající oznámení",
    until: "Bude vypnut",
    disabled: "Vypnut",
    test: "Testovací režim: netýká se skutečných dokumentů",
  },
  footer: "Tento e-mail dostáváte, protože Vaše adresa byla uvedena pro taková upozornění.",
};
