import type { NoticeWords } from "./noticeWords.js";

export const en: NoticeWords = {
  language: "en",
  about:
    "One of your systems is told automatically of what happens to your documents, for example that somebody has signed.",
  failing: {
    subject: "Notifications do not arrive: {endpoint}",
    heading: "Notifications do not arrive",
    lead: "For a day, nothing that was sent to it has arrived.",
    forward: "Please pass this e-mail on to whoever looks after that system. Signing itself is not affected.",
    next: "Each notification is tried again for about three days. If nothing has arrived by the date above, the webhook endpoint will be disabled: nothing more is sent to it until somebody enables it again.",
    attempts: "All attempts and their answers",
  },
  disabled: {
    subject: "Notifications have been stopped: {endpoint}",
    heading: "Notifications have been stopped",
    gone: "It answered that it wants no more notifications (HTTP 410). For that reason, nothing more is sent to it.",
    failing:
      "For five days, nothing that was sent to it has arrived. For that reason, nothing more is sent to it.",
    forward:
      "If this is what you want, there is nothing to do. Otherwise, please pass this e-mail on to whoever looks after that system. Signing itself is not affected.",
    next: "What happens in the meantime is kept for 30 days and can still be sent. Once the system works again, two requests to the API are enough:",
    enable: "1. Enable the webhook endpoint",
    replay: "2. Send what was missed",
  },
  failures: {
    answered: "It answered with an error (HTTP {status}).",
    redirected: "It answered with a redirection, which is not followed (HTTP {status}).",
    notFound: "The server’s name could not be found.",
    refused: "The server refused the connection.",
    broken: "The connection to the server failed.",
    insecure: "No secure connection was possible. Often, a certificate has expired.",
    timeout: "The server did not answer in time.",
    garbled: "The server’s answer could not be understood.",
    forbidden: "The address leads to an internal network, where nothing may be sent.",
    unsent: "The request could not be sent.",
  },
  labels: {
    endpoint: "Webhook endpoint",
    since: "Nothing has arrived since",
    last: "Last attempt",
    waiting: "Notifications waiting",
    until: "Will be disabled on",
    disabled: "Disabled on",
    test: "Test mode: no real documents are concerned",
  },
  footer: "You receive this e-mail because your address was given for such notices.",
};
