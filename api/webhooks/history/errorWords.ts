import type { ErrorClass } from "../deliveries/errorClass.js";

/** What each class of failure means, and what can be done about it, for whoever reads a history. */
const words: Readonly<Record<ErrorClass, string>> = {
  url_invalid: "No request can be made of the URL.",
  address_forbidden:
    "The name leads to an address that requests do not go to, such as one of a private network.",
  name_not_found: "The name of the host was not found.",
  connection_refused: "The host refused the connection: nothing listens on that port.",
  connection_failed: "No connection came about, or it broke off.",
  tls_failed: "No secure connection came about: the certificate or the protocol is not good.",
  timeout: "There was no answer in time; answer at once, and do the work afterwards.",
  response_invalid: "What was answered is no HTTP.",
  http_3xx: "It was answered with a redirect, which is not followed; give the URL that it leads to.",
  http_4xx: "The request was refused; only an answer of 2xx counts as received.",
  http_5xx: "The server that was asked failed; only an answer of 2xx counts as received.",
  gone: "It was answered with 410: there is nobody any more. That disables an endpoint.",
  signing_failed: "It was not sent, for a fault of ours: its secrets or headers could not be opened.",
  body_failed: "It was not sent, for a fault of ours: its body could not be made.",
};

/** Explains a class of failure. @param errorClass as it is kept; one that is not known any more explains nothing */
export function explain(errorClass: string): string | null {
  return Object.hasOwn(words, errorClass) ? words[errorClass as ErrorClass] : null;
}
