import type { NoticeWords } from "./noticeWords.js";

export const es: NoticeWords = {
  language: "es",
  about:
    "Uno de sus sistemas recibe avisos automáticos de lo que ocurre con sus documentos, por ejemplo de que alguien ha firmado.",
  failing: {
    subject: "Las notificaciones no llegan: {endpoint}",
    heading: "Las notificaciones no llegan",
    lead: "Desde hace un día no ha llegado nada de lo que se le ha enviado.",
    forward:
      "Por favor, reenvíe este correo a la persona que se ocupa de ese sistema. La firma de documentos no se ve afectada.",
    next: "Cada notificación se vuelve a enviar durante unos tres días. Si en la fecha indicada arriba no ha llegado nada, el punto de conexión del webhook se desactivará: no se le enviará nada más hasta que alguien lo vuelva a activar.",
    attempts: "Todos los intentos y sus respuestas",
  },
  disabled: {
    subject: "Notificaciones detenidas: {endpoint}",
    heading: "Las notificaciones se han detenido",
    gone: "Ha respondido que no quiere más notificaciones (HTTP 410). Por eso ya no se le envía nada.",
    failing:
      "Desde hace cinco días no ha llegado nada de lo que se le ha enviado. Por eso ya no se le envía nada.",
    forward:
      "Si es lo que desea, no tiene que hacer nada. Si no, reenvíe este correo a la persona que se ocupa de ese sistema. La firma de documentos no se ve afectada.",
    next: "Lo que ocurra entretanto se conserva 30 días y aún puede enviarse. Cuando el sistema vuelva a funcionar, bastan dos peticiones a la API:",
    enable: "1. Activar el punto de conexión del webhook",
    replay: "2. Enviar lo que no llegó",
  },
  failures: {
    answered: "Respondió con un error (HTTP {status}).",
    redirected: "Respondió con una redirección, que no se sigue (HTTP {status}).",
    notFound: "No se encontró el nombre del servidor.",
    refused: "El servidor rechazó la conexión.",
    broken: "La conexión con el servidor falló.",
    insecure: "No fue posible una conexión segura. A menudo ha caducado un certificado.",
    timeout: "El servidor no respondió a tiempo.",
    garbled: "No se pudo entender la respuesta del servidor.",
    forbidden: "La dirección lleva a una red interna, a la que no se puede enviar nada.",
    unsent: "No se pudo enviar la petición.",
  },
  labels: {
    endpoint: "Punto de conexión del webhook",
    since: "No ha llegado nada desde",
    last: "Último intento",
    waiting: "Notificaciones en espera",
    until: "Se desactivará el",
    disabled: "Desactivado el",
    test: "Modo de prueba: no afecta a documentos reales",
  },
  footer: "Recibe este correo porque su dirección se indicó para este tipo de avisos.",
};
