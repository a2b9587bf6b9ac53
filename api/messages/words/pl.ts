import type { Words } from "./words.js";

export const pl: Words = {
  language: "pl",
  greeting: "Dzień dobry, {signer},",
  action: {
    signer: "Przeczytaj i podpisz",
    approver: "Przeczytaj i zatwierdź",
    witness: "Przeczytaj i podpisz jako świadek",
  },
  invitation: {
    signer: {
      subject: "Do podpisu: {title}",
      heading: "Prośba o podpis",
      lead: "{sender} prosi o podpisanie: „{title}”.",
    },
    approver: {
      subject: "Do zatwierdzenia: {title}",
      heading: "Prośba o zatwierdzenie",
      lead: "{sender} prosi o zatwierdzenie: „{title}”.",
    },
    witness: {
      subject: "Do podpisu jako świadek: {title}",
      heading: "Prośba o podpis w roli świadka",
      lead: "{sender} prosi o poświadczenie złożenia podpisu i własny podpis w roli świadka: „{title}”.",
    },
  },
  inPlaceOf: {
    signer: "{by} prosi o złożenie podpisu w zastępstwie",
    approver: "{by} prosi o zatwierdzenie w zastępstwie",
    witness: "{by} prosi o podpis w roli świadka w zastępstwie",
  },
  reminder: {
    signer: {
      subject: "Przypomnienie, do podpisu: {title}",
      heading: "Nadal brakuje Twojego podpisu",
      lead: "„{title}” (nadawca: {sender}) nadal czeka na Twój podpis.",
    },
    approver: {
      subject: "Przypomnienie, do zatwierdzenia: {title}",
      heading: "Nadal brakuje Twojego zatwierdzenia",
      lead: "„{title}” (nadawca: {sender}) nadal czeka na Twoje zatwierdzenie.",
    },
    witness: {
      subject: "Przypomnienie, do podpisu jako świadek: {title}",
      heading: "Nadal brakuje Twojego podpisu w roli świadka",
      lead: "„{title}” (nadawca: {sender}) nadal czeka na Twój podpis w roli świadka.",
    },
  },
  linkChanged: {
    subject: "Nowy link: {title}",
    heading: "Twój link się zmienił",
    lead: "Oto nowy link do: „{title}” (nadawca: {sender}). Wcześniej otrzymane linki już nie działają.",
  },
  completed: {
    subject: "Podpisane przez wszystkich: {title}",
    heading: "Wszyscy podpisali",
    lead: "Podpisywanie zakończone: „{title}” (nadawca: {sender}).",
    attached: "Podpisane dokumenty są załączone do tej wiadomości. Zachowaj je.",
    linked: "Za pomocą przycisku możesz w każdej chwili przeczytać i pobrać podpisane dokumenty.",
    button: "Pobierz dokumenty",
  },
  refused: {
    subject: "Odmowa: {title}",
    heading: "Odmowa podpisu",
    lead: "Jedna z zaproszonych osób odmówiła: „{title}” (nadawca: {sender}). Nie musisz już nic robić.",
    toSender: "{by} – odmowa podpisu: „{title}”. Procedura jest zakończona; nikt nie może już podpisać.",
  },
  expired: {
    subject: "Termin minął: {title}",
    heading: "Termin na podpis minął",
    lead: "Nie zakończono w terminie: „{title}” (nadawca: {sender}). Nie musisz już nic robić.",
    toSender: "Nie zakończono w terminie: „{title}”. Procedura jest zakończona; nikt nie może już podpisać.",
  },
  failed: {
    subject: "Nie można dokończyć: {title}",
    heading: "Podpisywania nie można dokończyć",
    lead: "Nie można dokończyć: „{title}” (nadawca: {sender}); przyczyna nie leży po Twojej stronie. Nie musisz już nic robić.",
    toSender:
      "Nie można dokończyć: „{title}”. Procedura jest zakończona; nikt nie może już podpisać. Prosimy o utworzenie nowej.",
    causes: {
      document_lost: "Zapisany dokument zaginął.",
      document_altered: "Zapisany dokument nie jest już tym, który nam przekazano.",
      document_refused: "Dokumentu nie można podpisać.",
      document_not_had:
        "Nie udało się pobrać dokumentu albo to, co miało się w nim znaleźć, do niego nie pasuje.",
    },
  },
  cancelled: {
    subject: "Anulowano: {title}",
    heading: "Podpisywanie anulowane",
    lead: "Nadawca ({sender}) anulował: „{title}”. Nie musisz już nic robić.",
  },
  removed: {
    subject: "Nic więcej do zrobienia: {title}",
    heading: "Nie musisz już nic robić",
    lead: "Twój udział nie jest już potrzebny: „{title}” (nadawca: {sender}). Otrzymany link już nie działa.",
  },
  code: {
    subject: "{code} to Twój kod do podpisu",
    heading: "Twój kod",
    lead: "Oto Twój kod do: „{title}” (nadawca: {sender}):",
    life: "Ważność: {life}.",
    once: "Można go użyć tylko raz.",
    warning:
      "Jeśli to nie Twoja prośba, nie rób nic i nikomu go nie podawaj: bez niego nic nie zostanie podpisane.",
  },
  sms: {
    invitation: {
      signer: '{sender} prosi o podpisanie: "{title}": {link}',
      approver: '{sender} prosi o zatwierdzenie: "{title}": {link}',
      witness: '{sender} prosi o podpis w roli świadka: "{title}": {link}',
    },
    reminder: 'Przypomnienie: "{title}" (od: {sender}) czeka: {link}',
    linkChanged: 'Nowy link do: "{title}" (od: {sender}): {link}',
    completed: 'Podpisano: "{title}" (od: {sender}). Dokumenty: {link}',
    over: '{sender}: "{title}" - sprawa zakończona. Nie musisz już nic robić.',
    plain: "Czekają na Ciebie dokumenty: {link}",
    code: "{code} to Twój kod do podpisu dla: {sender}. Ważność: {life}. Nikomu go nie podawaj.",
  },
  labels: {
    documents: "Dokumenty",
    until: "Termin",
    message: "Wiadomość od nadawcy ({sender})",
    reason: "Powód",
    missing: "Nadal brakuje",
    witnessed: "Podpis do poświadczenia",
    test: "Test: bez skutków prawnych",
  },
  footer: {
    paste: "Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:",
    personal: "Ten link jest przeznaczony tylko dla Ciebie. Nie przekazuj dalej tej wiadomości.",
    behalf: "Wysłano w imieniu: {sender}.",
    noAnswers: "Ta wiadomość została wysłana automatycznie; nikt nie czyta odpowiedzi.",
  },
};
