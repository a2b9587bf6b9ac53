import { RemoteDocumentError } from "../../ports/remoteDocuments.js";

const mostCharacters = 2_048;

/**
 * Reads the URL of a document. The WHATWG parser normalises the host: decimal, octal, hexadecimal and short forms of
 * an IPv4 address come out dotted, full-width letters and digits plain.
 * @throws RemoteDocumentError `url_invalid`
 */
export function parseDocumentUrl(text: string, allowHttp: boolean): URL {
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
  return url;
}

function invalid(sentence: string): RemoteDocumentError {
  return new RemoteDocumentError("url_invalid", sentence);
}
