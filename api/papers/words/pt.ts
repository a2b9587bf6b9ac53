import type { PaperWords } from "./words.js";

export const pt: PaperWords = {
  language: "pt",
  frame: {
    page: "Página {page} de {pages}",
    check: "Verificar em linha",
    checkHow:
      "Leia o código ou abra este endereço. A página mostra os resumos dos documentos e diz se um ficheiro seu é um deles.",
    code: "Código QR que leva ao endereço impresso ao lado",
    trailAttached:
      "A cadeia completa de eventos está anexada a este PDF (audit.json). Se algo foi alterado, mostram-no o selo eletrónico deste PDF e a própria cadeia.",
    attestationAttached:
      "O certificado (DER) e esta declaração (JSON) estão anexados a este PDF. Se algo foi alterado, mostra-o o seu selo eletrónico.",
    head: "Fim da cadeia",
  },
  attestation: {
    title: "Atestado de emissão e assinatura",
    lead: "O serviço atesta que emitiu um certificado de uso único em nome de {name}, após a autenticação aqui descrita; que com ele foram feitas as assinaturas aqui listadas e nenhuma outra foi conservada; e que a sua chave privada foi destruída.",
    certificate: {
      heading: "Certificado",
      subject: "Titular",
      issuer: "Emissor",
      issued: "Emitido",
    },
    authentication: {
      email: "Código de uso único por e-mail para {to}",
      sms: "Código de uso único por SMS para {to}",
      none: "O processo não exigia código, e o remetente não declara qualquer autenticação.",
    },
    key: {
      heading: "Chave privada",
      destroyed: "Destruída",
    },
    signatures: {
      made: "Feita",
      levelNow: "agora {level}",
    },
    written: "Atestado feito",
  },
};
