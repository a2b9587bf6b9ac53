import { OutboundError } from "../../ports/outboundHttp.js";
import { badPorts } from "./badPorts.js";

const mostCharacters = 2_048;

/**
 * Reads a stranger's URL. The WHATWG parser normalises the host: decimal, octal, hexadecimal and short forms of an
 * IPv4 address come out dotted, full-width letters and digits plain, a dot after an address goes.
 * @throws OutboundError `url_invalid`
 */
export function parseOutboundUrl(text: string, allowHttp: boolean): URL {
  if (text.length > mostCharacters) throw invalid(`The URL is longer than ${mostCharacters} characters.`);
  const url = URL.parse(text);
  if (url === null) throw invalid("The URL is not an absolute URL.");
  if (url.protocol !== "https:" && !(allowHttp && url.protocol === "http:")) {
    throw invalid(
      allowHttp
        ? "The URL begins with neither https:// nor http://."
        : "The URL does not begin with https://.",
    );
  }
  if (url.username !== "" || url.password !== "") throw invalid("The URL holds a user or a password.");
  if (url.port !== "" && badPorts.has(Number(url.port))) {
    throw invalid(`The URL's port is not one for HTTP (${url.port}).`);
  }
  return url;
}

/** As parseOutboundUrl, for a URL that is kept: a fragment would never be sent, so it is a mistake. */
export function parseRegisteredUrl(text: string, allowHttp: boolean): URL {
  const url = parseOutboundUrl(text, allowHttp);
  if (url.hash !== "") throw invalid("The URL holds a fragment (#), which is never sent.");
  return url;
}

function invalid(sentence: string): OutboundError {
  return new OutboundError("url_invalid", sentence, { total: 0 });
}
