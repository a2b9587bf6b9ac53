import type { PaperWords } from "./words.js";

export const es: PaperWords = {
  language: "es",
  frame: {
    page: "Página {page} de {pages}",
    check: "Comprobar en línea",
    checkHow:
      "Escanee el código o abra esta dirección. La página muestra los resúmenes de los documentos y dice si un archivo suyo es uno de ellos.",
    code: "Código QR que lleva a la dirección impresa al lado",
    trailAttached:
      "La cadena completa de eventos va adjunta a este PDF (audit.json). Si algo se ha modificado lo muestran el sello electrónico de este PDF y la propia cadena.",
    attestationAttached:
      "El certificado (DER) y esta declaración (JSON) van adjuntos a este PDF. Si algo se ha modificado lo muestra su sello electrónico.",
    head: "Fin de la cadena",
  },
  attestation: {
    title: "Certificación de emisión y firma",
    lead: "El servicio certifica que emitió un certificado de un solo uso a nombre de {name}, tras la autenticación aquí descrita; que con él se hicieron las firmas aquí enumeradas y no se conservó ninguna otra; y que su clave privada se destruyó.",
    certificate: {
      heading: "Certificado",
      subject: "Titular",
      issuer: "Emisor",
      issued: "Emitido",
    },
    authentication: {
      email: "Código de un solo uso por correo a {to}",
      sms: "Código de un solo uso por SMS a {to}",
      none: "El proceso no exigía ningún código, y el remitente no declara autenticación alguna.",
    },
    key: {
      heading: "Clave privada",
      destroyed: "Destruida",
    },
    signatures: {
      made: "Hecha",
      levelNow: "ahora {level}",
    },
    written: "Certificación hecha",
  },
};
