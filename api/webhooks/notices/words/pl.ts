import type { NoticeWords } from "./noticeWords.js";

export const pl: NoticeWords = {
  language: "pl",
  about:
    "Jeden z Twoich systemów jest automatycznie powiadamiany o tym, co dzieje się z Twoimi dokumentami, na przykład o złożeniu podpisu.",
  failing: {
    subject: "Powiadomienia nie docierają: {endpoint}",
    heading: "Powiadomienia nie docierają",
    lead: "Od doby nie dotarło nic z tego, co do niego wysłano.",
    forward:
      "Przekaż tę wiadomość osobie, która zajmuje się tym systemem. Samo podpisywanie działa bez zmian.",
    next: "Każde powiadomienie jest wysyłane ponownie przez około trzy dni. Jeśli do podanego wyżej terminu nic nie dotrze, punkt końcowy webhooka zostanie wyłączony: nic więcej nie będzie do niego wysyłane, dopóki ktoś go znowu nie włączy.",
    attempts: "Wszystkie próby i odpowiedzi",
  },
  disabled: {
    subject: "Powiadomienia wstrzymane: {endpoint}",
    heading: "Powiadomienia zostały wstrzymane",
    gone: "System odpowiedział, że nie chce więcej powiadomień (HTTP 410). Dlatego nic więcej nie jest do niego wysyłane.",
    failing:
      "Od pięciu dni nie dotarło nic z tego, co do niego wysłano. Dlatego nic więcej nie jest do niego wysyłane.",
    forward:
      "Jeśli tak ma być, nie musisz nic robić. W przeciwnym razie przekaż tę wiadomość osobie, która zajmuje się tym systemem. Samo podpisywanie działa bez zmian.",
    next: "To, co dzieje się w tym czasie, jest przechowywane przez 30 dni i można to jeszcze wysłać. Gdy system znowu zacznie działać, wystarczą dwa żądania do API:",
    enable: "1. Włącz punkt końcowy webhooka",
    replay: "2. Wyślij to, co nie dotarło",
  },
  failures: {
    answered: "Odpowiedzią był błąd (HTTP {status}).",
    redirected: "Odpowiedzią było przekierowanie, za którym nie podążamy (HTTP {status}).",
    notFound: "Nie znaleziono nazwy serwera.",
    refused: "Serwer odrzucił połączenie.",
    broken: "Połączenie z serwerem nie powiodło się.",
    insecure: "Nie udało się nawiązać bezpiecznego połączenia. Często powodem jest wygasły certyfikat.",
    timeout: "Serwer nie odpowiedział na czas.",
    garbled: "Odpowiedź serwera była niezrozumiała.",
    forbidden: "Adres prowadzi do sieci wewnętrznej, do której nie wolno nic wysyłać.",
    unsent: "Nie udało się wysłać żądania.",
  },
  labels: {
    endpoint: "Punkt końcowy webhooka",
    since: "Od kiedy nic nie dotarło",
    last: "Ostatnia próba",
    waiting: "Oczekujące powiadomienia",
    until: "Termin wyłączenia",
    disabled: "Data wyłączenia",
    test: "Tryb testowy: nie dotyczy prawdziwych dokumentów",
  },
  footer: "Otrzymujesz tę wiadomość, ponieważ Twój adres podano do takich powiadomień.",
};
