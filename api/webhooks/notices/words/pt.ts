import type { NoticeWords } from "./noticeWords.js";

export const pt: NoticeWords = {
  language: "pt",
  about:
    "Um dos seus sistemas é avisado automaticamente do que acontece aos seus documentos, por exemplo de que alguém assinou.",
  failing: {
    subject: "As notificações não chegam: {endpoint}",
    heading: "As notificações não chegam",
    lead: "Há um dia que nada do que lhe foi enviado chegou.",
    forward:
      "Reencaminhe, por favor, este e-mail a quem cuida desse sistema. A assinatura de documentos não é afetada.",
    next: "Cada notificação volta a ser enviada durante cerca de três dias. Se até à data acima indicada nada tiver chegado, o ponto de receção de webhooks será desativado: nada mais lhe será enviado até que alguém o volte a ativar.",
    attempts: "Todas as tentativas e as suas respostas",
  },
  disabled: {
    subject: "Notificações interrompidas: {endpoint}",
    heading: "As notificações foram interrompidas",
    gone: "Respondeu que não quer mais notificações (HTTP 410). Por isso, nada mais lhe é enviado.",
    failing: "Há cinco dias que nada do que lhe foi enviado chegou. Por isso, nada mais lhe é enviado.",
    forward:
      "Se é o que pretende, não precisa de fazer nada. Caso contrário, reencaminhe este e-mail a quem cuida desse sistema. A assinatura de documentos não é afetada.",
    next: "O que acontece entretanto é guardado durante 30 dias e ainda pode ser enviado. Quando o sistema voltar a funcionar, bastam dois pedidos à API:",
    enable: "1. Ativar o ponto de receção de webhooks",
    replay: "2. Enviar o que se perdeu",
  },
  failures: {
    answered: "Respondeu com um erro (HTTP {status}).",
    redirected: "Respondeu com um redirecionamento, que não é seguido (HTTP {status}).",
    notFound: "O nome do servidor não foi encontrado.",
    refused: "O servidor recusou a ligação.",
    broken: "A ligação ao servidor falhou.",
    insecure: "Não foi possível uma ligação segura. Muitas vezes, um certificado expirou.",
    timeout: "O servidor não respondeu a tempo.",
    garbled: "Não foi possível entender a resposta do servidor.",
    forbidden: "O endereço leva a uma rede interna, para onde nada pode ser enviado.",
    unsent: "Não foi possível enviar o pedido.",
  },
  labels: {
    endpoint: "Ponto de receção de webhooks",
    since: "Nada chegou desde",
    last: "Última tentativa",
    waiting: "Notificações em espera",
    until: "Será desativado em",
    disabled: "Desativado em",
    test: "Modo de teste: não diz respeito a documentos reais",
  },
  footer: "Recebe este e-mail porque o seu endereço foi indicado para avisos deste tipo.",
};
