import type { Words } from "./words.js";

export const es: Words = {
  language: "es",
  greeting: "Hola, {signer}:",
  action: {
    signer: "Leer y firmar",
    approver: "Leer y aprobar",
    witness: "Leer y firmar como testigo",
  },
  invitation: {
    signer: {
      subject: "Para firmar: {title}",
      heading: "Se solicita su firma",
      lead: "{sender} le pide que firme «{title}».",
    },
    approver: {
      subject: "Para aprobar: {title}",
      heading: "Se solicita su aprobación",
      lead: "{sender} le pide que apruebe «{title}».",
    },
    witness: {
      subject: "Para firmar como testigo: {title}",
      heading: "Se solicita su firma como testigo",
      lead: "{sender} le pide que sea testigo de una firma en «{title}» y que firme a continuación.",
    },
  },
  inPlaceOf: {
    signer: "{by} le ha pedido que firme en su lugar",
    approver: "{by} le ha pedido que apruebe en su lugar",
    witness: "{by} le ha pedido que firme en su lugar como testigo",
  },
  reminder: {
    signer: {
      subject: "Recordatorio, para firmar: {title}",
      heading: "Todavía falta su firma",
      lead: "«{title}», de {sender}, sigue a la espera de su firma.",
    },
    approver: {
      subject: "Recordatorio, para aprobar: {title}",
      heading: "Todavía falta su aprobación",
      lead: "«{title}», de {sender}, sigue a la espera de su aprobación.",
    },
    witness: {
      subject: "Recordatorio, para firmar como testigo: {title}",
      heading: "Todavía falta su firma como testigo",
      lead: "«{title}», de {sender}, sigue a la espera de su firma como testigo.",
    },
  },
  linkChanged: {
    subject: "Su nuevo enlace: {title}",
    heading: "Su enlace ha cambiado",
    lead: "Este es su nuevo enlace a «{title}», de {sender}. Los enlaces recibidos antes ya no funcionan.",
  },
  completed: {
    subject: "Firmado por todas las partes: {title}",
    heading: "Todas las firmas están completas",
    lead: "La firma de «{title}», de {sender}, ha finalizado.",
    attached: "Los documentos firmados van adjuntos a este correo. Consérvelos.",
    linked: "Con el botón puede leer y descargar los documentos firmados cuando quiera.",
    button: "Obtener los documentos",
  },
  refused: {
    subject: "Rechazado: {title}",
    heading: "Firma rechazada",
    lead: "Una de las personas convocadas ha rechazado «{title}», de {sender}. Usted ya no tiene que hacer nada.",
    toSender: "{by} ha rechazado «{title}». El proceso ha terminado y ya nadie puede firmar.",
  },
  expired: {
    subject: "Plazo vencido: {title}",
    heading: "El plazo para firmar ha vencido",
    lead: "«{title}», de {sender}, no se completó a tiempo. Usted ya no tiene que hacer nada.",
    toSender: "«{title}» no se completó a tiempo. El proceso ha terminado y ya nadie puede firmar.",
  },
  failed: {
    subject: "No se puede completar: {title}",
    heading: "La firma no puede completarse",
    lead: "«{title}», de {sender}, no puede completarse, por causas ajenas a usted. Usted ya no tiene que hacer nada.",
    toSender:
      "«{title}» no puede completarse. El proceso ha terminado y ya nadie puede firmar. Por favor, cree uno nuevo.",
    causes: {
      document_lost: "Un documento guardado se ha perdido.",
      document_altered: "Un documento guardado ya no es el que se nos entregó.",
      document_refused: "Un documento no se puede firmar.",
      document_not_had: "No se pudo obtener un documento, o lo que debía colocarse en él no encaja.",
    },
  },
  cancelled: {
    subject: "Cancelado: {title}",
    heading: "Firma cancelada",
    lead: "{sender} ha cancelado «{title}». Usted ya no tiene que hacer nada.",
  },
  removed: {
    subject: "Nada más que hacer: {title}",
    heading: "Ya no tiene que intervenir",
    lead: "{sender} ya no necesita su intervención en «{title}». El enlace que recibió ya no funciona.",
  },
  code: {
    subject: "{code} es su código de firma",
    heading: "Su código",
    lead: "Este es su código para «{title}», de {sender}:",
    life: "Validez: {life}.",
    once: "Solo sirve una vez.",
    warning: "Si no lo ha pedido, no haga nada y no se lo dé a nadie: sin él no se firma nada.",
  },
  sms: {
    invitation: {
      signer: '{sender} le pide que firme "{title}": {link}',
      approver: '{sender} le pide que apruebe "{title}": {link}',
      witness: '{sender} le pide que firme "{title}" como testigo: {link}',
    },
    reminder: 'Recordatorio: "{title}", de {sender}, le espera: {link}',
    linkChanged: 'Su nuevo enlace a "{title}", de {sender}: {link}',
    completed: '"{title}", de {sender}, ya está firmado. Sus documentos: {link}',
    over: '{sender}: "{title}" ha terminado. Ya no tiene que hacer nada.',
    plain: "Hay documentos que le esperan: {link}",
    code: "{code} es su código de firma para {sender}. Validez: {life}. No lo comparta.",
  },
  labels: {
    documents: "Documentos",
    until: "Plazo",
    message: "Mensaje de {sender}",
    reason: "Motivo",
    missing: "Aún faltan",
    witnessed: "Firma que debe presenciar",
    test: "Prueba: sin efecto jurídico",
  },
  footer: {
    paste: "Si el botón no funciona, copie esta dirección en su navegador:",
    personal: "Este enlace es exclusivamente para usted. No reenvíe este correo.",
    behalf: "Enviado por cuenta de {sender}.",
    noAnswers: "Este correo es automático; nadie lee las respuestas.",
  },
};
