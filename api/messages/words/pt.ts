import type { Words } from "./words.js";

export const pt: Words = {
  language: "pt",
  greeting: "Olá, {signer},",
  action: {
    signer: "Ler e assinar",
    approver: "Ler e aprovar",
    witness: "Ler e assinar como testemunha",
  },
  invitation: {
    signer: {
      subject: "Para assinar: {title}",
      heading: "A sua assinatura é solicitada",
      lead: "{sender} pede-lhe que assine “{title}”.",
    },
    approver: {
      subject: "Para aprovar: {title}",
      heading: "A sua aprovação é solicitada",
      lead: "{sender} pede-lhe que aprove “{title}”.",
    },
    witness: {
      subject: "Para assinar como testemunha: {title}",
      heading: "A sua assinatura como testemunha é solicitada",
      lead: "{sender} pede-lhe que testemunhe uma assinatura em “{title}” e que assine em seguida.",
    },
  },
  inPlaceOf: {
    signer: "{by} pediu-lhe que assine em seu lugar",
    approver: "{by} pediu-lhe que aprove em seu lugar",
    witness: "{by} pediu-lhe que seja testemunha em seu lugar",
  },
  reminder: {
    signer: {
      subject: "Lembrete, para assinar: {title}",
      heading: "Ainda falta a sua assinatura",
      lead: "“{title}”, da parte de {sender}, ainda aguarda a sua assinatura.",
    },
    approver: {
      subject: "Lembrete, para aprovar: {title}",
      heading: "Ainda falta a sua aprovação",
      lead: "“{title}”, da parte de {sender}, ainda aguarda a sua aprovação.",
    },
    witness: {
      subject: "Lembrete, para assinar como testemunha: {title}",
      heading: "Ainda falta a sua assinatura como testemunha",
      lead: "“{title}”, da parte de {sender}, ainda aguarda a sua assinatura como testemunha.",
    },
  },
  linkChanged: {
    subject: "O seu novo link: {title}",
    heading: "O seu link mudou",
    lead: "Este é o seu novo link para “{title}”, da parte de {sender}. Os links recebidos antes já não funcionam.",
  },
  completed: {
    subject: "Assinado por todas as partes: {title}",
    heading: "Todas as assinaturas estão completas",
    lead: "A assinatura de “{title}”, da parte de {sender}, está concluída.",
    attached: "Os documentos assinados seguem em anexo. Guarde-os.",
    linked: "Com o botão abaixo pode ler e descarregar os documentos assinados a qualquer momento.",
    button: "Obter os documentos",
  },
  refused: {
    subject: "Recusado: {title}",
    heading: "Assinatura recusada",
    lead: "Uma das pessoas convidadas recusou “{title}”, da parte de {sender}. Não precisa de fazer mais nada.",
    toSender: "{by} recusou “{title}”. O processo terminou e já ninguém pode assinar.",
  },
  expired: {
    subject: "Prazo terminado: {title}",
    heading: "O prazo para assinar terminou",
    lead: "“{title}”, da parte de {sender}, não foi concluído a tempo. Não precisa de fazer mais nada.",
    toSender: "“{title}” não foi concluído a tempo. O processo terminou e já ninguém pode assinar.",
  },
  failed: {
    subject: "Não pode ser concluído: {title}",
    heading: "A assinatura não pode ser concluída",
    lead: "“{title}”, da parte de {sender}, não pode ser concluído, por motivos alheios a si. Não precisa de fazer mais nada.",
    toSender:
      "“{title}” não pode ser concluído. O processo terminou e já ninguém pode assinar. Crie um novo, por favor.",
    causes: {
      document_lost: "Um documento guardado perdeu-se.",
      document_altered: "Um documento guardado já não é o que nos foi entregue.",
      document_refused: "Um documento não pode ser assinado.",
      document_not_had:
        "Não foi possível obter um documento, ou o que nele devia ser colocado não se adequa.",
    },
  },
  cancelled: {
    subject: "Cancelado: {title}",
    heading: "Assinatura cancelada",
    lead: "{sender} cancelou “{title}”. Não precisa de fazer mais nada.",
  },
  removed: {
    subject: "Nada mais a fazer: {title}",
    heading: "Já não precisa de intervir",
    lead: "{sender} já não precisa da sua intervenção em “{title}”. O link que recebeu já não funciona.",
  },
  code: {
    subject: "{code} é o seu código de assinatura",
    heading: "O seu código",
    lead: "Este é o seu código para “{title}”, da parte de {sender}:",
    life: "Validade: {life}.",
    once: "Só pode ser usado uma vez.",
    warning: "Se não o pediu, não faça nada e não o dê a ninguém: sem ele, nada é assinado.",
  },
  sms: {
    invitation: {
      signer: '{sender} pede-lhe que assine "{title}": {link}',
      approver: '{sender} pede-lhe que aprove "{title}": {link}',
      witness: '{sender} pede-lhe que assine "{title}" como testemunha: {link}',
    },
    reminder: 'Lembrete: "{title}", de {sender}, espera por si: {link}',
    linkChanged: 'O seu novo link para "{title}", de {sender}: {link}',
    completed: '"{title}", de {sender}, foi assinado. Os seus documentos: {link}',
    over: '{sender}: "{title}" terminou. Não precisa de fazer mais nada.',
    plain: "Há documentos à sua espera: {link}",
    code: "{code} é o seu código de assinatura para {sender}. Validade: {life}. Não o partilhe.",
  },
  labels: {
    documents: "Documentos",
    until: "Prazo",
    message: "Mensagem de {sender}",
    reason: "Motivo",
    missing: "Ainda faltam",
    witnessed: "Assinatura a testemunhar",
    test: "Teste: sem efeito jurídico",
  },
  footer: {
    paste: "Se o botão não funcionar, copie este endereço para o seu navegador:",
    personal: "Este link é pessoal. Não reencaminhe este e-mail.",
    behalf: "Enviado em nome de {sender}.",
    noAnswers: "Este e-mail é automático; ninguém lê as respostas.",
  },
};
