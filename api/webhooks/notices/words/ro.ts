import type { NoticeWords } from "./noticeWords.js";

export const ro: NoticeWords = {
  language: "ro",
  about:
    "Unul dintre sistemele dumneavoastră este informat automat despre ce se întâmplă cu documentele dumneavoastră, de exemplu că cineva a semnat.",
  failing: {
    subject: "Notificările nu ajung: {endpoint}",
    heading: "Notificările nu ajung",
    lead: "De o zi, nimic din ce i s-a trimis nu a ajuns.",
    forward:
      "Vă rugăm să transmiteți acest e-mail persoanei care se ocupă de acel sistem. Semnarea propriu-zisă nu este afectată.",
    next: "Fiecare notificare este trimisă din nou timp de aproximativ trei zile. Dacă până la data de mai sus nu ajunge nimic, punctul final webhook va fi dezactivat: nu i se va mai trimite nimic până când cineva îl activează din nou.",
    attempts: "Toate încercările și răspunsurile lor",
  },
  disabled: {
    subject: "Notificările au fost oprite: {endpoint}",
    heading: "Notificările au fost oprite",
    gone: "A răspuns că nu mai dorește notificări (HTTP 410). De aceea nu i se mai trimite nimic.",
    failing: "De cinci zile, nimic din ce i s-a trimis nu a ajuns. De aceea nu i se mai trimite nimic.",
    forward:
      "Dacă așa doriți, nu aveți nimic de făcut. În caz contrar, vă rugăm să transmiteți acest e-mail persoanei care se ocupă de acel sistem. Semnarea propriu-zisă nu este afectată.",
    next: "Ce se întâmplă între timp se păstrează 30 de zile și încă poate fi trimis. Când sistemul funcționează din nou, sunt suficiente două cereri către API:",
    enable: "1. Activați punctul final webhook",
    replay: "2. Trimiteți ce nu a ajuns",
  },
  failures: {
    answered: "A răspuns cu o eroare (HTTP {status}).",
    redirected: "A răspuns cu o redirecționare, care nu este urmată (HTTP {status}).",
    notFound: "Numele serverului nu a fost găsit.",
    refused: "Serverul a refuzat conexiunea.",
    broken: "Conexiunea la server a eșuat.",
    insecure: "Nu a fost posibilă o conexiune sigură. Adesea, un certificat a expirat.",
    timeout: "Serverul nu a răspuns la timp.",
    garbled: "Răspunsul serverului nu a putut fi înțeles.",
    forbidden: "Adresa duce la o rețea internă, unde nu se poate trimite nimic.",
    unsent: "Cererea nu a putut fi trimisă.",
  },
  labels: {
    endpoint: "Punct final webhook",
    since: "Nu a ajuns nimic din",
    last: "Ultima încercare",
    waiting: "Notificări în așteptare",
    until: "Va fi dezactivat",
    disabled: "Dezactivat",
    test: "Mod de testare: nu sunt vizate documente reale",
  },
  footer: "Primiți acest e-mail deoarece adresa dumneavoastră a fost indicată pentru astfel de avize.",
};
