import type { NoticeWords } from "./noticeWords.js";

export const it: NoticeWords = {
  language: "it",
  about:
    "Uno dei vostri sistemi viene informato automaticamente di ciò che accade ai vostri documenti, per esempio che qualcuno ha firmato.",
  failing: {
    subject: "Le notifiche non arrivano: {endpoint}",
    heading: "Le notifiche non arrivano",
    lead: "Da un giorno non è arrivato nulla di ciò che gli è stato inviato.",
    forward:
      "La preghiamo di inoltrare questa e-mail a chi si occupa di quel sistema. La firma dei documenti non ne risente.",
    next: "Ogni notifica viene inviata di nuovo per circa tre giorni. Se entro la data indicata sopra non sarà arrivato nulla, l’endpoint webhook sarà disattivato: non gli verrà inviato più nulla finché qualcuno non lo riattiverà.",
    attempts: "Tutti i tentativi e le risposte",
  },
  disabled: {
    subject: "Notifiche interrotte: {endpoint}",
    heading: "Le notifiche sono state interrotte",
    gone: "Ha risposto che non desidera più notifiche (HTTP 410). Per questo non gli viene più inviato nulla.",
    failing:
      "Da cinque giorni non è arrivato nulla di ciò che gli è stato inviato. Per questo non gli viene più inviato nulla.",
    forward:
      "Se è ciò che desidera, non deve fare nulla. Altrimenti la preghiamo di inoltrare questa e-mail a chi si occupa di quel sistema. La firma dei documenti non ne risente.",
    next: "Ciò che accade nel frattempo viene conservato per 30 giorni e può ancora essere inviato. Quando il sistema funziona di nuovo, bastano due richieste all’API:",
    enable: "1. Riattivare l’endpoint webhook",
    replay: "2. Inviare ciò che è andato perso",
  },
  failures: {
    answered: "Ha risposto con un errore (HTTP {status}).",
    redirected: "Ha risposto con un reindirizzamento, che non viene seguito (HTTP {status}).",
    notFound: "Il nome del server non è stato trovato.",
    refused: "Il server ha rifiutato la connessione.",
    broken: "La connessione al server non è riuscita.",
    insecure: "Non è stata possibile una connessione sicura. Spesso è scaduto un certificato.",
    timeout: "Il server non ha risposto in tempo.",
    garbled: "La risposta del server non era comprensibile.",
    forbidden: "L’indirizzo porta a una rete interna, alla quale non si può inviare nulla.",
    unsent: "Non è stato possibile inviare la richiesta.",
  },
  labels: {
    endpoint: "Endpoint webhook",
    since: "Non arriva nulla da",
    last: "Ultimo tentativo",
    waiting: "Notifiche in attesa",
    until: "Sarà disattivato",
    disabled: "Disattivato",
    test: "Modalità di prova: non riguarda documenti reali",
  },
  footer: "Riceve questa e-mail perché il suo indirizzo è stato indicato per avvisi di questo tipo.",
};
